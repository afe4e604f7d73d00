import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import type { Href } from '@/lib/i18n/page-path';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';

/** Something that is held for its client and not paid yet. */
export type Unfinished = {
  id: string;
  /** Where it is paid. */
  page: Href;
  title: string;
  /** With whom. */
  name: string;
  start: Date;
  price: MoneyValue;
  heldUntil: Date;
  /** They waited for it. */
  isOffered: boolean;
};

/**
 * Times and seats that are held while their client has not paid yet: of their own choice, and what they waited for. What
 * is free of charge is not to be paid, only to be booked.
 */
export function FinishPaying({ items, zone }: { items: readonly Unfinished[]; zone: string }) {
  const t = useTranslations('appointments.finish');
  const tDetail = useTranslations('appointments.detail');
  const tWaiting = useTranslations('waiting.finish');
  const locale = useLocale();
  const written = (at: Date, style: 'dateTime' | 'time') => formatInstant(at, { locale, zone, style });
  const wordsOf = ({ isOffered, price }: Unfinished) => {
    if (isOffered) return { heading: tWaiting('heading'), action: tWaiting('action') };
    if (price.amount === 0) return { heading: t('headingFree'), action: t('actionFree') };
    return { heading: t('heading'), action: t('action') };
  };
  return items.map((item) => (
    <Banner
      key={item.id}
      tone="warm"
      heading={wordsOf(item).heading}
      action={
        <PageLink to={item.page} className={buttonStyles({ size: 'sm', variant: 'secondary' })}>
          {wordsOf(item).action}
        </PageLink>
      }
    >
      {t('what', {
        service: item.title,
        name: item.name,
        date: written(item.start, 'dateTime'),
        price: item.price.amount === 0 ? tDetail('free') : formatMoney(item.price, locale),
        time: written(item.heldUntil, 'time'),
        zone: zoneName(zone, locale),
      })}
    </Banner>
  ));
}
