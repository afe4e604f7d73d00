import { db } from '@/lib/server/db/client';
import { abandonChoice } from './abandon-choice';
import { endNow } from './end-now';
import { closeCheckout } from './open-plan-checkout';
import { findSubscription } from './repository';

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
  // One that was paid or changed meanwhile is ended the next time.
  if (await closeCheckout(subscription, now))
    await abandonChoice(subscription, { party: 'system', accountId: null }, now);
}
