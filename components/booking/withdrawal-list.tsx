import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import type { Href } from '@/lib/i18n/page-path';
import { formatUntil } from '@/lib/i18n/zoned-time';

export type WithdrawableItem = {
  id: string;
  title: string;
  name: string;
  startsAt: Date;
  until: Date;
  page: Href;
};

/** Contracts that can be withdrawn from, each the way to it. */
export function WithdrawalList({ items, zone }: { items: readonly WithdrawableItem[]; zone: string }) {
  const t = useTranslations('withdrawal');
  const locale = useLocale();
  if (items.length === 0)
    return (
      <Banner tone="line" heading={t('nothing')}>
        {t('nothingText')}
      </Banner>
    );
  return (
    <Card>
      <CardHead heading={t('heading')} />
      <CardList>
        {items.map(({ id, title, name, startsAt, until, page }) => (
          <li
            key={id}
            className="grid items-center gap-x-6 gap-y-2 min-[48rem]:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span className="grid min-w-0">
              <b className="font-semibold">{t('item', { title, name })}</b>
              <span className="text-sm text-ink-2">
                <Instant at={startsAt} zone={zone} />,{' '}
                {until.getTime() === startsAt.getTime()
                  ? t('untilStart')
                  : t('until', { date: formatUntil(until, { locale, zone }) })}
              </span>
            </span>
            <PageLink to={page} className="link justify-self-start text-sm">
              {t('open')}
              <span className="sr-only"> ({t('item', { title, name })})</span>
            </PageLink>
          </li>
        ))}
      </CardList>
    </Card>
  );
}
