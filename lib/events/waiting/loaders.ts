import type { AccountActor } from '@/lib/access/actor';
import { shownSince } from '@/lib/booking/rules/waiting';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { listOwnSeatEntries } from './repository';

/** The seats that a client waits for, those that are kept for them, and what came to nothing lately. */
export async function loadOwnSeatWaiting(actor: AccountActor) {
  return listOwnSeatEntries(db(), actor.accountId, shownSince(await clock()));
}
