import { cache } from 'react';
import type { AccountActor, Actor } from '@/lib/access/actor';
import { can, worksAt } from '@/lib/access/policy';
import type { PickedFrom } from '@/lib/booking/rules/picked-from';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import { readPublicEvent } from '../cache';
import { readEventSeats } from '../read-public-event';
import { seatState } from './seat-state';
import type { OwnEventSeats, PublicEvent, SeatState, SeatView } from '../types';
import { isWaitingForSeat } from '../waiting/repository';
import { findOpenSeat, findSeatView, listHeldSeats, listSeatViews } from './repository';
import { takeSeat } from './take-seat';

const mostAtOnce = 200;

export type ShownSeat = { seat: SeatView; state: SeatState };

/** Seats of the client for events that have not ended, the next first. */
export async function loadComingSeats(actor: AccountActor): Promise<ShownSeat[]> {
  const now = await clock();
  const seats = await listSeatViews(db(), actor.accountId, { endsAfter: now, take: mostAtOnce });
  return seats.map((seat) => ({ seat, state: seatState(seat, now) }));
}

/** Seats that are held for the client and not paid yet. */
export async function loadHeldSeats(actor: AccountActor): Promise<SeatView[]> {
  return listHeldSeats(db(), actor.accountId, await clock());
}

/** The latest of all other seats of the client, the latest first. */
export async function loadPastSeats(actor: AccountActor, most: number): Promise<ShownSeat[]> {
  const now = await clock();
  const seats = await listSeatViews(db(), actor.accountId, { overBy: now, take: most });
  return seats.map((seat) => ({ seat, state: seatState(seat, now) }));
}

/** A seat of the client, whatever became of it; null for any other. */
export const loadSeat = cache(
  async (actor: AccountActor, seatId: string): Promise<(ShownSeat & { now: Date }) | null> => {
    const seat = isId(seatId) ? await findSeatView(db(), seatId) : null;
    if (!seat || !can(actor, 'seat:view', seat)) return null;
    const now = await clock();
    return { seat, state: seatState(seat, now), now };
  },
);

/** Seats of an event as this reader finds them; an error for drafts and what is not there. */
export async function loadEventSeats(actor: Actor, eventId: string): Promise<Result<OwnEventSeats>> {
  const seats = isId(eventId) ? await readEventSeats(eventId) : err('common.notFound');
  if (!seats.ok || actor.kind !== 'account')
    return seats.ok ? ok({ ...seats.value, own: null, isWaiting: false }) : seats;
  const [own, isWaiting] = await Promise.all([
    loadOwnSeat(actor, eventId),
    isWaitingForSeat(db(), { clientId: actor.accountId, eventId }),
  ]);
  return ok({ ...seats.value, own, isWaiting });
}

/** What stands before somebody who wants a seat: the event, why not, and what they have already; null: not there. */
async function loadSeatChoice(
  actor: AccountActor,
  eventId: string,
): Promise<(OwnEventSeats & { event: PublicEvent }) | null> {
  const event = await readPublicEvent(eventId);
  if (!event) return null;
  const seats = await loadEventSeats(actor, eventId);
  if (!seats.ok) return null;
  const refusal = worksAt(actor, event.host.providerId) ? 'event.ownEvent' : seats.value.refusal;
  return { ...seats.value, refusal, event };
}

/**
 * The same on the way to a seat: one that costs something is held at once when its event was picked on our own page;
 * whoever comes from elsewhere, or books by it, is asked first.
 */
export async function pickSeat(actor: AccountActor, eventId: string, from: PickedFrom) {
  const choice = await loadSeatChoice(actor, eventId);
  const isOffered = choice && choice.refusal === null && choice.own === null;
  if (!isOffered || from !== 'ourTimes' || choice.event.price.amount === 0) return choice;
  const taken = await takeSeat(actor, { eventId });
  if (!taken.ok) return { ...choice, refusal: taken.error.code };
  return { ...choice, own: { seatId: taken.value.seatId, isHeld: true } };
}

/** The client's open seat of an event: held, so that it can be paid, or booked; null when there is none. */
async function loadOwnSeat(actor: AccountActor, eventId: string) {
  const seat = isId(eventId) ? await findOpenSeat(db(), { eventId, clientId: actor.accountId }) : null;
  if (!seat) return null;
  const isHeld = seat.status === 'held';
  const isOver = isHeld && (!seat.heldUntil || seat.heldUntil <= (await clock()));
  return isOver ? null : { seatId: seat.id, isHeld };
}

/**
 * What the page after the checkout shows. While the payment service has not told us, `processing` when the client comes
 * back from a checkout that was opened, `unpaid` when none was; `lapsed` when the hold ended and nothing came.
 */
export async function loadSeatResult(actor: AccountActor, seatId: string) {
  const found = await loadSeat(actor, seatId);
  return found && { ...found, result: resultOf(found.seat, found.now) };
}

function resultOf({ status, payment, heldUntil }: SeatView, now: Date) {
  if (status === 'booked') return { kind: 'booked' } as const;
  if (status === 'held' && payment?.status === 'none' && heldUntil)
    return heldUntil > now ? ({ kind: 'unpaid', heldUntil } as const) : ({ kind: 'lapsed' } as const);
  if (status === 'held') return { kind: 'processing' } as const;
  const isPaid = payment !== null && payment.status !== 'none';
  if (status === 'expired') return isPaid ? ({ kind: 'tooLate' } as const) : ({ kind: 'lapsed' } as const);
  return { kind: 'closed' } as const;
}
