import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { endSeatHold } from './end-hold';
import { lockSeatWithEvent } from './lock-seat';
import { listOverdueHolds } from './repository';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/** Writes down that holds of seats are over; they have been free since then. Returns how many failed. */
export function expireHolds(now: Date): Promise<number> {
  return sweepRows({
    name: 'events.expireHolds',
    next: (seen) => listOverdueHolds(db(), now, batch, seen),
    handle: ({ id }) => inTransaction((tx) => expire(tx, id, now)),
  });
}

async function expire(tx: Tx, id: string, now: Date): Promise<void> {
  const seat = (await lockSeatWithEvent(tx, id))?.seat;
  if (seat?.status !== 'held' || !seat.heldUntil || now < seat.heldUntil) return;
  await endSeatHold(tx, { seat, transition: 'holdOver', by, now });
}
