import { moveEntry } from '@/lib/booking/waiting/move-entry';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { lockEvent } from '../repository';
import { offerFreedSeats } from './offer-freed-seats';
import { listAwaitedEvents, listEndingSeatEntries, lockSeatEntry } from './repository';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/**
 * Seats that are free in other ways, for instance because the host allows more: to those who wait. Returns how many
 * failed.
 */
export function offerOpenSeats(now: Date): Promise<number> {
  return sweepRows({
    name: 'waiting.seats',
    next: (seen) => listAwaitedEvents(db(), now, batch, seen),
    handle: async ({ id }) => {
      let isLeft = true;
      while (isLeft) isLeft = await inTransaction((tx) => offerSeatsOf(tx, id, now));
    },
  });
}

async function offerSeatsOf(tx: Tx, eventId: string, now: Date): Promise<boolean> {
  const event = await lockEvent(tx, eventId);
  return event !== null && offerFreedSeats(tx, event, null, now);
}

/** Waits for events on which no seat can be taken any more end. Returns how many failed. */
export function endSeatWaiting(now: Date): Promise<number> {
  return sweepRows({
    name: 'waiting.endSeats',
    next: (seen) => listEndingSeatEntries(db(), now, batch, seen),
    handle: ({ id }) =>
      inTransaction(async (tx) => {
        const entry = await lockSeatEntry(tx, id);
        if (entry?.status === 'waiting') await moveEntry(tx, { entry, transition: 'end', by, now });
      }),
  });
}
