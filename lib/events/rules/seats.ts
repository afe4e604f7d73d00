import { extendHold, type Hold, newHold } from '@/lib/booking/rules/hold';
import { lastPayableStart } from '@/lib/payments/rules/payment-time';
import type { EventStatus } from '@/lib/events/rules/status';
import type { ErrorCode } from '@/lib/shared/errors';
import { ok, type Result } from '@/lib/shared/result';

/** Participants of an event in all, unless an admin has raised it for its provider. */
export const DEFAULT_PLACES = 49;
/** What an admin can raise it to. */
export const MOST_PLACES = 1000;
/** Events are planned so many days ahead. */
export const PLANNED_DAYS = 400;

/** Seats of one event that are taken: booked, and held by holds that run. */
export type TakenSeats = { readonly booked: number; readonly held: number };

/** Seats that can be taken now; never below 0. */
export function seatsLeft(maximum: number, { booked, held }: TakenSeats): number {
  return Math.max(0, maximum - booked - held);
}

/** A seat is held as long as a time is, and not beyond the start of its event. */
export function newSeatHold(startsAt: Date, now: Date): Hold {
  return withinStart(newHold(now), startsAt);
}

/** Extends the hold of a seat once, as that of a time, and not beyond the start. */
export function extendSeatHold(hold: Hold, startsAt: Date, now: Date): Result<Hold> {
  const extended = extendHold(hold, now);
  return extended.ok ? ok(withinStart(extended.value, startsAt)) : extended;
}

function withinStart(hold: Hold, startsAt: Date): Hold {
  return hold.heldUntil <= startsAt ? hold : { ...hold, heldUntil: startsAt };
}

export type OnSale = {
  readonly status: EventStatus;
  readonly startsAt: Date;
  readonly bookUntil: Date;
  readonly priceAmount: number;
};

/**
 * Why no seat can be taken now, or null: seats are taken until the booking deadline, that instant excluded
 * (`event.closed`); what costs something at most 60 days before the start (`payment.tooFarAhead`).
 */
export function whyNotOnSale(
  { status, startsAt, bookUntil, priceAmount }: OnSale,
  now: Date,
): ErrorCode | null {
  if (status !== 'published' || now >= bookUntil) return 'event.closed';
  return priceAmount > 0 && startsAt > lastPayableStart(now) ? 'payment.tooFarAhead' : null;
}

/**
 * Whether enough seats are booked at the deadline. `wait` while holds that run could still make it: they end within half
 * an hour, and by the start.
 */
export function judgeMinimum(minimum: number, { booked, held }: TakenSeats): 'met' | 'below' | 'wait' {
  if (booked >= minimum) return 'met';
  return booked + held >= minimum ? 'wait' : 'below';
}
