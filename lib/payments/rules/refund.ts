import type { Money } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours } from '@/lib/shared/time';

/** Why money goes back; there is no other way. */
export const refundCauses = [
  'freeCancellation',
  'providerCancelled',
  'providerNeverCame',
  'eventNotHeld',
  'lateForTime',
  'mismatch',
  'claim',
  'admin',
  'unpaidTooLong',
] as const;
export type RefundCause = (typeof refundCauses)[number];

export type Collected = {
  readonly paidAmount: number;
  readonly refundedAmount: number;
  /** Taken back by a bank for good. */
  readonly chargedBackAmount: number;
};

/** What is left of a charge and can still go back, in minor units. */
export function refundable({ paidAmount, refundedAmount, chargedBackAmount }: Collected): number {
  return Math.max(0, paidAmount - refundedAmount - chargedBackAmount);
}

/**
 * The amount of a refund. Only a claim and an admin may give back a part; every rule of the system gives
 * back all that is left. `payment.refundTooLarge` when the amount is not above 0, not whole cents, or
 * together with earlier refunds more than was paid.
 */
export function refundAmount(cause: RefundCause, collected: Collected, asked?: number): Result<number> {
  const left = refundable(collected);
  const isPartAllowed = cause === 'claim' || cause === 'admin';
  const amount = isPartAllowed && asked !== undefined ? asked : left;
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > left)
    return err('payment.refundTooLarge', { left });
  return ok(amount);
}

/** A refund that was asked for and has neither arrived nor failed. */
export const refundsUnderWay: ('requested' | 'pending')[] = ['requested', 'pending'];

export function isRefundUnderWay(status: string): boolean {
  return refundsUnderWay.some((one) => one === status);
}

/** The payment service is asked again about a refund under way that it has not spoken of for so long. */
export const REFUND_LOOK_MINUTES = 10;
/** A refund that failed is asked for again after at most so many hours. */
export const REFUND_RETRY_HOURS = 24;

/**
 * When a refund that failed is asked for again, under a new number: the first time at once, then an hour later for each
 * failure before, at most a day after the last. It never ends: the money is the client's.
 */
export function refundRetryAt(failures: number, lastFailedAt: Date): Date {
  return addHours(lastFailedAt, Math.min(failures - 1, REFUND_RETRY_HOURS));
}

/** Whether what was paid is what is due; else `payment.currencyMismatch` or `payment.amountMismatch`. */
export function checkPaid(
  due: Money,
  paid: { readonly amount: number; readonly currency: string },
): Result<Money> {
  if (paid.currency.toUpperCase() !== due.currency) return err('payment.currencyMismatch');
  if (paid.amount !== due.amount)
    return err('payment.amountMismatch', { due: due.amount, paid: paid.amount });
  return ok(due);
}
