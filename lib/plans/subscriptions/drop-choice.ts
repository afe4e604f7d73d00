import type { Actor } from '@/lib/access/actor';
import { asPracticeOwner } from '@/lib/profiles/own-provider';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { serviceFault } from '@/lib/server/stripe/outcome';
import { err, ok, type Result } from '@/lib/shared/result';
import { abandonChoice } from './abandon-choice';
import { closeCheckout } from './open-plan-checkout';
import { findLive } from './repository';
import type { PlanSubscription } from './types';

/**
 * Gives up a plan that was chosen and not paid: nobody can pay on its page any more. `plan.alreadyPaid` when somebody was
 * faster.
 */
export async function dropChoice(actor: Actor): Promise<Result<undefined>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  const { provider, accountId } = owner.value;
  const live = await findLive(db(), provider.id);
  if (live?.status !== 'pending') return err('plan.notPaid');
  return dropPending(live, { accountId, now: await clock() });
}

export async function dropPending(
  pending: PlanSubscription,
  { accountId, now }: { accountId: string; now: Date },
): Promise<Result<undefined>> {
  try {
    if (!(await closeCheckout(pending, now))) return err('plan.alreadyPaid');
  } catch (error) {
    if (!serviceFault(error)) throw error;
    return err('payment.serviceUnavailable');
  }
  const isAbandoned = await abandonChoice(pending, { party: 'provider', accountId }, now);
  return isAbandoned ? ok() : err('common.conflict');
}
