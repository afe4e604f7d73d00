import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { refundAmount, type RefundCause } from '@/lib/payments/rules/refund';
import type { Tx } from '@/lib/server/db/client';
import { scheduleCall } from '../stripe-calls';
import type { PaymentRecord } from '../types';
import { insertRefund, type NewRefund } from './repository';

/** Why a booking or a seat gives its money back, and what the refund is then called. */
const causes = {
  holdOver: 'lateForTime',
  tooLate: 'lateForTime',
  rejected: 'freeCancellation',
  unanswered: 'freeCancellation',
  withdrawn: 'freeCancellation',
  freeCancel: 'freeCancellation',
  providerCancelled: 'providerCancelled',
  providerNeverCame: 'providerNeverCame',
  eventNotHeld: 'eventNotHeld',
  mismatch: 'mismatch',
  unpaid: 'freeCancellation',
  unpaidTooLong: 'unpaidTooLong',
  providerClosed: 'providerCancelled',
} as const satisfies Record<string, RefundCause>;

export type ReturnCause = keyof typeof causes;

/** Asks for the refund of all that is left of a payment that is going back. */
export async function sendAllBack(
  tx: Tx,
  payment: PaymentRecord,
  cause: ReturnCause,
  now: Date,
): Promise<void> {
  const amount = refundAmount(causes[cause], payment);
  if (!amount.ok) throw new Error(`payment ${payment.id}: nothing to give back`);
  await sendRefund(tx, payment, { amount: amount.value, cause: causes[cause] }, now);
}

/** A charge that nothing is owed for goes back, beside what else the payment does. */
export function sendSurplusBack(
  tx: Tx,
  payment: PaymentRecord,
  { amount, intentId }: { amount: number; intentId: string },
  now: Date,
): Promise<void> {
  return sendRefund(tx, payment, { amount, cause: 'mismatch', surplusIntentId: intentId }, now);
}

/** Asks for a refund under the payment's next number; the call follows the commit. */
export async function sendRefund(
  tx: Tx,
  payment: Pick<PaymentRecord, 'id' | 'currency'>,
  refund: NewRefund,
  now: Date,
): Promise<void> {
  const number = await insertRefund(tx, payment, refund, now);
  const { amount, surplusIntentId } = refund;
  await scheduleCall(tx, {
    paymentId: payment.id,
    kind: 'refund',
    idempotencyKey: idempotencyKey.refund(payment.id, number),
    input: { number, amount, ...(surplusIntentId !== undefined && { surplusIntentId }) },
    now,
  });
}
