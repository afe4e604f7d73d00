import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Banner } from '@/components/ui/banner';
import type { Withdrawal } from '@/lib/booking/rules/withdrawal';
import type { Href } from '@/lib/i18n/page-path';
import { formatUntil, formatZoned } from '@/lib/i18n/zoned-time';

type WithdrawalEntryProps = {
  withdrawal: Withdrawal | null;
  withdrawnAt: Date | null;
  page: Href;
  zone: string;
};

/** On the page of a session or seat: the way to withdraw from its contract, or when that was done. */
export function WithdrawalEntry({ withdrawal, withdrawnAt, page, zone }: WithdrawalEntryProps) {
  const t = useTranslations('withdrawal.entry');
  const locale = useLocale();
  if (withdrawnAt)
    return (
      <Banner>
        {t('done', { date: formatZoned(withdrawnAt, { locale, zone, style: 'fullDateTime' }) })}
      </Banner>
    );
  if (!withdrawal) return null;
  const way = (
    <PageLink to={page} className="link">
      {t('action')}
    </PageLink>
  );
  return (
    <Banner tone="line" action={way}>
      {t('until', { date: formatUntil(withdrawal.until, { locale, zone }) })}
    </Banner>
  );
}
