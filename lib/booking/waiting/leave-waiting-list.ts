import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { endHold } from '../end-hold';
import { lockBooking } from '../repository';
import { moveEntry } from './move-entry';
import { findEntry, findOfferOf, lockEntry } from './repository';
import type { EntryInput } from './schema';

/** The client waits no longer; a place that is kept for them goes on to the next. */
export async function leaveWaitingList(actor: Actor, { entryId }: EntryInput): Promise<Result<undefined>> {
  const found = await findEntry(db(), entryId);
  if (!found || !can(actor, 'waiting:leave', found)) return err('common.notFound');
  const by = { party: 'client' as const, accountId: actor.accountId };
  const now = await clock();
  return inTransaction(async (tx) => {
    await letOfferGo(tx, entryId, by, now);
    const entry = await lockEntry(tx, entryId);
    if (!entry) return err('common.notFound');
    const moved = await moveEntry(tx, { entry, transition: 'leave', by, now });
    return moved.ok ? ok() : moved;
  });
}

type Client = { party: 'client'; accountId: string };

/** Bookings are locked before the waits that they answer. */
async function letOfferGo(tx: Tx, entryId: string, by: Client, now: Date): Promise<void> {
  const offer = await findOfferOf(tx, entryId);
  const booking = offer && (await lockBooking(tx, offer.id));
  if (booking?.status === 'held') await endHold(tx, { booking, transition: 'abandon', by, now });
}
