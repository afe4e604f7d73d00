import type { Money } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';

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

export type Collected = { readonly paidAmount: number; readonly refundedAmount: number };

/** What can still go back, in minor units. */
export function refundable({ paidAmount, refundedAmount }: Collected): number {
  return Math.max(0, paidAmount - refundedAmount);
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
