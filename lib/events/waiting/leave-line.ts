import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { moveEntry } from '@/lib/booking/waiting/move-entry';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockEvent } from '../repository';
import { endSeatHold } from '../seats/end-hold';
import { findOpenSeat } from '../seats/repository';
import { findSeatEntry, lockSeatEntry } from './repository';

/** The client does not wait for a seat any more; one that is kept for them goes on to the next. */
export async function leaveLine(actor: Actor, { entryId }: { entryId: string }): Promise<Result<undefined>> {
  const found = await findSeatEntry(db(), entryId);
  if (!found?.eventId || !can(actor, 'waiting:leave', found)) return err('common.notFound');
  const of = { eventId: found.eventId, clientId: found.clientId };
  const by = { party: 'client' as const, accountId: actor.accountId };
  const now = await clock();
  return inTransaction(async (tx) => {
    await lockEvent(tx, of.eventId);
    const seat = await findOpenSeat(tx, of);
    if (seat?.status === 'held' && seat.waitingEntryId === entryId)
      return endSeatHold(tx, { seat, transition: 'abandon', by, now });
    const entry = await lockSeatEntry(tx, entryId);
    if (!entry) return err('common.notFound');
    const moved = await moveEntry(tx, { entry, transition: 'leave', by, now });
    return moved.ok ? ok() : moved;
  });
}
