import { offerEnds } from '@/lib/booking/rules/waiting';
import { moveEntry } from '@/lib/booking/waiting/move-entry';
import type { Tx } from '@/lib/server/db/client';
import { countTaken, findSellerOf, type Seller } from '../repository';
import { seatsLeft, whyNotOnSale } from '../rules/seats';
import { insertSeatHold } from '../seats/insert-hold';
import { tellClient } from '../tell';
import type { EventRecord } from '../types';
import { listLine, type WaitingForSeat } from './repository';

/** So many are offered in one transaction: each is a row, its money and a mail. */
const mostAtOnce = 50;

const by = { party: 'system' as const, accountId: null };

/**
 * Seats of an event that are free go to those who wait for one, the first in line first: held for them for as long as a
 * freed place is, not beyond the booking deadline, and they are told. In the transaction that freed the seat; the event is
 * locked. Whoever has just given one up is passed over. True when that was much for one transaction, and seats are left for
 * others who wait.
 */
export async function offerFreedSeats(
  tx: Tx,
  event: EventRecord,
  givenUpBy: string | null,
  now: Date,
): Promise<boolean> {
  if (whyNotOnSale(event, now)) return false;
  const line = await listLine(tx, event, { exceptClientId: givenUpBy, take: mostAtOnce + 1 });
  if (line.length === 0) return false;
  const left = seatsLeft(event.maximumSeats, (await countTaken(tx, [event.id], now))(event.id));
  if (left === 0) return false;
  const seller = await findSellerOf(tx, event);
  if (seller.status !== 'published') return false;
  for (const entry of line.slice(0, Math.min(left, mostAtOnce)))
    await offer(tx, { event, seller, entry, now });
  return Math.min(left, line.length) > mostAtOnce;
}

type Offered = { event: EventRecord; seller: Seller; entry: WaitingForSeat; now: Date };

async function offer(tx: Tx, { event, seller, entry, now }: Offered): Promise<void> {
  const ends = offerEnds(event.startsAt, now);
  const seat = await insertSeatHold(tx, {
    event,
    seller,
    client: { accountId: entry.clientId, timeZone: entry.timeZone },
    heldUntil: ends < event.bookUntil ? ends : event.bookUntil,
    waitingEntryId: entry.id,
    now,
  });
  const moved = await moveEntry(tx, { entry, transition: 'offer', by, now });
  if (!moved.ok) throw new Error(`waiting entry ${entry.id}: ${moved.error.code}`);
  await tellClient(tx, seat.id, 'seatOffered');
}
