import type { AccountActor } from '@/lib/access/actor';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { listOwnSeatEntries } from './repository';

/** What came to nothing is shown for so long. */
const shownDays = 14;

/** The seats that a client waits for, those that are kept for them, and what came to nothing lately. */
export async function loadOwnSeatWaiting(actor: AccountActor) {
  return listOwnSeatEntries(db(), actor.accountId, addHours(await clock(), -24 * shownDays));
}
