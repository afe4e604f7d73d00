import { refundable, refundRetryAt } from '@/lib/payments/rules/refund';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { findSurplusLeft } from '../refunds/repository';
import { sendRefund } from '../refunds/send-refund';
import { lockPayment } from '../repository';
import { type FailedRefund, isLastRefund, listFailedRefunds } from './repository';

const batch = 50;

/**
 * Asks again for money that is to go back and whose refund failed, under the next number: of what a bank has taken back
 * meanwhile nothing. Returns how many rows failed.
 */
export function retryRefunds(now: Date): Promise<number> {
  return sweepRows({
    name: 'payments.retryRefunds',
    next: (seen) => listFailedRefunds(db(), batch, seen),
    handle: (failed) => inTransaction((tx) => retry(tx, failed, now)),
  });
}

async function retry(tx: Tx, failed: FailedRefund, now: Date): Promise<void> {
  const { paymentId, amount, cause, surplusIntentId, failures, lastFailedAt } = failed;
  if (now < refundRetryAt(failures, lastFailedAt)) return;
  const payment = await lockPayment(tx, { id: paymentId });
  const isGoingBack = payment?.status === 'refunding' || payment?.status === 'clawback';
  if (!payment || (!isGoingBack && !surplusIntentId) || !(await isLastRefund(tx, failed))) return;
  // A bank may have taken a part of it back meanwhile.
  const left = surplusIntentId
    ? await findSurplusLeft(tx, paymentId, surplusIntentId)
    : Math.min(amount, refundable(payment));
  const refund = { amount: left, cause, ...(surplusIntentId && { surplusIntentId }) };
  if (left > 0) await sendRefund(tx, payment, refund, now);
}
