import type { Actor } from '@/lib/access/actor';
import { findPlan } from '@/lib/plans/repository';
import { defaultPlanCode } from '@/lib/plans/rules/plans';
import { registerProvider } from '@/lib/profiles/register-provider';
import type { RegisterProviderInput } from '@/lib/profiles/schema';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { openPlanCheckout, type PlanCheckoutRequest } from './open-plan-checkout';
import { isPaidPlan } from './plan-price';
import { findBuyer } from './repository';

/** Where a new practice goes on: to pay, to its profile, or to its plan when paying could not be begun. */
export type Begun = { providerId: string; checkoutUrl: string | null; isUnpaid: boolean };

/**
 * Turns an account into a practice on the plan that was chosen by hand. One that costs something begins when it is paid;
 * until then, and for whoever comes back without having paid, the practice has the plan that costs nothing and can be
 * finished like any other.
 */
export async function beginPractice(
  actor: Actor,
  input: RegisterProviderInput,
  request: Omit<PlanCheckoutRequest, 'now'>,
): Promise<Result<Begun>> {
  const plan = await findPlan(db(), input.planCode);
  if (!plan?.isActive) return fieldErrors({ planCode: 'plan.notOffered' });
  const isPaid = isPaidPlan(plan);
  const registered = await registerProvider(actor, {
    ...input,
    planCode: isPaid ? defaultPlanCode : plan.code,
  });
  if (!registered.ok) return registered;
  const { providerId } = registered.value;
  if (!isPaid) return ok({ providerId, checkoutUrl: null, isUnpaid: false });
  const buyer = await findBuyer(db(), providerId);
  if (!buyer) return err('common.notFound');
  const opened = await openPlanCheckout(buyer, plan, { ...request, now: await clock() });
  return ok({ providerId, checkoutUrl: opened.ok ? opened.value.url : null, isUnpaid: !opened.ok });
}
