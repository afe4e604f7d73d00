import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { recordAudit } from '@/lib/server/audit/audit';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { movePayment } from '../move-payment';
import { lockPayment, updatePayment } from '../repository';
import type { PaymentRecord } from '../types';
import { bookCommission, isCommissionOpen } from './book-commission';
import { insertRecord, listRecords } from './repository';

type Recorded = { paymentId: string; outstanding: number };

/**
 * The provider records an amount that was paid outside the platform, in minor units: above 0 and at most what is
 * outstanding (`payment.recordedTooMuch`). From the session on its commission is owed. With everything recorded the
 * payment is settled. `payment.notDue` when it is not paid outside, or not any more.
 */
export async function recordOffline(
  actor: Actor,
  { paymentId, amount }: { paymentId: string; amount: number },
): Promise<Result<Recorded>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const payment = await lockOwn(tx, actor, paymentId);
    if (!payment || actor.kind !== 'account') return err('common.notFound');
    if (payment.mode !== 'off_platform' || payment.status !== 'due') return err('payment.notDue');
    const left = payment.amount - payment.recordedAmount;
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > left)
      return err('payment.recordedTooMuch', { left });
    const record = { paymentId, amount, currency: payment.currency, recordedBy: actor.accountId };
    const reference = await insertRecord(tx, record, now);
    await store(tx, payment, { recordedAmount: payment.recordedAmount + amount, reference }, now);
    await audit(tx, actor.accountId, 'payment.record', paymentId, now);
    return ok({ paymentId, outstanding: left - amount });
  });
}

/**
 * Takes a recorded amount out again, because it was wrong. Not once its commission has been settled
 * (`payment.recordInvoiced`).
 */
export async function takeOutRecord(
  actor: Actor,
  { paymentId, recordId }: { paymentId: string; recordId: string },
): Promise<Result<Recorded>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const payment = await lockOwn(tx, actor, paymentId);
    if (!payment || actor.kind !== 'account') return err('common.notFound');
    const isOpen = payment.status === 'due' || payment.status === 'settled_offline';
    if (payment.mode !== 'off_platform' || !isOpen) return err('payment.notDue');
    const found = (await listRecords(tx, paymentId)).find(({ id }) => id === recordId);
    if (!found) return err('common.notFound');
    if (found.isTakenOut) return err('payment.notDue');
    if (!(await isCommissionOpen(tx, paymentId))) return err('payment.recordInvoiced');
    const { currency } = payment;
    const record = {
      paymentId,
      amount: -found.amount,
      currency,
      recordedBy: actor.accountId,
      takesOutId: recordId,
    };
    const reference = await insertRecord(tx, record, now);
    const recordedAmount = payment.recordedAmount - found.amount;
    await store(tx, payment, { recordedAmount, reference }, now);
    await audit(tx, actor.accountId, 'payment.takeOutRecord', paymentId, now);
    return ok({ paymentId, outstanding: payment.amount - recordedAmount });
  });
}

async function lockOwn(tx: Tx, actor: Actor, paymentId: string): Promise<PaymentRecord | null> {
  const payment = await lockPayment(tx, { id: paymentId });
  return payment && can(actor, 'payment:record', { providerId: payment.providerId }) ? payment : null;
}

/** What is recorded now: settled when it is everything, due otherwise; commission follows from the session on. */
async function store(
  tx: Tx,
  payment: PaymentRecord,
  { recordedAmount, reference }: { recordedAmount: number; reference: string },
  now: Date,
): Promise<void> {
  const earned = payment.deliveredAt ? recordedAmount : 0;
  const data = { recordedAmount, ...(await bookCommission(tx, payment, { earned, reference }, now)) };
  const isSettled = recordedAmount === payment.amount;
  const by = 'provider' as const;
  if (isSettled && payment.status === 'due')
    await movePayment(tx, { payment, transition: 'settleOffline', by, now, data });
  else if (!isSettled && payment.status === 'settled_offline')
    await movePayment(tx, { payment, transition: 'reopenOffline', by, now, data });
  else await updatePayment(tx, payment, data);
}

function audit(tx: Tx, accountId: string, action: string, subjectId: string, now: Date): Promise<void> {
  return recordAudit(tx, {
    at: now,
    party: 'provider',
    accountId,
    action,
    subjectType: 'payment',
    subjectId,
  });
}
