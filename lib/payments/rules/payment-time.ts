import { addHours } from '@/lib/shared/time';

/** Paying at booking is possible up to so many elapsed days before the start, since money must leave within 90 days. */
export const PAY_AT_BOOKING_DAYS = 60;

/** The last start that can be paid at booking now: exactly 60 days ahead still can. */
export function lastPayableStart(now: Date): Date {
  return addHours(now, PAY_AT_BOOKING_DAYS * 24);
}
