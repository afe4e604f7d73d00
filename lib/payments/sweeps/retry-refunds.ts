import { refundRetryAt } from '@/lib/payments/rules/refund';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { lockPayment } from '../repository';
import { type ReturnCause, sendRefund } from '../return-money';
import { type DuePayment, findFailures, listFailedRefunds } from './repository';

const batch = 50;

/**
 * Asks again for money that is to go back and whose refund failed, under the next number. Returns how many rows failed.
 */
export function retryRefunds(now: Date): Promise<number> {
  return sweepRows({
    name: 'payments.retryRefunds',
    next: (seen) => listFailedRefunds(db(), batch, seen),
    handle: (due) => inTransaction((tx) => retry(tx, due, now)),
  });
}

async function retry(tx: Tx, { id }: DuePayment, now: Date): Promise<void> {
  const payment = await lockPayment(tx, { id });
  if (payment?.status !== 'refunding') return;
  const { underWay, failed, lastFailedAt } = await findFailures(tx, payment.id);
  if (underWay > 0 || !lastFailedAt || now < refundRetryAt(failed, lastFailedAt)) return;
  await sendRefund(tx, payment, payment.returnCause as ReturnCause, now);
}
