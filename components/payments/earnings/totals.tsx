import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import type { EarningTotals } from '@/lib/payments/earnings/types';
import { money } from '@/lib/shared/money';

type TotalsProps = {
  totals: EarningTotals;
  /** Nothing keeps released money from being paid out. */
  isReady: boolean;
};

/** Held, released, paid out: three numbers, each with what it means. */
export function Totals({ totals, isReady }: TotalsProps) {
  const t = useTranslations('earnings.totals');
  const locale = useLocale();
  const { currency, frozen, returning } = totals;
  const amount = (value: number) => formatMoney(money(value, currency), locale);
  const items = [
    {
      label: t('held'),
      notes: [t('heldText'), ...(frozen > 0 ? [t('frozen', { amount: amount(frozen) })] : [])],
      value: totals.held,
    },
    {
      label: t('released'),
      notes: [
        isReady ? t('releasedText') : t('waitingText'),
        ...(returning > 0 ? [t('returning', { amount: amount(returning) })] : []),
      ],
      value: totals.released,
    },
    { label: t('paidOut'), notes: [t('paidOutText')], value: totals.paidOut },
  ];
  return (
    <Card>
      <dl className="grid divide-line max-md:divide-y md:grid-cols-3 md:divide-x">
        {items.map(({ label, notes, value }) => (
          <div key={label} className="card-pad grid content-start gap-1">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="font-serif text-h2">
              <Money value={money(value, currency)} />
            </dd>
            {notes.map((note) => (
              <dd key={note} className="text-sm text-ink-3">
                {note}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}
