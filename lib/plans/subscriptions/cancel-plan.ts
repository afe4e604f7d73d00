import type { Actor } from '@/lib/access/actor';
import { defaultPlanCode } from '@/lib/plans/rules/plans';
import { asPracticeOwner } from '@/lib/profiles/own-provider';
import { now as clock } from '@/lib/server/clock';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeSubscription, dropPlans } from './change-subscription';
import { endFor } from './choose-plan';

/**
 * Cancels the plan that is paid for: it ends with the period, nothing is given back, and the plan that costs nothing
 * follows. Bookings made keep their terms.
 */
export async function cancelPlan(actor: Actor): Promise<Result<undefined>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  return endFor(owner.value.provider.id, defaultPlanCode, await clock());
}

/** Takes back a cancellation, or a change that is planned for the end of the period. */
export async function resumePlan(actor: Actor): Promise<Result<undefined>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  return changeSubscription({
    providerId: owner.value.provider.id,
    asked: 'resume',
    check: ({ cancelAt, pendingPlanCode }) =>
      cancelAt === null && pendingPlanCode === null ? err('plan.nothingPlanned') : ok(),
    call: dropPlans,
    now: await clock(),
  });
}
