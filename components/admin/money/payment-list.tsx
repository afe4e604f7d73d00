import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card, CardHead } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { type Column, Table } from '@/components/ui/table';
import type { WatchedPayment } from '@/lib/payments/oversight/types';
import { inLanguage } from '@/lib/shared/in-language';
import { money } from '@/lib/shared/money';

type PaymentListProps = {
  heading: string;
  empty: string;
  payments: readonly WatchedPayment[];
  zone: string;
};

/** Payments with where their money is; each leads to its own page. */
export function PaymentList({ heading, empty, payments, zone }: PaymentListProps) {
  const columns = useColumns(zone);
  return (
    <Card>
      <CardHead heading={heading} />
      <div className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-4">
        {payments.length === 0 ? (
          <p className="pb-2 text-sm text-ink-2">{empty}</p>
        ) : (
          <Table caption={heading} columns={columns} rows={payments} rowKey={({ id }) => id} />
        )}
      </div>
    </Card>
  );
}

function useColumns(zone: string): Column<WatchedPayment>[] {
  const t = useTranslations('adminMoney.payments');
  const tStates = useTranslations('adminMoney.states');
  const locale = useLocale();
  return [
    {
      key: 'payment',
      heading: t('payment'),
      narrow: 'first',
      cell: ({ id, title, titles, clientName, providerName }) => (
        <PageLink
          to={{ pathname: '/admin/payments/[paymentId]', params: { paymentId: id } }}
          className="grid w-fit hover:text-accent-ink"
        >
          <b className="font-semibold wrap-anywhere">{inLanguage(titles, locale, title)}</b>
          <span className="text-ink-2 wrap-anywhere">
            {t('parties', { client: clientName, provider: providerName })}
          </span>
        </PageLink>
      ),
    },
    {
      key: 'state',
      heading: t('state'),
      narrow: 'second',
      cell: ({ status, says }) => (
        <span className="grid">
          {tStates(status)}
          {says && <code className="text-xs text-ink-3">{says}</code>}
        </span>
      ),
    },
    {
      key: 'since',
      heading: t('since'),
      narrow: 'hidden',
      cell: ({ since }) => <Instant at={since} zone={zone} style="date" />,
    },
    {
      key: 'amount',
      heading: t('amount'),
      numeric: true,
      narrow: 'end',
      cell: ({ amount, currency }) => <Money value={money(amount, currency)} />,
    },
  ];
}
