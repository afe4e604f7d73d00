import { addHours } from '@/lib/shared/elapsed';

/** A client cancels free of charge until this many elapsed hours before the start. */
export const FREE_CANCEL_HOURS = 48;

/**
 * The last instant of free cancelling: exactly 48 elapsed hours before the start, whatever clocks on walls do.
 * Null when that instant has already passed when booking: then there is no free cancellation, and the
 * summary says so. Stored with the booking, so that a later change of the rule does not reach it.
 */
export function freeCancelUntil(startsAt: Date, bookedAt: Date): Date | null {
  const deadline = addHours(startsAt, -FREE_CANCEL_HOURS);
  return bookedAt <= deadline ? deadline : null;
}

/** Whether cancelling now is free: at the deadline itself it still is; without a deadline never. */
export function isFreeToCancel(freeUntil: Date | null, now: Date): boolean {
  return freeUntil !== null && now <= freeUntil;
}

/** Either side may cancel an accepted booking until its start, and not at it: then it is a session. */
export function isCancellable(startsAt: Date, now: Date): boolean {
  return now < startsAt;
}

/** What cancelling now would mean for the client's money: nothing is to pay, or it is free, late, or was never free. */
export type CancelTerms = 'nothing' | 'free' | 'late' | 'never';

export function cancelTerms(
  { priceAmount, freeCancelUntil: until }: { priceAmount: number; freeCancelUntil: Date | null },
  now: Date,
): CancelTerms {
  if (priceAmount === 0) return 'nothing';
  if (until === null) return 'never';
  return isFreeToCancel(until, now) ? 'free' : 'late';
}
