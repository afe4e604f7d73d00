import { addHours } from '@/lib/shared/time';

const DAY_HOURS = 24;

/** Paying at booking is possible up to so many days before the start, since money must leave within 90 days. */
export const PAY_AT_BOOKING_DAYS = 60;
/** A stored card of a later booking is charged so many days before the start, then again 1 and 3 days later. */
export const CHARGE_DAYS_BEFORE = 7;
export const CHARGE_RETRY_DAYS = [1, 3] as const;
/** Unpaid so many hours before the start, a booking to be paid ahead is cancelled and nothing is due. */
export const UNPAID_CANCEL_HOURS = 48;

export type PaymentMode = 'at_booking' | 'before_entry' | 'off_platform';
export type PaymentStep = 'nothing' | 'checkout' | 'storeCard' | 'owe';

/**
 * What the client does when booking. Price 0 asks for nothing; off the platform the price is owed; before
 * entry, and for a start more than 60 elapsed days ahead, the card is stored; else it is paid at once.
 * Exactly 60 days ahead is paid at once.
 */
export function paymentStep(mode: PaymentMode, priceAmount: number, startsAt: Date, now: Date): PaymentStep {
  if (priceAmount === 0) return 'nothing';
  if (mode === 'off_platform') return 'owe';
  if (mode === 'before_entry' || startsAt > addHours(now, PAY_AT_BOOKING_DAYS * DAY_HOURS))
    return 'storeCard';
  return 'checkout';
}

/** When a stored card of a booking far ahead is charged: first 7 days before the start, then 1 and 3 days later. */
export function chargeTimes(startsAt: Date): readonly Date[] {
  const first = addHours(startsAt, -CHARGE_DAYS_BEFORE * DAY_HOURS);
  return [first, ...CHARGE_RETRY_DAYS.map((days) => addHours(first, days * DAY_HOURS))];
}

/** Whether a booking to be paid ahead is given up unpaid: from 48 hours before the start on. */
export function isUnpaidTooLong(startsAt: Date, now: Date): boolean {
  return addHours(startsAt, -UNPAID_CANCEL_HOURS) <= now;
}
