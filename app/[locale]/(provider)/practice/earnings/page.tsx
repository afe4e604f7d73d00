import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { pageNumber } from '@/components/layout/page-number';
import { PracticeShell } from '@/components/layout/practice-shell';
import { EarningList } from '@/components/payments/earning-list';
import { EarningsPapers } from '@/components/payments/earnings-papers';
import { PayoutAccountCard } from '@/components/payments/payout-account-card';
import { TaxNotice } from '@/components/payments/tax-notice';
import { Totals } from '@/components/payments/totals';
import { Pagination } from '@/components/ui/pagination';
import { loadOwnerActor } from '@/lib/accounts/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadEarnings, loadEarningTotals, loadEarningYears, loadPayoutAccount } from '@/lib/payments/loaders';
import { loadTaxData } from '@/lib/payments/tax/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('earnings');
  return { title: t('title'), robots: { index: false } };
}

export default async function EarningsPage({ searchParams }: PageProps<'/[locale]/practice/earnings'>) {
  const query = await searchParams;
  const number = pageNumber(query.page);
  const actor = await loadOwnerActor('/practice/earnings');
  const { timeZone: zone } = await loadOwnProfile(actor);
  const [totals, account, { earnings, hasMore }, years, tax, locale] = await Promise.all([
    loadEarningTotals(actor, zone),
    loadPayoutAccount(actor),
    loadEarnings(actor, number),
    loadEarningYears(actor, zone),
    loadTaxData(actor),
    getLocale(),
  ]);
  const t = await getTranslations('earnings');
  const news = query.onboarding === 'back' || query.onboarding === 'failed' ? query.onboarding : undefined;
  const at = (page: number) => pagePath({ pathname: '/practice/earnings', query: { page } }, locale);
  return (
    <PracticeShell actor={actor} current="earnings" page="/practice/earnings">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid gap-6">
        {tax === null && <TaxNotice />}
        <div className="grid items-start gap-6 min-[75rem]:grid-cols-[minmax(0,1fr)_21.5rem]">
          <div className="grid gap-6">
            <Totals totals={totals} account={account} />
            <EarningsPapers years={years} />
          </div>
          <PayoutAccountCard account={account} news={news} />
        </div>
        <div>
          <EarningList earnings={earnings} zone={zone} />
          <Pagination
            label={t('sessions.pages')}
            previousHref={number > 1 ? at(number - 1) : undefined}
            nextHref={hasMore ? at(number + 1) : undefined}
          />
        </div>
      </div>
    </PracticeShell>
  );
}
