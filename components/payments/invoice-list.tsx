import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { buttonStyles } from '@/components/ui/button';
import { Card, CardHead } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { type Column, Table } from '@/components/ui/table';
import { formatInstant } from '@/lib/i18n/time-format';
import type { DocumentView } from '@/lib/payments/documents/types';
import { money, toCurrency } from '@/lib/shared/money';

type InvoiceListProps = { documents: readonly DocumentView[]; zone: string };

/** The operator's invoices on commission and their credit notes, each with its paper. */
export function InvoiceList({ documents, zone }: InvoiceListProps) {
  const t = useTranslations('documents.list');
  const columns = useColumns(zone);
  if (documents.length === 0) return <EmptyState heading={t('empty')}>{t('emptyText')}</EmptyState>;
  return (
    <Card>
      <CardHead heading={t('heading')} />
      <div className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-4">
        <Table caption={t('heading')} columns={columns} rows={documents} rowKey={({ id }) => id} />
      </div>
    </Card>
  );
}

function useColumns(zone: string): Column<DocumentView>[] {
  const t = useTranslations('documents.list');
  const amount = (value: number, { currency }: DocumentView) => (
    <Money value={money(value, toCurrency(currency))} />
  );
  return [
    {
      key: 'document',
      heading: t('document'),
      narrow: 'first',
      cell: (document) => <Named document={document} />,
    },
    {
      key: 'issued',
      heading: t('issued'),
      narrow: 'second',
      cell: ({ issuedAt }) => <Instant at={issuedAt} zone={zone} style="date" />,
    },
    {
      key: 'net',
      heading: t('net'),
      numeric: true,
      narrow: 'hidden',
      cell: (document) => amount(document.netAmount, document),
    },
    {
      key: 'vat',
      heading: t('vat'),
      numeric: true,
      narrow: 'hidden',
      cell: (document) => amount(document.vatAmount, document),
    },
    {
      key: 'gross',
      heading: t('gross'),
      numeric: true,
      narrow: 'end',
      cell: (document) => (
        <span className="grid justify-items-end">
          <b className="font-semibold">{amount(document.grossAmount, document)}</b>
          {document.dueAmount > 0 && (
            <span className="text-xs text-warm-ink">
              {t('due')} {amount(document.dueAmount, document)}
            </span>
          )}
        </span>
      ),
    },
    { key: 'paper', heading: t('paper'), cell: (document) => <PaperLink document={document} /> },
  ];
}

function Named({ document: { kind, label, month } }: { document: DocumentView }) {
  const t = useTranslations('documents');
  const locale = useLocale();
  const title = kind === 'receipt' ? t('receipt.title') : t(`commission.title.${kind}`);
  const style = { locale, zone: 'UTC', style: 'monthYear' } as const;
  return (
    <span className="grid">
      <b className="font-semibold">{title}</b>
      <span className="tnum text-ink-2">
        {label}
        {month !== null && `, ${formatInstant(new Date(`${month}-15T12:00:00Z`), style)}`}
      </span>
    </span>
  );
}

function PaperLink({ document: { id, label } }: { document: DocumentView }) {
  const t = useTranslations('documents.list');
  return (
    <a
      href={`/api/documents/${id}`}
      className={buttonStyles({ variant: 'secondary', size: 'sm' })}
      aria-label={t('downloadNamed', { label })}
    >
      <Icon of={Download} />
      {t('download')}
    </a>
  );
}
