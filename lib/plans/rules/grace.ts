import { addHours } from '@/lib/shared/time';

/** Elapsed days for which a plan stays after a renewal that was not paid. */
export const GRACE_DAYS = 7;
/** After so many of them it is said once more. */
export const REMINDER_DAYS = 4;

/** Until then the plan stays; at that instant it is over. */
export const graceUntil = (pastDueSince: Date): Date => addHours(pastDueSince, 24 * GRACE_DAYS);

/** When it is said once more that something is owed. */
export const remindAt = (pastDueSince: Date): Date => addHours(pastDueSince, 24 * REMINDER_DAYS);
