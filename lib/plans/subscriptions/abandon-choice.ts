import { inTransaction } from '@/lib/server/db/transaction';
import { type Mover, moveSubscription } from './move-subscription';
import { lockSubscription } from './repository';
import type { PlanSubscription } from './types';

/** Gives up a plan that was chosen, once its page is closed. False when the choice was changed meanwhile. */
export function abandonChoice(pending: PlanSubscription, by: Mover, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const subscription = await lockSubscription(tx, pending.id);
    if (subscription?.version !== pending.version) return false;
    const data = { endedAt: now, checkoutUrl: null };
    await moveSubscription(tx, { subscription, transition: 'abandon', by, now, data });
    return true;
  });
}
