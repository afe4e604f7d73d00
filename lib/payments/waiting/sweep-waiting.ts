import { isUnpaidTooLong, UNPAID_RETURN_DAYS, waitingStage } from '@/lib/payments/rules/waiting-payout';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { queueEmail } from '@/lib/server/email/outbox';
import { enqueue } from '@/lib/server/jobs/boss';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { addHours } from '@/lib/shared/time';
import { movePayment } from '../move-payment';
import { sendAllBack } from '../refunds/send-refund';
import { lockPayment } from '../repository';
import { findOwner, listUnpaid, listWaiting, updateStage, type WaitingProvider } from './repository';

const batch = 50;

/**
 * Money that cannot be paid out, since details are missing: its owner is warned 30 and 60 days after the oldest charge,
 * from day 75 on nothing more is sold, and on day 85 it goes back to the client. Once the details are complete, everything
 * is as before. What a suspended provider is not paid goes back on day 85 too, without a warning: they know why. Returns how
 * many rows failed.
 */
export async function sweepWaiting(now: Date): Promise<number> {
  const warned = await sweepRows({
    name: 'payments.waiting',
    next: (seen) => listWaiting(db(), batch, seen),
    handle: (waiting) => inTransaction((tx) => judge(tx, waiting, now)),
  });
  const returned = await sweepRows({
    name: 'payments.unpaid',
    next: (seen) => listUnpaid(db(), addHours(now, -UNPAID_RETURN_DAYS * 24), batch, seen),
    handle: ({ id }) => inTransaction((tx) => giveBack(tx, id, now)),
  });
  return warned + returned;
}

async function judge(tx: Tx, { id, oldestCharge, isReady }: WaitingProvider, now: Date): Promise<void> {
  const owner = await findOwner(tx, id);
  const stage = isReady || !oldestCharge ? 0 : waitingStage(oldestCharge, now);
  if (stage === owner.payoutWarnedDays) return;
  const isStopped = stage === 75;
  await updateStage(tx, id, {
    payoutWarnedDays: stage,
    salesStoppedAt: isStopped ? (owner.salesStoppedAt ?? now) : null,
  });
  if (isStopped !== (owner.salesStoppedAt !== null))
    await enqueue(tx, 'directory.refresh', { providerId: id, isOfferChanged: true });
  if (stage <= owner.payoutWarnedDays) return;
  const { id: accountId, email: recipient, locale } = owner.account;
  await queueEmail(tx, {
    accountId,
    recipient,
    locale,
    kind: `payment.waiting${stage}`,
    params: { providerId: id },
    idempotencyKey: `payment.waiting${stage}/${id}/${oldestCharge?.toISOString()}`,
  });
}

async function giveBack(tx: Tx, id: string, now: Date): Promise<void> {
  const payment = await lockPayment(tx, { id });
  if (!payment || (payment.status !== 'delivered_held' && payment.status !== 'releasable')) return;
  if (!payment.chargedAt || !isUnpaidTooLong(payment.chargedAt, now)) return;
  const data = { returnCause: 'unpaidTooLong' };
  const moved = await movePayment(tx, { payment, transition: 'refundUnpaid', now, data });
  await sendAllBack(tx, moved, 'unpaidTooLong', now);
}
