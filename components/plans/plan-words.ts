import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/components/ui/money-format';
import { planAllows, planFeatures, shippedPlans } from '@/lib/plans/rules/plans';
import type { PlanView } from '@/lib/plans/types';

/** A plan in words: name, fee, commission, and what it adds. A plan that is not shipped is called by its code. */
export function usePlanWords() {
  const t = useTranslations('plan');
  const locale = useLocale();
  const format = useFormatter();
  const nameOf = (code: string): string => {
    const known = shippedPlans.find((plan) => plan.code === code);
    return known ? t(`names.${known.code}`) : code;
  };
  const rateOf = ({ commissionBps, isCommissionVatIncluded }: PlanView): string => {
    const rate = format.number(commissionBps / 10_000, { style: 'percent', maximumFractionDigits: 2 });
    if (commissionBps === 0) return t('noCommission');
    return isCommissionVatIncluded ? t('withVat', { rate }) : t('plusVat', { rate });
  };
  return {
    nameOf,
    /** "19,00 € a month", without what is said of VAT. */
    feeOf: ({ fee, feeInterval }: Pick<PlanView, 'fee' | 'feeInterval'>): string => {
      const amount = formatMoney(fee, locale);
      if (fee.amount === 0) return t('noFee');
      return feeInterval === 'year' ? t('aYear', { amount }) : t('aMonth', { amount });
    },
    commissionOf: (plan: PlanView): string => {
      const commission = rateOf(plan);
      return plan.advisorBearsFee ? t('bearsFee', { commission }) : commission;
    },
    featuresOf: (plan: Pick<PlanView, 'features'>): string[] =>
      planFeatures.filter((feature) => planAllows(plan, feature)).map((feature) => t(`features.${feature}`)),
  };
}
