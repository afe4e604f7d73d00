import type { PaymentStatus } from '@/lib/payments/rules/status';
import { addHours } from '@/lib/shared/time';

/** A claim can be made until so many hours after the end. */
export const CLAIM_WINDOW_HOURS = 72;

/** The last instant for a claim: 72 elapsed hours after the end, the scheduled or, if later, the actual one. */
export function claimUntil(scheduledEnd: Date, actualEnd: Date | null = null): Date {
  const end = actualEnd !== null && actualEnd > scheduledEnd ? actualEnd : scheduledEnd;
  return addHours(end, CLAIM_WINDOW_HOURS);
}

/** Whether a claim is in time: at its last instant it still is. */
export function isClaimInTime(until: Date, now: Date): boolean {
  return now <= until;
}

/** Whether what a claim window belongs to is over: from its end on, that instant included. */
export function isSessionOver(until: Date, now: Date): boolean {
  return now >= addHours(until, -CLAIM_WINDOW_HOURS);
}

/**
 * Whether held money becomes payable: it is earned, the window is over, and neither claim nor dispute has moved it on.
 */
export function isReleasable(
  payment: {
    readonly status: PaymentStatus;
    readonly claimUntil: Date | null;
    readonly claimedAt: Date | null;
  },
  now: Date,
): boolean {
  const { status, claimUntil: until, claimedAt } = payment;
  return status === 'delivered_held' && claimedAt === null && until !== null && !isClaimInTime(until, now);
}
