import { defaultPlanCode } from '@/lib/plans/rules/plans';
import { db } from '@/lib/server/db/client';
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
