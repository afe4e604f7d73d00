import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { pageNumber } from '@/components/layout/page-number';
import { PracticeShell } from '@/components/layout/practice-shell';
import { DebtList } from '@/components/payments/earnings/debt-list';
import { EarningFilter } from '@/components/payments/earnings/earning-filter';
import { EarningList } from '@/components/payments/earnings/earning-list';
import { EarningsPapers } from '@/components/payments/earnings/earnings-papers';
import { MonthChart } from '@/components/payments/earnings/month-chart';
import { NextPayout } from '@/components/payments/earnings/next-payout';
import { PayoutAccountCard } from '@/components/payments/earnings/payout-account-card';
import { PayoutSettings } from '@/components/payments/earnings/payout-settings';
import { Totals } from '@/components/payments/earnings/totals';
import { WaitingBanner } from '@/components/payments/earnings/waiting-banner';
import { TaxNotice } from '@/components/payments/tax-notice';
import { Pagination } from '@/components/ui/pagination';
import { loadNow, loadOwnerActor } from '@/lib/accounts/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import {
  loadEarningMonths,
  loadEarnings,
  loadEarningTotals,
  loadEarningYears,
  loadPayoutOutlook,
} from '@/lib/payments/loaders';
import { readEarningQuestion } from '@/lib/payments/rules/earning-question';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('earnings');
  return { title: t('title'), robots: { index: false } };
}

export default async function EarningsPage({ searchParams }: PageProps<'/[locale]/practice/earnings'>) {
  const query = await searchParams;
  const number = pageNumber(query.page);
  const asked = readEarningQuestion(query);
  const actor = await loadOwnerActor('/practice/earnings');
  const { timeZone: zone } = await loadOwnProfile(actor);
  const [totals, outlook, months, { earnings, hasMore }, years, now, locale, t] = await Promise.all([
    loadEarningTotals(actor, zone),
    loadPayoutOutlook(actor),
    loadEarningMonths(actor, zone),
    loadEarnings(actor, { page: number, zone, ...asked }),
    loadEarningYears(actor, zone),
    loadNow(),
    getLocale(),
    getTranslations('earnings'),
  ]);
  const news = query.onboarding === 'back' || query.onboarding === 'failed' ? query.onboarding : undefined;
  const debtNews = (['paid', 'failed', 'nothing'] as const).find((one) => one === query.debts);
  const { state, month } = asked;
  const kept = { ...(state && { state }), ...(month && { month }) };
  const at = (page: number) => pagePath({ pathname: '/practice/earnings', query: { ...kept, page } }, locale);
  return (
    <PracticeShell actor={actor} current="earnings" page="/practice/earnings">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid gap-6">
        <WaitingBanner waiting={outlook.waiting} zone={zone} />
        {outlook.obstacles.includes('tax') && <TaxNotice />}
        <div className="grid items-start gap-6 min-[75rem]:grid-cols-[minmax(0,1fr)_21.5rem]">
          <div className="grid min-w-0 gap-6">
            <Totals totals={totals} isReady={outlook.obstacles.length === 0} />
            <NextPayout outlook={outlook} zone={zone} now={now} />
            <MonthChart months={months} currency={totals.currency} zone={zone} />
            <DebtList
              debts={outlook.debts}
              owed={totals.owed}
              payable={outlook.payableDebt}
              news={debtNews}
              currency={totals.currency}
              zone={zone}
              now={now}
            />
            <EarningsPapers years={years} />
          </div>
          <div className="grid min-w-0 gap-6">
            <PayoutAccountCard account={outlook.account} requirements={outlook.requirements} news={news} />
            <PayoutSettings {...outlook} />
          </div>
        </div>
        <div>
          <EarningList
            earnings={earnings}
            zone={zone}
            isFiltered={state !== null || month !== null}
            filter={<EarningFilter asked={asked} zone={zone} now={now} />}
          />
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
