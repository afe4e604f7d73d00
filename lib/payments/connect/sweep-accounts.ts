import { db } from '@/lib/server/db/client';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { refreshConnectAccount } from './refresh-account';
import { listIncomplete } from './repository';

const batch = 50;
/** So many are read at once; the others have their turn an hour later. */
const most = 200;

/**
 * Reads connected accounts anew that cannot be paid yet, those first that were not read for the longest: the event that tells
 * that one is complete may be lost. Returns how many failed.
 */
export function sweepAccounts(now: Date): Promise<number> {
  return sweepRows({
    name: 'payments.accounts',
    next: async (seen) => (seen.length < most ? listIncomplete(db(), batch, seen) : []),
    handle: ({ id }) => refreshConnectAccount(id, now),
  });
}
