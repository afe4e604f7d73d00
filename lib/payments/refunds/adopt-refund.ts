import type { PaymentTransition } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { movePayment } from '../move-payment';
import type { PaymentRecord, RefundByHand, RefundFact } from '../types';
import { waysOfAdmin } from './refund-by-admin';
import { insertRefund, isKnownRefund, hasRefundUnderWay } from './repository';

/** Under a claim too: it goes on about what is left. */
const ways: Partial<Record<PaymentRecord['status'], PaymentTransition>> = {
  ...waysOfAdmin,
  claim_open: 'refundClaim',
};
/** Going back or frozen already: what was given back is taken off, and the rest follows. */
const asItIs: ReadonlySet<string> = new Set(['refunding', 'clawback', 'disputed']);

/**
 * What the operator has given back of a payment's charge by hand, at the payment service, counts as given back by an admin.
 * It waits, by a fault, for a refund of ours or a transfer that is under way. Null where there is nothing to follow.
 */
export async function adoptRefund(
  tx: Tx,
  payment: PaymentRecord,
  { intentId, ...refund }: RefundByHand,
  now: Date,
): Promise<{ payment: PaymentRecord; fact: RefundFact } | null> {
  const { id: paymentId, status, disputedFrom, paymentIntentId } = payment;
  if (intentId !== paymentIntentId || refund.status === 'failed') return null;
  if (await isKnownRefund(tx, refund.id)) return null;
  const isMoving = status === 'in_payout' || disputedFrom === 'in_payout';
  if (isMoving || (await hasRefundUnderWay(tx, paymentId)))
    throw new Error(`payment ${paymentId}: a refund by hand waits for what is under way`);
  const transition = ways[status];
  if (!transition && !asItIs.has(status)) {
    log.error({ payment: paymentId, status, refund: refund.id }, 'refund by hand of what is not here');
    return null;
  }
  log.warn({ payment: paymentId, refund: refund.id }, 'given back by hand');
  const moved = transition ? await movePayment(tx, { payment, transition, by: 'admin', now }) : payment;
  const number = await insertRefund(tx, payment, { amount: refund.amount, cause: 'admin' }, now);
  return { payment: moved, fact: { ...refund, number } };
}
