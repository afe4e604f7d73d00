import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import type { EarningTotals } from '@/lib/payments/earnings/types';
import type { PayoutAccount } from '@/lib/payments/loaders';
import { money } from '@/lib/shared/money';

type TotalsProps = { totals: EarningTotals; account: PayoutAccount };

/** Held, released, paid out: three numbers, each with what it means. */
export function Totals({ totals, account }: TotalsProps) {
  const t = useTranslations('earnings.totals');
  const items = [
    { label: t('held'), note: t('heldText'), value: totals.held },
    {
      label: t('released'),
      note: account === 'ready' ? t('releasedText') : t('waitingText'),
      value: totals.released,
    },
    { label: t('paidOut'), note: t('paidOutText'), value: totals.paidOut },
  ];
  return (
    <Card>
      <dl className="grid divide-line max-md:divide-y md:grid-cols-3 md:divide-x">
        {items.map(({ label, note, value }) => (
          <div key={label} className="card-pad grid content-start gap-1">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="font-serif text-h2">
              <Money value={money(value, totals.currency)} />
            </dd>
            <dd className="text-sm text-ink-3">{note}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
