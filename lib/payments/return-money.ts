import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import type { PaymentStatus, PaymentTransition } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import { movePayment } from './move-payment';
import { isCommissionOpen } from './offline/book-commission';
import { takeOutRecords } from './offline/take-out-records';
import { type ReturnCause, sendAllBack } from './refunds/send-refund';
import { lockPayment, updatePayment } from './repository';
import { scheduleCall } from './stripe-calls';
import type { PaymentRecord, PaymentSubject } from './types';

/**
 * Gives everything back, by whatever way the money has come so far: an open checkout ends, an authorisation is let go,
 * a stored card is forgotten, what is due is so no more, a charge is refunded, also one that counted as earned. What is
 * under way at the payment service, or disputed, goes back as soon as it is there, and so does the rest when a part is.
 */
export async function returnMoney(
  tx: Tx,
  { cause, now, ...subject }: PaymentSubject & { cause: ReturnCause; now: Date },
): Promise<void> {
  const payment = await lockPayment(tx, subject);
  if (!payment) return;
  switch (payment.status) {
    case 'checkout_open':
    case 'setup_open':
      return endCheckout(tx, payment, now);
    case 'card_on_file':
      return forgetCard(tx, payment, now);
    case 'due':
    case 'settled_offline':
      return forgive(tx, payment, now);
    case 'authorised':
    case 'processing':
      return letGo(tx, payment, cause, now);
    case 'charging':
    case 'disputed':
      await updatePayment(tx, payment, { returnCause: cause, deliveredAt: null, claimUntil: null });
      return;
    case 'refunding':
    case 'in_payout':
      await updatePayment(tx, payment, { returnCause: payment.returnCause ?? cause });
      return;
    default:
      await refundAll(tx, payment, cause, now);
  }
}

/**
 * Whether everything paid for a booking can still go back: nothing was paid, or it is not released, claimed, disputed or
 * on its way already, and of what was paid outside the commission is not settled. Keeps the payment from changing until the
 * transaction ends.
 */
export async function isStillHeld(tx: Tx, bookingId: string): Promise<boolean> {
  const payment = await lockPayment(tx, { bookingId });
  if (payment === null) return true;
  if (!heldStatuses.has(payment.status)) return false;
  return payment.mode === 'off_platform' ? isCommissionOpen(tx, payment.id) : payment.claimedAt === null;
}

const heldStatuses = new Set<PaymentStatus>([
  'none',
  'not_needed',
  'card_on_file',
  'charging',
  'due',
  'settled_offline',
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
  await sendAllBack(tx, moved, cause, now);
}

async function endCheckout(tx: Tx, payment: PaymentRecord, now: Date): Promise<void> {
  await movePayment(tx, { payment, transition: 'holdOver', now });
  if (payment.checkoutSessionId) await closeSession(tx, payment.id, payment.checkoutSessionId, now);
  // One that was refused at the door.
  if (payment.paymentMethodId) await detachCard(tx, payment, payment.paymentMethodId, now);
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

async function forgetCard(tx: Tx, payment: PaymentRecord, now: Date): Promise<void> {
  await movePayment(tx, { payment, transition: 'detachCard', now, data: { chargeAt: null } });
  if (payment.paymentMethodId) await detachCard(tx, payment, payment.paymentMethodId, now);
}

/** The payment service forgets a card that nothing will be charged to. */
export async function detachCard(
  tx: Tx,
  payment: PaymentRecord,
  paymentMethodId: string,
  now: Date,
): Promise<void> {
  const key = idempotencyKey.detachCard(paymentMethodId);
  const input = { paymentMethodId };
  await scheduleCall(tx, { paymentId: payment.id, kind: 'detachCard', idempotencyKey: key, input, now });
}

/** What is due is so no more: links to pay end, the card is forgotten, amounts recorded outside are taken out. */
async function forgive(tx: Tx, payment: PaymentRecord, now: Date): Promise<void> {
  const open = await takeOutRecords(tx, payment, now);
  const data = { chargeAt: null, deliveredAt: null, claimUntil: null, payLinkVersion: { increment: 1 } };
  await movePayment(tx, { payment: open, transition: 'forgive', now, data });
  if (payment.checkoutSessionId) await closeSession(tx, payment.id, payment.checkoutSessionId, now);
  if (payment.paymentMethodId) await detachCard(tx, payment, payment.paymentMethodId, now);
}

/** An authorisation goes back uncollected; what is under way goes back when it is there. */
export async function letGo(tx: Tx, payment: PaymentRecord, cause: ReturnCause, now: Date): Promise<void> {
  await updatePayment(tx, payment, { returnCause: cause });
  const key = idempotencyKey.cancelAuthorisation(payment.id);
  await scheduleCall(tx, { paymentId: payment.id, kind: 'releaseAuthorisation', idempotencyKey: key, now });
}

/** How all that is left of a charge goes back, wherever it lies. */
const waysBack: Partial<Record<PaymentStatus, PaymentTransition>> = {
  paid_held: 'refund',
  claim_open: 'refundClaim',
  delivered_held: 'returnEarned',
  releasable: 'returnEarned',
  transferred: 'refundAfterTransfer',
};

/**
 * All that is left of a charge goes back, also when it counted as earned; the advisor owes what was paid out to them. A
 * claim about it has come to its end. Nothing where nothing lies. Returns the payment as it stands then.
 */
export async function refundAll(
  tx: Tx,
  payment: PaymentRecord,
  cause: ReturnCause,
  now: Date,
): Promise<PaymentRecord> {
  const transition = waysBack[payment.status];
  if (!transition) return payment;
  const data = { returnCause: cause, claimedAt: null };
  const moved = await movePayment(tx, { payment, transition, now, data });
  await sendAllBack(tx, moved, cause, now);
  return { ...moved, ...data };
}
