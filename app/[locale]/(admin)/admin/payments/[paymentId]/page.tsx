import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { LedgerCard } from '@/components/admin/money/ledger-card';
import { PaymentFacts } from '@/components/admin/money/payment-facts';
import { RefundForm } from '@/components/admin/money/refund-form';
import { StepList } from '@/components/admin/money/step-list';
import { AdminShell } from '@/components/layout/admin-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { loadAdminActor } from '@/lib/accounts/loaders';
import { loadPayment } from '@/lib/payments/oversight/loaders';
import { inLanguage } from '@/lib/shared/in-language';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminMoney.payment');
  return { title: t('title'), robots: { index: false } };
}

/** One payment: where its money is, every step and entry, and giving it back by hand. */
export default async function PaymentPage({ params }: PageProps<'/[locale]/admin/payments/[paymentId]'>) {
  const { paymentId } = await params;
  const page = { pathname: '/admin/payments/[paymentId]', params: { paymentId } } as const;
  const actor = await loadAdminActor(page);
  const whole = await loadPayment(actor, paymentId);
  const { title, titles, clientName, providerName } = whole.named;
  const [t, tList, locale] = await Promise.all([
    getTranslations('adminMoney.payment'),
    getTranslations('adminMoney.payments'),
    getLocale(),
  ]);
  const zone = actor.timeZone ?? 'UTC';
  return (
    <AdminShell actor={actor} current="money" page={page}>
      <PageLink to="/admin/payments" className="link mb-3 inline-block text-sm">
        {t('back')}
      </PageLink>
      <PageHead
        heading={inLanguage(titles, locale, title)}
        lede={tList('parties', { client: clientName, provider: providerName })}
      />
      <div className="grid items-start gap-6 min-[75rem]:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid gap-6 min-[75rem]:order-1">
          <PaymentFacts payment={whole.payment} currency={whole.currency} zone={zone} />
          {whole.refundable > 0 && (
            <RefundForm paymentId={paymentId} most={whole.refundable} currency={whole.currency} />
          )}
        </div>
        <div className="grid min-w-0 gap-6">
          <LedgerCard entries={whole.entries} currency={whole.currency} zone={zone} />
          <StepList steps={whole.steps} zone={zone} />
        </div>
      </div>
    </AdminShell>
  );
}
