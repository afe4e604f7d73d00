import { db } from '@/lib/server/db/client';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { log } from '@/lib/server/log';
import { isMissing } from '@/lib/server/stripe/outcome';
import { refreshConnectAccount } from './refresh-account';
import { listIncomplete, updateConnectAccount } from './repository';

const batch = 50;
/** So many are read at once; the others have their turn an hour later. */
const most = 200;

/**
 * Reads connected accounts anew that cannot be paid yet, those first that were not read for the longest: the event that tells
 * that one is complete may be lost. One that the service does not know any more is paid nothing. Returns how many failed.
 */
export function sweepAccounts(now: Date): Promise<number> {
  return sweepRows({
    name: 'payments.accounts',
    next: async (seen) => (seen.length < most ? listIncomplete(db(), batch, seen) : []),
    handle: ({ id }) => read(id, now),
  });
}

async function read(id: string, now: Date): Promise<void> {
  try {
    await refreshConnectAccount(id, now);
  } catch (error) {
    if (!isMissing(error)) throw error;
    log.error({ account: id }, 'connected account unknown to the payment service');
    const nothing = { transfersActive: false, detailsComplete: false, requirements: [] };
    await updateConnectAccount(db(), id, { ...nothing, refreshedAt: now });
  }
}
