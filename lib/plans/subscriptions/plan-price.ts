import type { PlanView } from '@/lib/plans/types';
import { stripeGateway } from '@/lib/server/stripe/gateway';

/** A plan that costs something. */
export type PaidPlan = PlanView & { feeInterval: 'month' | 'year' };

export function isPaidPlan(plan: PlanView): plan is PaidPlan {
  return plan.feeInterval !== null && plan.fee.amount > 0;
}

/** The name on invoices: plans are called the same in all languages. */
export const invoiceName = (code: string) =>
  `Consilia ${code
    .split('_')
    .map((word) => (word === 'plus' ? 'PLUS' : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join(' ')}`;

/** The price of a plan as it is sold now, at the payment service. */
export function planPrice({ code, fee, feeInterval }: PaidPlan): Promise<string> {
  return stripeGateway().ensurePlanPrice({
    planCode: code,
    name: invoiceName(code),
    fee,
    interval: feeInterval,
  });
}
