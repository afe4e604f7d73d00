import { isBarred, type Actor } from '@/lib/access/actor';
import { asClientOf, type BookingClient } from '@/lib/booking/as-client';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { err, ok, type Result } from '@/lib/shared/result';
import { countTaken, findEvent, findSellerOf, lockEvent } from '../repository';
import { newSeatHold, seatsLeft, whyNotOnSale } from '../rules/seats';
import type { SeatRecord } from '../types';
import { offerFreedSeats } from '../waiting/offer-freed-seats';
import { confirmSeat } from './confirm-seat';
import { endSeatHold } from './end-hold';
import { insertSeatHold } from './insert-hold';
import { findOpenSeat } from './repository';

export type TakenSeat = {
  seatId: string;
  /** Nothing is to pay: it is booked. */
  isBooked: boolean;
};

/**
 * Holds a seat for the client for 15 minutes, at most until the start, and copies the terms of the sale onto it; at price
 * 0 it is booked at once. Requests for one event are judged one after the other, so that the last seat goes to one:
 * `event.full`. Seats that are free by now, for instance because a hold is over, go to those who wait first. A seat that
 * the client holds already is answered with it; one that is booked is `event.alreadyBooked`.
 */
export async function takeSeat(actor: Actor, { eventId }: { eventId: string }): Promise<Result<TakenSeat>> {
  const event = await findEvent(db(), eventId);
  if (!event || event.status === 'draft') return err('common.notFound');
  const client = asClientOf(actor, 'seat:take', event);
  if (!client.ok) return client;
  if (!(await isWithinLimit(`seat/${client.value.accountId}`, 60, 3600))) return err('common.rateLimited');
  const now = await clock();
  return inTransaction((tx) => take(tx, eventId, client.value, now));
}

async function take(tx: Tx, eventId: string, client: BookingClient, now: Date): Promise<Result<TakenSeat>> {
  const event = await lockEvent(tx, eventId);
  if (!event) return err('common.notFound');
  const isLineLeft = await offerFreedSeats(tx, event, null, now);
  const own = await findOpenSeat(tx, { eventId, clientId: client.accountId });
  if (own && own.status !== 'held') return err('event.alreadyBooked');
  const isRunning = own?.heldUntil && now < own.heldUntil;
  const seller = await findSellerOf(tx, event);
  if (own && isRunning && event.status === 'published')
    return isBarred(seller.status) ? err('provider.notBookable') : bookIfFree(tx, own, now);
  const by = { party: 'system' as const, accountId: null };
  if (own) {
    const ended = await endSeatHold(tx, { seat: own, transition: 'holdOver', by, now });
    if (!ended.ok) return ended;
  }
  const refusal = whyNotOnSale(event, now);
  if (refusal) return err(refusal);
  if (seller.status !== 'published' || seller.areSalesStopped) return err('provider.notBookable');
  const left = seatsLeft(event.maximumSeats, (await countTaken(tx, [eventId], now))(eventId));
  if (isLineLeft || left === 0) return err('event.full');
  const { heldUntil } = newSeatHold(event.startsAt, now);
  const seat = await insertSeatHold(tx, { event, seller, client, heldUntil, now });
  return bookIfFree(tx, seat, now);
}

async function bookIfFree(tx: Tx, seat: SeatRecord, now: Date): Promise<Result<TakenSeat>> {
  const { id: seatId, clientId, priceAmount } = seat;
  if (priceAmount > 0) return ok({ seatId, isBooked: false });
  const confirmed = await confirmSeat(tx, seat, { party: 'client', accountId: clientId }, now);
  return confirmed.ok ? ok({ seatId, isBooked: true }) : confirmed;
}
