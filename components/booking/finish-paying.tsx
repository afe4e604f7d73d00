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

/** Times and seats that are held while their client has not paid yet: of their own choice, and what they waited for. */
export function FinishPaying({ items, zone }: { items: readonly Unfinished[]; zone: string }) {
  const t = useTranslations('appointments.finish');
  const tWaiting = useTranslations('waiting.finish');
  const locale = useLocale();
  const written = (at: Date, style: 'dateTime' | 'time') => formatInstant(at, { locale, zone, style });
  return items.map(({ id, page, title, name, start, price, heldUntil, isOffered }) => (
    <Banner
      key={id}
      tone="warm"
      heading={isOffered ? tWaiting('heading') : t('heading')}
      action={
        <PageLink to={page} className={buttonStyles({ size: 'sm', variant: 'secondary' })}>
          {isOffered ? tWaiting('action') : t('action')}
        </PageLink>
      }
    >
      {t('what', {
        service: title,
        name,
        date: written(start, 'dateTime'),
        price: formatMoney(price, locale),
        time: written(heldUntil, 'time'),
        zone: zoneName(zone, locale),
      })}
    </Banner>
  ));
}
