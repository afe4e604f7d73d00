import { moveEntry, moverOfWait } from '@/lib/booking/waiting/move-entry';
import type { Tx } from '@/lib/server/db/client';
import type { Mover } from '../change-status';
import type { SeatRecord } from '../types';
import { lockOpenSeatEntry } from './repository';

type Settled = { seat: SeatRecord; by: Mover; now: Date };

const system = { party: 'system' as const, accountId: null };

/**
 * What a seat means for its client's wait for one: booked, by an offer or otherwise, ends it as booked; an offer that is
 * let go or not answered in time ends it too, since there is nothing else to wait for.
 */
export async function settleSeatEntry(tx: Tx, { seat, by, now }: Settled): Promise<void> {
  const isPassed = seat.status === 'expired' && seat.waitingEntryId !== null;
  if (seat.status !== 'booked' && !isPassed) return;
  const { clientId, eventId } = seat;
  const entry = await lockOpenSeatEntry(tx, { clientId, eventId });
  if (!entry || (isPassed && entry.id !== seat.waitingEntryId)) return;
  const who = moverOfWait(by);
  if (seat.status === 'booked') {
    await need(moveEntry(tx, { entry, transition: 'take', by: who, now }));
    return;
  }
  const status = await need(moveEntry(tx, { entry, transition: 'pass', by: who, now }));
  await need(moveEntry(tx, { entry: { ...entry, status }, transition: 'end', by: system, now }));
}

async function need(moving: ReturnType<typeof moveEntry>) {
  const moved = await moving;
  if (!moved.ok) throw new Error(`waiting for a seat: ${moved.error.code}`);
  return moved.value.status;
}
