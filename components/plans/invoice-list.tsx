import { CircleAlert, CircleCheckBig, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import type { OwnInvoice } from '@/lib/plans/subscriptions/types';
import { money } from '@/lib/shared/money';

const looks = {
  open: { icon: CircleAlert, className: 'bg-pending-soft text-pending' },
  paid: { icon: CircleCheckBig, className: 'bg-accepted-soft text-accepted' },
  void: { icon: X, className: 'bg-cancelled-soft text-cancelled' },
  uncollectible: { icon: X, className: 'bg-cancelled-soft text-cancelled' },
} as const;

/** What was billed for the plan; each number leads to the invoice itself. */
export function InvoiceList({ invoices, zone }: { invoices: readonly OwnInvoice[]; zone: string }) {
  const t = useTranslations('plan.invoices');
  if (invoices.length === 0) return <p className="text-sm text-ink-2">{t('none')}</p>;
  const sum = ({ netAmount, vatAmount, currency }: OwnInvoice) => money(netAmount + vatAmount, currency);
  return (
    <Table
      caption={t('heading')}
      rows={invoices}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          heading: t('number'),
          narrow: 'first',
          cell: ({ number, hostedUrl }) =>
            hostedUrl ? (
              <a href={hostedUrl} className="link">
                {number}
              </a>
            ) : (
              number
            ),
        },
        {
          key: 'date',
          heading: t('date'),
          narrow: 'second',
          cell: ({ issuedAt }) => <Instant at={issuedAt} zone={zone} style="date" />,
        },
        {
          key: 'net',
          heading: t('net'),
          numeric: true,
          narrow: 'hidden',
          cell: ({ netAmount, currency }) => <Money value={money(netAmount, currency)} />,
        },
        {
          key: 'vat',
          heading: t('vat'),
          numeric: true,
          narrow: 'hidden',
          cell: ({ vatAmount, currency }) => <Money value={money(vatAmount, currency)} />,
        },
        {
          key: 'total',
          heading: t('total'),
          numeric: true,
          narrow: 'end',
          cell: (invoice) => <Money value={sum(invoice)} />,
        },
        {
          key: 'status',
          heading: t('status'),
          narrow: 'second',
          cell: ({ status }) => <Chip {...looks[status]}>{t(`states.${status}`)}</Chip>,
        },
      ]}
    />
  );
}
