import type { Plan } from '@/lib/plans/rules/plans';

type Fee = Pick<Plan, 'feeAmount' | 'feeInterval'>;

/**
 * How a provider comes to another plan. `free`: at once, nothing is paid before or after. `subscribe`: by paying. `now`: at
 * once, the rest of the running period is credited. `periodEnd`: what was paid for is used up first. `endThenFree`: the
 * same, and nothing is paid afterwards.
 */
export type PlanChange = 'free' | 'subscribe' | 'now' | 'periodEnd' | 'endThenFree';

/**
 * Up is at once: what the next payment asks for is more. Down, and away from a year that was paid ahead, is when the period
 * is over. `paid` is what is paid now; null for who pays nothing.
 */
export function planChange(paid: Fee | null, target: Fee): PlanChange {
  if (target.feeAmount === 0) return paid ? 'endThenFree' : 'free';
  if (!paid) return 'subscribe';
  return paid.feeInterval === 'month' && target.feeAmount > paid.feeAmount ? 'now' : 'periodEnd';
}
