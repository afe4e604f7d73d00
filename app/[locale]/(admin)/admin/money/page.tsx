import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BalancesCard } from '@/components/admin/money/balances-card';
import { CheckCard } from '@/components/admin/money/check-card';
import { DebtList } from '@/components/admin/money/debt-list';
import { PaymentList } from '@/components/admin/money/payment-list';
import { AdminShell } from '@/components/layout/admin-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { buttonStyles } from '@/components/ui/button';
import { loadAdminActor } from '@/lib/accounts/loaders';
import { loadMoneyState } from '@/lib/payments/oversight/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminMoney');
  return { title: t('title'), robots: { index: false } };
}

/** The operator's money: the check of the ledger and what stops, balances, what failed, and what is owed. */
export default async function MoneyPage() {
  const actor = await loadAdminActor('/admin/money');
  const { check, differences, balances, own, troubled, debts, currency } = await loadMoneyState(actor);
  const t = await getTranslations('adminMoney');
  const zone = actor.timeZone ?? 'UTC';
  return (
    <AdminShell actor={actor} current="money" page="/admin/money">
      <PageHead
        heading={t('title')}
        lede={t('lede')}
        action={
          <PageLink to="/admin/payments" className={buttonStyles({ variant: 'secondary' })}>
            {t('payments.all')}
          </PageLink>
        }
      />
      <div className="grid items-start gap-6 min-[75rem]:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-6">
          <CheckCard check={check} differences={differences} zone={zone} />
          <PaymentList heading={t('troubled')} empty={t('noTrouble')} payments={troubled} zone={zone} />
          <DebtList debts={debts} zone={zone} />
        </div>
        <BalancesCard balances={balances} own={own} currency={currency} />
      </div>
    </AdminShell>
  );
}
