import { REFUND_LOOK_MINUTES } from '@/lib/payments/rules/refund';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { addMinutes } from '@/lib/shared/time';
import { applyFacts } from '../apply-facts';
import { readFacts } from '../read-facts';
import { listUnchecked } from './repository';

const batch = 20;

/**
 * Asks the payment service about refunds under way that it has not spoken of for a while: the event that would tell may
 * be lost. The booking is over by then and has nothing to follow. Returns how many rows failed.
 */
export function pollRefunds(now: Date): Promise<number> {
  return sweepRows({
    name: 'payments.pollRefunds',
    next: (seen) => listUnchecked(db(), addMinutes(now, -REFUND_LOOK_MINUTES), batch, seen),
    handle: async ({ intentId }) => {
      const facts = await readFacts({ intentId });
      if (facts) await inTransaction((tx) => applyFacts(tx, facts, now));
    },
  });
}
