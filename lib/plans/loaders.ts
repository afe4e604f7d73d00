import { notFound } from 'next/navigation';
import { emptyMonth, splitPrice } from '@/lib/payments/rules/commission';
import { commissionTerms, defaultPlanCode } from '@/lib/plans/rules/plans';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { money } from '@/lib/shared/money';
import { listPlans } from './repository';
import type { PlanView } from './types';

/** The plans that are sold, with the one that the reader holds. */
export function loadPlans(heldCode: string): Promise<PlanView[]> {
  return listPlans(db(), [heldCode]);
}

/** The plan of whoever begins to offer sessions. */
export async function loadDefaultPlan(): Promise<PlanView | undefined> {
  const plans = await listPlans(db(), [defaultPlanCode]);
  return plans.find(({ code }) => code === defaultPlanCode);
}

/** The price at which the plan's page shows what remains. */
const exampleAmount = 10_000;

/** The plan that a provider holds, and what it keeps of an example session. */
export async function loadOwnPlan(code: string, isReverseCharge: boolean) {
  const plan = (await listPlans(db(), [code])).find((one) => one.code === code);
  if (!plan) return notFound();
  const terms = commissionTerms(plan, env().COMMISSION_VAT_BPS, isReverseCharge);
  const price = money(exampleAmount, plan.fee.currency);
  return { plan, example: { price, split: splitPrice(exampleAmount, terms, emptyMonth).split } };
}
