import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PaymentList } from '@/components/admin/money/payment-list';
import { AdminShell } from '@/components/layout/admin-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { loadAdminActor } from '@/lib/accounts/loaders';
import { loadPayments } from '@/lib/payments/oversight/loaders';
import { paymentSearchSchema } from '@/lib/payments/oversight/schema';
import { mostListed } from '@/lib/payments/oversight/types';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminMoney.payments');
  return { title: t('title'), robots: { index: false } };
}

export default async function PaymentsPage({ searchParams }: PageProps<'/[locale]/admin/payments'>) {
  const actor = await loadAdminActor('/admin/payments');
  const { q } = paymentSearchSchema.parse(await searchParams);
  const [payments, t] = await Promise.all([loadPayments(actor, q), getTranslations('adminMoney.payments')]);
  return (
    <AdminShell actor={actor} current="money" page="/admin/payments">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid max-w-[60rem] gap-6">
        <form className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <TextField id="payment-search" name="q" type="search" label={t('search')} defaultValue={q} />
          </div>
          <Button type="submit" variant="secondary">
            {t('submit')}
          </Button>
        </form>
        <PaymentList
          heading={t('heading')}
          empty={t('empty')}
          payments={payments}
          zone={actor.timeZone ?? 'UTC'}
        />
        {payments.length === mostListed && (
          <p className="text-sm text-ink-3">{t('more', { count: mostListed })}</p>
        )}
      </div>
    </AdminShell>
  );
}
