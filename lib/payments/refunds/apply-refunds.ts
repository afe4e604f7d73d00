import { bookedSplit, splitColumns } from '@/lib/payments/rules/advisor-share';
import { invoiceMonth, reduceSplit, type Split, totalOf } from '@/lib/payments/rules/commission';
import {
  entryBounced,
  entryE6,
  entryE8,
  entryReturned,
  type Holder,
} from '@/lib/payments/rules/ledger-returns';
import { refundable } from '@/lib/payments/rules/refund';
import type { PaymentTransition } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';
import { oweForReturn } from '../debts/owe';
import { insertDebt } from '../debts/repository';
import { earn } from '../deliver-payment';
import { movePayment } from '../move-payment';
import { insertEntry, lockCommissionMonth, updateCommissionMonth, updatePayment } from '../repository';
import type { PaymentRecord, RefundFact } from '../types';
import { findRefund, updateRefund } from './repository';
import { sendRefund } from './send-refund';

/** Refunds that have arrived, failed, or come back after they had arrived. */
export async function applyRefunds(
  tx: Tx,
  payment: PaymentRecord,
  refunds: readonly RefundFact[],
  now: Date,
): Promise<void> {
  let current = payment;
  for (const fact of refunds) {
    const known = await findRefund(tx, payment.id, fact.number);
    if (!known || known.status === 'failed') continue;
    if (known.status === 'succeeded') {
      if (fact.status === 'failed') await sendAgain(tx, current, known, fact, now);
      continue;
    }
    const isSettled = fact.status === 'succeeded' && fact.balanceTransactionId !== null;
    const status = isSettled ? 'succeeded' : fact.status === 'failed' ? 'failed' : 'pending';
    const data = { status, stripeRefundId: fact.id, checkedAt: now } as const;
    await updateRefund(tx, known.id, isSettled ? { ...data, settledAt: now } : data);
    if (status === 'failed') log.warn({ payment: payment.id, number: fact.number }, 'refund failed');
    if (!isSettled || !fact.balanceTransactionId) continue;
    const arrived = { amount: fact.amount, balanceTransactionId: fact.balanceTransactionId };
    if (known.surplusIntentId) await bookPrepaid(tx, current, arrived, now);
    else current = await settle(tx, current, arrived, now);
  }
}

type Arrived = { amount: number; balanceTransactionId: string };
type Known = { id: string; amount: number; cause: string; surplusIntentId: string | null };

/**
 * The client's bank sent back what had arrived: it is theirs still, so that it lies in the prepayment until it is sent
 * again. Nothing else of the payment changes.
 */
async function sendAgain(
  tx: Tx,
  payment: PaymentRecord,
  refund: Known,
  fact: RefundFact,
  now: Date,
): Promise<void> {
  const { failureTransactionId: balanceTransactionId } = fact;
  const surplusIntentId = refund.surplusIntentId ?? payment.paymentIntentId;
  if (!balanceTransactionId || !surplusIntentId) return;
  const { id: paymentId, providerId, currency } = payment;
  const entry = entryBounced({ balanceTransactionId, currency, amount: fact.amount });
  if (!(await insertEntry(tx, entry, { paymentId, providerId }, now))) return;
  log.warn({ payment: payment.id, number: fact.number }, 'refund came back');
  await sendRefund(tx, payment, { amount: fact.amount, cause: refund.cause, surplusIntentId }, now);
}

/** E6: what was not earned goes back out of the prepayment. */
async function bookPrepaid(
  tx: Tx,
  { id: paymentId, providerId, currency }: PaymentRecord,
  { amount, balanceTransactionId }: Arrived,
  now: Date,
): Promise<boolean> {
  return insertEntry(tx, entryE6({ balanceTransactionId, currency, amount }), { paymentId, providerId }, now);
}

