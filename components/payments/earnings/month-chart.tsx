import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import { type Column, Table } from '@/components/ui/table';
import { formatInstant } from '@/lib/i18n/time-format';
import type { EarningMonth } from '@/lib/payments/earnings/types';
import { type Currency, money } from '@/lib/shared/money';

type MonthChartProps = {
  /** The oldest first; the last one is this month. */
  months: readonly EarningMonth[];
  currency: Currency;
  zone: string;
};

const sumOf = ({ amount, direct }: EarningMonth) => amount + direct;

/** What was earned in each of the last twelve months: in words, as bars, and as figures. */
export function MonthChart({ months, currency, zone }: MonthChartProps) {
  const t = useTranslations('earnings.chart');
  const locale = useLocale();
  const written = (value: number) => formatMoney(money(value, currency), locale);
  const total = months.reduce((sum, month) => sum + sumOf(month), 0);
  const thisMonth = months.at(-1);
  return (
    <Card className="card-pad grid gap-4">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      {total === 0 ? (
        <p className="text-sm text-ink-2">{t('empty')}</p>
      ) : (
        <>
          <p className="text-sm text-ink-2">
            {t('sum', { amount: written(total) })}
            {thisMonth &&
              sumOf(thisMonth) > 0 &&
              `, ${t('thisMonth', { amount: written(sumOf(thisMonth)) })}`}
          </p>
          <Bars months={months} zone={zone} />
          <div className="border-t border-line">
            <Disclosure summary={<span className="font-sans text-sm font-medium">{t('figures')}</span>}>
              <Figures months={months} currency={currency} zone={zone} />
            </Disclosure>
          </div>
        </>
      )}
    </Card>
  );
}

/** For the eye only: the figures say the same. */
function Bars({ months, zone }: Pick<MonthChartProps, 'months' | 'zone'>) {
  const locale = useLocale();
  const most = Math.max(1, ...months.map(sumOf));
  return (
    <div aria-hidden="true" className="flex items-end gap-1 sm:gap-2">
      {months.map((month, index) => (
        <div key={month.start.toISOString()} className="grid min-w-0 flex-1 gap-1">
          <div className="flex h-28 items-end border-b border-line-strong sm:h-36">
            <div
              className={clsx(
                'w-full rounded-t-xs',
                index === months.length - 1 ? 'bg-chart-1' : 'bg-chart-2',
              )}
              style={{ height: `${(Math.max(0, sumOf(month)) / most) * 100}%` }}
            />
          </div>
          <span className="text-center text-2xs text-ink-3">
            <span className="sm:hidden">
              {formatInstant(month.start, { locale, zone, style: 'monthLetter' })}
            </span>
            <span className="max-sm:hidden">
              {formatInstant(month.start, { locale, zone, style: 'month' })}
            </span>
          </span>
        </div>
      ))}
    </div>
  );
}

function Figures({ months, currency, zone }: MonthChartProps) {
  const t = useTranslations('earnings.chart');
  const locale = useLocale();
  const amount = (value: number) => <Money value={money(value, currency)} />;
  const hasDirect = months.some(({ direct }) => direct !== 0);
  const direct: Column<EarningMonth>[] = [
    {
      key: 'amount',
      heading: t('amount'),
      numeric: true,
      narrow: 'hidden',
      cell: (month) => amount(month.amount),
    },
    {
      key: 'direct',
      heading: t('direct'),
      numeric: true,
      narrow: 'hidden',
      cell: (month) => amount(month.direct),
    },
  ];
  const columns: Column<EarningMonth>[] = [
    {
      key: 'month',
      heading: t('month'),
      narrow: 'first',
      cell: ({ start }) => formatInstant(start, { locale, zone, style: 'monthYear' }),
    },
    ...(hasDirect ? direct : []),
    {
      key: 'total',
      heading: hasDirect ? t('total') : t('amount'),
      numeric: true,
      narrow: 'end',
      cell: (month) => amount(sumOf(month)),
    },
  ];
  return (
    <Table
      caption={t('heading')}
      columns={columns}
      rows={months.toReversed()}
      rowKey={({ start }) => start.toISOString()}
    />
  );
}
