import type { AccountActor, Actor } from '@/lib/access/actor';
import { can, worksAt } from '@/lib/access/policy';
import { freeCancelUntil } from '@/lib/booking/rules/cancellation';
import { sellerTerms } from '@/lib/booking/sale-terms';
import { openPayment } from '@/lib/payments/open-payment';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { money, toCurrency } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { countTaken, findEvent, findSeller, listTexts, lockEvent } from '../repository';
import { newSeatHold, seatsLeft, whyNotOnSale } from '../rules/seats';
import { titlesOf } from '../rules/texts';
import type { EventRecord, SeatRecord } from '../types';
import { confirmSeat } from './confirm-seat';
import { endSeatHold } from './end-hold';
import { findOpenSeat, insertSeat } from './repository';

export type TakenSeat = {
  seatId: string;
  /** Nothing is to pay: it is booked. */
  isBooked: boolean;
};

/**
 * Holds a seat for the client for 15 minutes, at most until the start, and copies the terms of the sale onto it; at price
 * 0 it is booked at once. Requests for one event are judged one after the other, so that the last seat goes to one:
 * `event.full`. A seat that the client holds already is answered with it; one that is booked is `event.alreadyBooked`.
 */
export async function takeSeat(actor: Actor, { eventId }: { eventId: string }): Promise<Result<TakenSeat>> {
  const event = await findEvent(db(), eventId);
  if (!event || event.status === 'draft') return err('common.notFound');
  if (actor.kind !== 'account') return err('auth.signInRequired');
  if (worksAt(actor, event.providerId)) return err('event.ownEvent');
  if (!actor.isEmailVerified) return err('auth.emailNotVerified');
  if (!actor.timeZone) return err('account.timeZoneMissing');
  if (!can(actor, 'seat:take', event)) return err('common.forbidden');
  if (!(await isWithinLimit(`seat/${actor.accountId}`, 60, 3600))) return err('common.rateLimited');
  const client = { ...actor, timeZone: actor.timeZone };
  const now = await clock();
  return inTransaction((tx) => take(tx, eventId, client, now));
}

type Client = AccountActor & { timeZone: string };

async function take(tx: Tx, eventId: string, client: Client, now: Date): Promise<Result<TakenSeat>> {
  const event = await lockEvent(tx, eventId);
  if (!event) return err('common.notFound');
  const own = await findOpenSeat(tx, { eventId, clientId: client.accountId });
  if (own && own.status !== 'held') return err('event.alreadyBooked');
  const isRunning = own?.heldUntil && now < own.heldUntil;
  if (own && isRunning && event.status === 'published') return ok({ seatId: own.id, isBooked: false });
  const by = { party: 'system' as const, accountId: null };
  if (own) {
    const ended = await endSeatHold(tx, { seat: own, transition: 'holdOver', by, now });
    if (!ended.ok) return ended;
  }
  const refusal = whyNotOnSale(event, now);
  if (refusal) return err(refusal);
  const seller = await findSeller(tx, event.providerId);
  if (seller.status !== 'published') return err('provider.notBookable');
  if (seatsLeft(event.maximumSeats, (await countTaken(tx, [eventId], now))(eventId)) === 0)
    return err('event.full');
  const seat = await writeHold(tx, { event, seller, client, now });
  if (seat.priceAmount > 0) return ok({ seatId: seat.id, isBooked: false });
  const confirmed = await confirmSeat(tx, seat, { party: 'client', accountId: client.accountId }, now);
  return confirmed.ok ? ok({ seatId: seat.id, isBooked: true }) : confirmed;
}

type HoldData = {
  event: EventRecord;
  seller: Awaited<ReturnType<typeof findSeller>>;
  client: Client;
  now: Date;
};

async function writeHold(tx: Tx, { event, seller, client, now }: HoldData): Promise<SeatRecord> {
  const price = money(event.priceAmount, toCurrency(event.currency));
  const seat = await insertSeat(tx, {
    ...sellerTerms({ plan: seller.plan, provider: seller, vatBps: event.vatBps }, price),
    eventId: event.id,
    clientId: client.accountId,
    providerId: event.providerId,
    status: 'held',
    startsAt: event.startsAt,
    clientTimeZone: client.timeZone,
    titles: titlesOf(await listTexts(tx, event.id)),
    heldUntil: newSeatHold(event.startsAt, now).heldUntil,
    freeCancelUntil: freeCancelUntil(event.startsAt, now),
    createdAt: now,
  });
  const { id: seatId, clientId, providerId, priceAmount: amount, currency } = seat;
  await openPayment(tx, { seatId, clientId, providerId, amount, currency });
  await recordAudit(tx, {
    at: now,
    party: 'client',
    accountId: clientId,
    action: 'seat.hold',
    subjectType: 'seat',
    subjectId: seatId,
    to: 'held',
  });
  return seat;
}