/** A refund arrived: the ledger follows, and the payment when everything under way is there. */
async function settle(tx: Tx, payment: PaymentRecord, arrived: Arrived, now: Date): Promise<PaymentRecord> {
  const split = bookedSplit(payment);
  const isEarned = totalOf(split) > 0;
  const left = isEarned ? await bookReturn(tx, payment, split, arrived, now) : split;
  if (!isEarned) await bookPrepaid(tx, payment, arrived, now);
  const refundedAmount = payment.refundedAmount + arrived.amount;
  const data = { refundedAmount, ...splitColumns(left) };
  const after = { ...payment, ...data };
  const transition = transitionAfter(after, isEarned);
  if (!transition) {
    await updatePayment(tx, payment, data);
    return { ...after, version: payment.version + 1 };
  }
  const moved = await movePayment(tx, { payment: after, transition, now, data });
  if (moved.status === 'refunded') await chargeCancellation(tx, moved, now);
  const { deliveredAt, claimUntil, claimedAt } = moved;
  if (moved.status === 'paid_held' && deliveredAt && claimUntil)
    await earn(tx, moved, { times: { deliveredAt, claimUntil } }, now);
  // The claim goes on about what is left.
  if (moved.status === 'delivered_held' && claimedAt)
    return movePayment(tx, { payment: moved, transition: 'openClaim', now });
  return moved;
}

/** E8, where the operator has switched it on: who cancels what was paid bears the fee of the charge. */
async function chargeCancellation(tx: Tx, payment: PaymentRecord, now: Date): Promise<void> {
  const { id: paymentId, providerId, currency, returnCause, stripeFee: fee } = payment;
  if (!env().PROVIDER_CANCELLATION_FEE || returnCause !== 'providerCancelled' || !fee) return;
  const entry = entryE8({ paymentId, currency, fee });
  if (!(await insertEntry(tx, entry, { paymentId, providerId }, now))) return;
  const debt = { kind: 'cancellation_fee' as const, amount: fee, reference: entry.externalRef };
  await insertDebt(tx, { ...debt, paymentId, providerId, currency, dueAt: now }, now);
}

function transitionAfter(payment: PaymentRecord, isEarned: boolean): PaymentTransition | null {
  const isAll = refundable(payment) === 0;
  if (payment.status === 'clawback') return isAll ? 'clawbackDone' : 'clawbackDoneInPart';
  if (payment.status !== 'refunding') return null;
  if (isAll) return 'refunded';
  if (!isEarned) return 'refundedInPartPrepaid';
  return payment.releasedAt ? 'refundedInPartReleased' : 'refundedInPart';
}

/** Where the advisor's part of an earned price lies. */
export function holderOf({ transferredAt, releasedAt }: PaymentRecord): Holder {
  if (transferredAt) return 'AR';
  return releasedAt ? 'AP' : 'AH';
}

/**
 * E9, E10 or E12, and the commission of what went back leaves the month in which it did. What was paid out already the
 * advisor owes from then on. Returns what is left of each part.
 */
async function bookReturn(
  tx: Tx,
  payment: PaymentRecord,
  split: Split,
  { amount, balanceTransactionId }: Arrived,
  now: Date,
): Promise<Split> {
  const { id: paymentId, providerId, currency, terms } = payment;
  const month = invoiceMonth(now, env().OPERATOR_TIME_ZONE);
  const sofar = await lockCommissionMonth(tx, providerId, month);
  const reduced = reduceSplit(split, totalOf(split) - amount, terms, sofar);
  const holder = holderOf(payment);
  const isAll = totalOf(reduced.left) === 0;
  const { taken } = reduced;
  const entry = entryReturned({ balanceTransactionId, currency, taken, holder, isAll });
  if (!(await insertEntry(tx, entry, { paymentId, providerId }, now)))
    throw new Error(`payment ${paymentId}: ${balanceTransactionId} was booked before`);
  await updateCommissionMonth(tx, providerId, month, reduced.month);
  if (holder === 'AR') {
    const debt = { kind: 'refund' as const, amount: taken.advisor, reference: balanceTransactionId };
    await oweForReturn(tx, payment, debt, now);
  }
  return reduced.left;
}
