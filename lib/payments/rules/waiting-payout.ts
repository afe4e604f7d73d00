import { addHours } from '@/lib/shared/time';

/** Days after the oldest charge of a provider who cannot be paid: warned, warned again, nothing more is sold. */
export const PAYOUT_WARNING_DAYS = [30, 60] as const;
export const SALES_STOP_DAYS = 75;
/** Unpaid for so many days after its charge, a price goes back: money may not be kept for 90. */
export const UNPAID_RETURN_DAYS = 85;

export type WaitingStage = 0 | 30 | 60 | 75;

/** How far it has come with a provider whose money waits, from the charge of the oldest that does. */
export function waitingStage(oldestCharge: Date, now: Date): WaitingStage {
  const isOver = (days: number) => now >= addHours(oldestCharge, days * 24);
  if (isOver(SALES_STOP_DAYS)) return 75;
  const [first, second] = PAYOUT_WARNING_DAYS;
  if (isOver(second)) return second;
  return isOver(first) ? first : 0;
}

/** Whether a price that cannot be paid out goes back now: from exactly 85 elapsed days after its charge. */
export function isUnpaidTooLong(chargedAt: Date, now: Date): boolean {
  return now >= addHours(chargedAt, UNPAID_RETURN_DAYS * 24);
}
