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

/** Whether held money becomes payable: the window is over, and nobody claims or disputes. */
export function isReleasable(
  payment: { readonly claimUntil: Date; readonly hasOpenClaim: boolean; readonly isDisputed: boolean },
  now: Date,
): boolean {
  return !isClaimInTime(payment.claimUntil, now) && !payment.hasOpenClaim && !payment.isDisputed;
}
