import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import { type Column, Table } from '@/components/ui/table';
import { formatInstant } from '@/lib/i18n/time-format';
import type { DebtView } from '@/lib/payments/outlook/types';
import { type Currency, money } from '@/lib/shared/money';

type DebtListProps = {
  debts: readonly DebtView[];
  /** All that is owed, in minor units. */
  owed: number;
  currency: Currency;
  zone: string;
  now: Date;
};

/** What the advisor owes, and what it comes from; nothing when nothing is owed. */
export function DebtList({ debts, owed, currency, zone, now }: DebtListProps) {
  const t = useTranslations('earnings.debts');
  const locale = useLocale();
  if (owed === 0) return null;
  const written = (at: Date) => formatInstant(at, { locale, zone, style: 'date' });
  const columns: Column<DebtView>[] = [
    {
      key: 'kind',
      heading: t('kind'),
      narrow: 'first',
      cell: ({ kind, clientName: client, startsAt, dueAt }) => (
        <span className="grid">
          <b className="font-semibold">{t(`kinds.${kind}`)}</b>
          <span className="text-ink-2">{t('of', { client, date: written(startsAt) })}</span>
          {dueAt > now && <span className="text-ink-3">{t('later', { date: written(dueAt) })}</span>}
        </span>
      ),
    },
    {
      key: 'amount',
      heading: t('amount'),
      numeric: true,
      narrow: 'end',
      cell: ({ left }) => <Money value={money(left, currency)} />,
    },
  ];
  return (
    <Card className="card-pad grid gap-3">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      <p className="text-sm text-ink-2">
        {t('text', { amount: formatMoney(money(owed, currency), locale) })}
      </p>
      <Table caption={t('heading')} columns={columns} rows={debts} rowKey={({ id }) => id} />
    </Card>
  );
}
