import { addHours } from '@/lib/shared/time';

/** How what is booked is paid: at once, at the door by a stored card, or outside the platform. */
export type PaymentMode = 'at_booking' | 'before_entry' | 'off_platform';

/** Paying at booking is possible up to so many elapsed days before the start, since money must leave within 90 days. */
export const PAY_AT_BOOKING_DAYS = 60;
/** A card that was stored for that is charged so many elapsed days before the start. */
export const CHARGE_DAYS_BEFORE = 7;
/** What is unpaid so many elapsed hours before the start is cancelled, and nothing is due. */
export const UNPAID_HOURS_BEFORE = 48;

/** The last start that can be paid at booking now: exactly 60 days ahead still can. */
export function lastPayableStart(now: Date): Date {
  return addHours(now, PAY_AT_BOOKING_DAYS * 24);
}

/** `checkout`: pays now. `card`: leaves a card that is charged later. `outside`: nothing of it is ours. */
export type WayToPay = 'checkout' | 'card' | 'outside';

/** How an order of now is paid. Paid at booking and more than 60 days ahead, a card is stored instead. */
export function wayToPay(mode: PaymentMode, startsAt: Date, now: Date): WayToPay {
  if (mode === 'off_platform') return 'outside';
  return mode === 'at_booking' && startsAt <= lastPayableStart(now) ? 'checkout' : 'card';
}

/**
 * When a stored card is charged without anybody asking: of what is paid at booking seven days before the start, or at once
 * when that is over; never by itself of what is paid before entry.
 */
export function chargeTime(mode: PaymentMode, startsAt: Date, now: Date): Date | null {
  if (mode !== 'at_booking') return null;
  const planned = addHours(startsAt, -CHARGE_DAYS_BEFORE * 24);
  return planned > now ? planned : now;
}

const unpaidEnd = (startsAt: Date): Date => addHours(startsAt, -UNPAID_HOURS_BEFORE);

/** Whether a session that is to be paid before it is cancelled now, since it is not: from exactly 48 hours before. */
export function isUnpaidTooLate(startsAt: Date, now: Date): boolean {
  return now >= unpaidEnd(startsAt);
}

/**
 * When a session that is accepted and due is cancelled for not being paid, that instant excluded: it must be paid before.
 * Null where nothing is cancelled for that.
 */
export function paidBefore(mode: PaymentMode, isAccepted: boolean, startsAt: Date): Date | null {
  return mode === 'at_booking' && isAccepted ? unpaidEnd(startsAt) : null;
}
