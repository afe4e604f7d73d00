import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { formatMoney } from '@/components/ui/money-format';
import { Facts } from '@/components/ui/table';
import type { Split } from '@/lib/payments/rules/commission';
import { shippedPlans } from '@/lib/plans/rules/plans';
import type { PlanView } from '@/lib/plans/types';
import { type Money, money } from '@/lib/shared/money';

type PlanCardProps = {
  plan: PlanView;
  /** What an advisor keeps of an example; shown for the plan one holds. */
  example?: { price: Money; split: Split } | undefined;
};

/** The terms of a plan in two lines. */
export function PlanCard({ plan, example }: PlanCardProps) {
  const t = useTranslations('plan');
  const locale = useLocale();
  const format = useFormatter();
  const known = shippedPlans.find(({ code }) => code === plan.code);
  const amount = formatMoney(plan.fee, locale);
  const rate = format.number(plan.commissionBps / 10_000, { style: 'percent', maximumFractionDigits: 2 });
  const fee =
    plan.fee.amount === 0
      ? t('noFee')
      : plan.feeInterval === 'year'
        ? t('perYear', { amount })
        : t('perMonth', { amount });
  const commission =
    plan.commissionBps === 0
      ? t('noCommission')
      : plan.isCommissionVatIncluded
        ? t('withVat', { rate })
        : t('plusVat', { rate });
  return (
    <Card className="card-pad grid content-start gap-4">
      <h3 className="font-serif text-h3 font-medium">{known ? t(`names.${known.code}`) : plan.code}</h3>
      <Facts
        facts={[
          { term: t('fee'), value: fee },
          { term: t('commission'), value: commission },
          ...(example
            ? [
                {
                  term: t('example', { price: formatMoney(example.price, locale) }),
                  value: t('youGet', {
                    amount: formatMoney(money(example.split.advisor, example.price.currency), locale),
                  }),
                  strong: true,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
