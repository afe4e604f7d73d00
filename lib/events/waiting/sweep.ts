import { moveEntry } from '@/lib/booking/waiting/move-entry';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { lockEvent } from '../repository';
import { offerFreedSeats } from './offer-freed-seats';
import { listAwaitedEvents, listEndingSeatEntries, lockSeatEntry } from './repository';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/** Seats that are free in other ways, for instance because the host allows more: to those who wait. Returns how many failed. */
export function offerOpenSeats(now: Date): Promise<number> {
  return sweepRows({
    name: 'waiting.seats',
    next: (seen) => listAwaitedEvents(db(), now, batch, seen),
    handle: ({ id }) =>
      inTransaction(async (tx) => {
        const event = await lockEvent(tx, id);
        if (event) await offerFreedSeats(tx, event, null, now);
      }),
  });
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
