import { notFound } from 'next/navigation';
import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { type Money, money } from '@/lib/shared/money';
import { readSoldPlans } from './cache';
import { countHolders, listAllPlans, readMinimums } from './repository';
import { type Margin, marginOf } from './rules/margin';
import type { MinimumPrices } from './rules/minimum-price';
import { commissionTerms, defaultPlanCode } from './rules/plans';
import type { PlanView } from './types';

/** The plans that are sold, in the operator's order. */
export { readSoldPlans as loadSoldPlans } from './cache';

/** The plan of whoever begins to offer sessions. */
export async function loadDefaultPlan(): Promise<PlanView | undefined> {
  const plans = await readSoldPlans();
  return plans.find(({ code }) => code === defaultPlanCode);
}

export type PlanForAdmin = {
  plan: PlanView;
  /** How many practices hold it. */
  holders: number;
  /** What the platform keeps of one session at the example's price. */
  margin: Margin;
};

export type PlansForAdmin = {
  plans: readonly PlanForAdmin[];
  example: Money;
  minimums: MinimumPrices;
};

/** The price of the session by which plans are compared. */
const exampleAmount = 12_000;

/** Every plan with what it leaves the platform, and the minimum prices; 404 for everybody but the operator. */
export async function loadPlansForAdmin(actor: AccountActor): Promise<PlansForAdmin> {
  if (!can(actor, 'plan:edit', null)) return notFound();
  const [plans, holders, minimums] = await Promise.all([
    listAllPlans(db()),
    countHolders(db()),
    readMinimums(db()),
  ]);
  return {
    plans: plans.map((plan) => ({
      plan,
      holders: holders.get(plan.code) ?? 0,
      margin: marginOf(exampleAmount, {
        ...commissionTerms(plan, env().COMMISSION_VAT_BPS, false),
        advisorBearsFee: plan.advisorBearsFee,
      }),
    })),
    example: money(exampleAmount, env().CURRENCY),
    minimums,
  };
}

/** What prices must be at least, for the forms that ask for them. */
export function loadMinimums(): Promise<MinimumPrices> {
  return readMinimums(db());
}
