import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { localDate } from '@/lib/shared/time';
import { moveEntry } from './move-entry';
import { listEnding, lockEntry } from './repository';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/** Writes down that the last day of a wait is over, wherever its provider lives. Returns how many failed. */
export function endWaiting(now: Date): Promise<number> {
  return sweepRows({
    name: 'waiting.end',
    next: (seen) => listEnding(db(), localDate(now, 'UTC-12:00'), batch, seen),
    handle: ({ id }) =>
      inTransaction(async (tx) => {
        const entry = await lockEntry(tx, id);
        if (entry?.status === 'waiting') await moveEntry(tx, { entry, transition: 'end', by, now });
      }),
  });
}
