import { applyFacts } from '@/lib/payments/apply-facts';
import { returnMoney } from '@/lib/payments/return-money';
import type { PaymentFacts } from '@/lib/payments/types';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { countTaken } from '../repository';
import { seatsLeft } from '../rules/seats';
import { tellClient } from '../tell';
import type { EventRecord, SeatRecord } from '../types';
import { changeSeat } from './change-seat';
import { confirmSeat } from './confirm-seat';
import { lockSeatWithEvent } from './lock-seat';
import { findOpenSeat } from './repository';

type SeatFacts = PaymentFacts & { subject: { seatId: string } };

const system = { party: 'system' as const, accountId: null };

/**
 * What the payment service says of a seat's money, applied in one transaction with what follows for the seat. Paid while
 * held, or late while a seat is free and the event is still what was sold: booked. Otherwise everything goes back and the
 * client is told. What came and is not what is due ends the hold.
 */
export async function followSeatPayment(facts: SeatFacts, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const found = await lockSeatWithEvent(tx, facts.subject.seatId);
    if (!found) throw new Error(`payment of an unknown seat ${facts.subject.seatId}`);
    const change = await applyFacts(tx, facts, now);
    if (change === 'lost') await loseSeat(tx, found.seat, now);
    if (change === 'secured') await secure(tx, found.seat, found.event, now);
  });
}

async function secure(tx: Tx, seat: SeatRecord, event: EventRecord, now: Date): Promise<void> {
  if (seat.status === 'booked' || seat.status === 'attended' || seat.status === 'absent') return;
  const isWaiting = seat.status === 'held' || seat.status === 'expired';
  if (isWaiting && (await isFreeFor(tx, seat, event, now))) {
    const confirmed = await confirmSeat(tx, seat, system, now);
    if (!confirmed.ok) throw new Error(`paid seat ${seat.id}: ${confirmed.error.code}`);
    return;
  }
  if (seat.status === 'held') await changeSeat(tx, { seat, transition: 'holdOver', by: system, now });
  await returnMoney(tx, { seatId: seat.id, cause: 'tooLate', now });
  await tellClient(tx, seat.id, 'paymentReturned');
}

/** Whether the seat that was paid can be booked: its hold runs, or there is one left and nothing has changed since. */
async function isFreeFor(tx: Tx, seat: SeatRecord, event: EventRecord, now: Date): Promise<boolean> {
  if (event.status !== 'published' || event.startsAt <= now || !isAsSold(seat, event)) return false;
  if (seat.status === 'held' && seat.heldUntil && now < seat.heldUntil) return true;
  const other = await findOpenSeat(tx, { eventId: event.id, clientId: seat.clientId });
  if (other && other.id !== seat.id) return false;
  return seatsLeft(event.maximumSeats, (await countTaken(tx, [event.id], now))(event.id)) > 0;
}

/** Whether the event takes place when it was sold to, and at that price. */
function isAsSold(seat: SeatRecord, event: EventRecord): boolean {
  const isSame = (a: Date, b: Date) => a.getTime() === b.getTime();
  return (
    isSame(seat.startsAt, event.startsAt) &&
    isSame(seat.endsAt, event.endsAt) &&
    seat.priceAmount === event.priceAmount
  );
}

/** What came is not what is due, and goes back. */
async function loseSeat(tx: Tx, seat: SeatRecord, now: Date): Promise<void> {
  if (seat.status !== 'held')
    return log.error({ seat: seat.id, status: seat.status }, 'payment lost after the seat was taken');
  const ended = await changeSeat(tx, { seat, transition: 'holdOver', by: system, now });
  if (!ended.ok) throw new Error(`seat ${seat.id} without its money: ${ended.error.code}`);
  await tellClient(tx, seat.id, 'paymentLost');
}
