import { subscriptionMachine, type SubscriptionTransition } from '@/lib/plans/rules/subscription-status';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { updateSubscription } from './repository';
import type { PlanSubscription } from './types';

export type Mover = { party: 'provider' | 'system'; accountId: string | null };

type Move = {
  subscription: PlanSubscription;
  transition: SubscriptionTransition;
  by: Mover;
  now: Date;
  data?: Prisma.PlanSubscriptionUncheckedUpdateManyInput;
};

/** Moves a locked subscription by its machine, with its audit row; a move that is not allowed is a bug. */
export async function moveSubscription(tx: Tx, move: Move): Promise<PlanSubscription> {
  const { subscription, transition, by, now, data } = move;
  const next = subscriptionMachine.next(subscription.status, transition, by.party);
  if (!next.ok) throw new Error(`subscription ${subscription.id}: ${transition} from ${subscription.status}`);
  const moved = await updateSubscription(tx, subscription, { ...data, status: next.value });
  if (!moved) throw new Error(`subscription ${subscription.id} changed while it was locked`);
  await recordAudit(tx, {
    at: now,
    ...by,
    action: `subscription.${transition}`,
    subjectType: 'subscription',
    subjectId: subscription.id,
    from: subscription.status,
    to: next.value,
  });
  return moved;
}
