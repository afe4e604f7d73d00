import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { endNow } from './end-now';
import { moveSubscription } from './move-subscription';
import { closeCheckout } from './open-plan-checkout';
import { findSubscription, lockSubscription } from './repository';

/**
 * The plan of a practice that an admin has closed is over at once: nothing more is charged, and nobody can pay for one that
 * was only chosen. Running it twice changes nothing.
 */
export async function endPlanOfClosed(id: string, now: Date): Promise<void> {
  const subscription = await findSubscription(db(), id);
  if (!subscription || subscription.status === 'ended') return;
  const { status, stripeSubscriptionId: subscriptionId } = subscription;
  if (status !== 'pending') {
    if (subscriptionId) await endNow({ id, subscriptionId }, now);
    return;
  }
  // One that was paid meanwhile is ended the next time.
  if (!(await closeCheckout(subscription, now))) return;
  await inTransaction(async (tx) => {
    const pending = await lockSubscription(tx, id);
    if (pending?.version !== subscription.version) return;
    const by = { party: 'system', accountId: null } as const;
    const data = { endedAt: now, checkoutUrl: null };
    await moveSubscription(tx, { subscription: pending, transition: 'abandon', by, now, data });
  });
}
