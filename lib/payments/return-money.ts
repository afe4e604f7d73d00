import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { refundAmount, type RefundCause } from '@/lib/payments/rules/refund';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import { movePayment } from './move-payment';
import { insertRefund, lockPayment, updatePayment } from './repository';
import { scheduleCall } from './stripe-calls';
import type { PaymentRecord, PaymentSubject } from './types';

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
} as const satisfies Record<string, RefundCause>;

export type ReturnCause = keyof typeof causes;

/**
 * Gives everything back, by whatever way the money has come so far: an open checkout ends, an authorisation is let go,
 * a charge is refunded. What is under way at the payment service goes back as soon as it is there.
 */
export async function returnMoney(
  tx: Tx,
  { cause, now, ...subject }: PaymentSubject & { cause: ReturnCause; now: Date },
): Promise<void> {
  const payment = await lockPayment(tx, subject);
  if (!payment) return;
  if (payment.status === 'checkout_open') return endCheckout(tx, payment, now);
  if (payment.status === 'authorised' || payment.status === 'processing')
    return letGo(tx, payment, cause, now);
  if (payment.status === 'paid_held') return refundAll(tx, payment, cause, now);
}

/**
 * Whether everything paid for a booking can still go back: nothing was paid, or it is not released, claimed, disputed or
 * on its way already. Keeps the payment from changing until the transaction ends.
 */
export async function isStillHeld(tx: Tx, bookingId: string): Promise<boolean> {
  const payment = await lockPayment(tx, { bookingId });
  return payment === null || heldStatuses.has(payment.status);
}

const heldStatuses = new Set<PaymentStatus>([
  'none',
  'not_needed',
  'authorised',
  'processing',
  'paid_held',
  'delivered_held',
]);

/** Gives everything back although it may have been earned: by the provider's own word, while it is held. */
export async function takeBackMoney(
  tx: Tx,
  { bookingId, cause, now }: { bookingId: string; cause: ReturnCause; now: Date },
): Promise<void> {
  const payment = await lockPayment(tx, { bookingId });
  if (payment?.status !== 'delivered_held') return returnMoney(tx, { bookingId, cause, now });
  const data = { returnCause: cause };
  const moved = await movePayment(tx, { payment, transition: 'takeBack', by: 'provider', now, data });
  await sendRefund(tx, moved, cause, now);
}

async function endCheckout(tx: Tx, payment: PaymentRecord, now: Date): Promise<void> {
  await movePayment(tx, { payment, transition: 'holdOver', now });
  if (payment.checkoutSessionId) await closeSession(tx, payment.id, payment.checkoutSessionId, now);
}

/** The hosted page is closed after the commit, so that nobody pays there. */
export async function closeSession(
  tx: Tx,
  paymentId: string,
  checkoutSessionId: string,
  now: Date,
): Promise<void> {
  const key = idempotencyKey.expireCheckout(checkoutSessionId);
  const input = { checkoutSessionId };
  await scheduleCall(tx, { paymentId, kind: 'expireCheckout', idempotencyKey: key, input, now });
}

/** An authorisation goes back uncollected; what is under way goes back when it is there. */
export async function letGo(tx: Tx, payment: PaymentRecord, cause: ReturnCause, now: Date): Promise<void> {
  await updatePayment(tx, payment, { returnCause: cause });
  const key = idempotencyKey.cancelAuthorisation(payment.id);
  await scheduleCall(tx, { paymentId: payment.id, kind: 'releaseAuthorisation', idempotencyKey: key, now });
}

/** A charge that was not earned yet goes back in full. */
export async function refundAll(
  tx: Tx,
  payment: PaymentRecord,
  cause: ReturnCause,
  now: Date,
): Promise<void> {
  const moved = await movePayment(tx, { payment, transition: 'refund', now, data: { returnCause: cause } });
  await sendRefund(tx, moved, cause, now);
}

/** Asks for the refund of all that is left of a payment that is going back, under the next number. */
export async function sendRefund(
  tx: Tx,
  payment: PaymentRecord,
  cause: ReturnCause,
  now: Date,
): Promise<void> {
  const amount = refundAmount(causes[cause], payment);
  if (!amount.ok) throw new Error(`payment ${payment.id}: nothing to give back`);
  const number = await insertRefund(tx, payment, amount.value, causes[cause], now);
  await scheduleCall(tx, {
    paymentId: payment.id,
    kind: 'refund',
    idempotencyKey: idempotencyKey.refund(payment.id, number),
    input: { number, amount: amount.value },
    now,
  });
}
