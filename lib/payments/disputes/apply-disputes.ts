import { bookedSplit, splitColumns } from '@/lib/payments/rules/advisor-share';
import { invoiceMonth, reduceSplit, totalOf } from '@/lib/payments/rules/commission';
import {
  type DisputeLoss,
  entryDisputed,
  entryDisputeLost,
  entryDisputeWon,
} from '@/lib/payments/rules/ledger-returns';
import { refundable } from '@/lib/payments/rules/refund';
import { type PaymentTransition, paymentMachine } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';
import { toCurrency } from '@/lib/shared/money';
import { oweForReturn } from '../debts/owe';
import { earn } from '../deliver-payment';
import { movePayment } from '../move-payment';
import { goOnAfterRefund, holderOf } from '../refunds/apply-refunds';
import { hasRefundArrived } from '../refunds/repository';
import type { ReturnCause } from '../refunds/send-refund';
import {
  findPayment,
  insertEntry,
  lockCommissionMonth,
  updateCommissionMonth,
  updatePayment,
} from '../repository';
import { refundAll } from '../return-money';
import type { DisputeFact, PaymentFacts, PaymentRecord } from '../types';
import { applySurplusDispute } from './apply-surplus-dispute';
import { closeDispute, countOpen, findDispute, insertDispute } from './repository';

/**
 * What banks dispute, and decide. Opened: the amount and the fee are gone, and what is left of the payment is frozen. Won:
 * it goes on where it was. Lost: the client has the money, and whoever had it bears the loss. True when a price was lost
 * that was not earned yet: there is nothing left to hold a session for. A charge that came beside the payment's own is
 * disputed apart.
 */
export async function applyDisputes(
  tx: Tx,
  payment: PaymentRecord,
  { intent, disputes }: PaymentFacts,
  now: Date,
): Promise<boolean> {
  if (intent && intent.id !== payment.paymentIntentId) {
    for (const fact of disputes)
      await applySurplusDispute(tx, payment, { fact, surplusIntentId: intent.id }, now);
    return false;
  }
  let isLost = false;
  for (const fact of disputes) {
    const known = await findDispute(tx, fact.id);
    if (!known && !fact.withdrawn) continue;
    if (!known) await open(tx, await reread(tx, payment), fact, now);
    if (known && known.status !== 'open') continue;
    const current = await reread(tx, payment);
    // Where the money is, the transfer that is under way must tell first; it has the facts read anew.
    if (current.disputedFrom === 'in_payout') continue;
    if (fact.status === 'won' && fact.reinstated) await win(tx, current, fact, now);
    if (fact.status === 'lost') isLost = (await lose(tx, current, fact, now)) || isLost;
  }
  return isLost;
}

async function reread(tx: Tx, { id }: PaymentRecord): Promise<PaymentRecord> {
  const payment = await findPayment(tx, { id });
  if (!payment) throw new Error(`payment ${id} vanished`);
  return payment;
}

async function open(tx: Tx, payment: PaymentRecord, fact: DisputeFact, now: Date): Promise<void> {
  const { id: paymentId, providerId, status } = payment;
  if (!fact.withdrawn) throw new Error(`dispute ${fact.id} has moved nothing`);
  const { balanceTransactionId, fee } = fact.withdrawn;
  log.warn({ payment: paymentId, dispute: fact.id }, 'charge disputed');
  await insertDispute(tx, { paymentId }, fact, now);
  const currency = toCurrency(fact.currency);
  const entry = entryDisputed({ balanceTransactionId, currency, amount: fact.amount, fee });
  await insertEntry(tx, entry, { paymentId, providerId }, now);
  if (!paymentMachine.canTransition(status, 'disputeOpened', 'system')) return;
  await movePayment(tx, { payment, transition: 'disputeOpened', now, data: { disputedFrom: status } });
}

async function win(tx: Tx, payment: PaymentRecord, fact: DisputeFact, now: Date): Promise<void> {
  if (!fact.reinstated) throw new Error(`dispute ${fact.id} has brought nothing back`);
  const { balanceTransactionId, fee } = fact.reinstated;
  const currency = toCurrency(fact.currency);
  const entry = entryDisputeWon({ balanceTransactionId, currency, amount: fact.amount, fee });
  await insertEntry(tx, entry, { paymentId: payment.id, providerId: payment.providerId }, now);
  await closeDispute(tx, fact.id, 'won', now);
  await goOn(tx, payment, now);
}

const backTo: Partial<Record<PaymentRecord['status'], PaymentTransition>> = {
  paid_held: 'disputeWonPaid',
  delivered_held: 'disputeWonDelivered',
  claim_open: 'disputeWonClaim',
  releasable: 'disputeWonReleasable',
  transferred: 'disputeWonTransferred',
  refunding: 'disputeWonRefunding',
};

/** No dispute is left: the payment is where it was, and what was waiting for that happens. */
async function goOn(tx: Tx, payment: PaymentRecord, now: Date): Promise<void> {
  if (payment.status !== 'disputed' || (await countOpen(tx, payment.id)) > 0) return;
  const transition = payment.disputedFrom && backTo[payment.disputedFrom];
  if (!transition) throw new Error(`payment ${payment.id} was disputed in ${payment.disputedFrom}`);
  const data = { disputedFrom: null };
  const moved = { ...(await movePayment(tx, { payment, transition, now, data })), ...data };
  const { deliveredAt, claimUntil, returnCause, status } = moved;
  if (status === 'refunding') {
    const hasArrived = refundable(moved) === 0 || (await hasRefundArrived(tx, moved.id));
    if (hasArrived) await goOnAfterRefund(tx, moved, now);
  } else if (returnCause) {
    await refundAll(tx, moved, returnCause as ReturnCause, now);
  } else if (status === 'paid_held' && deliveredAt && claimUntil) {
    await earn(tx, moved, { times: { deliveredAt, claimUntil } }, now);
  } else if (status === 'delivered_held' && moved.claimedAt) {
    await movePayment(tx, { payment: moved, transition: 'openClaim', now });
  }
}

/** The bank keeps it for the client. True when that was all of a price that was not earned yet. */
async function lose(tx: Tx, payment: PaymentRecord, fact: DisputeFact, now: Date): Promise<boolean> {
  const { id: paymentId, providerId } = payment;
  const amount = Math.min(fact.amount, refundable(payment));
  const { loss, data, debt } = await shareLoss(tx, payment, amount, now);
  const currency = toCurrency(fact.currency);
  const platform = fact.amount - amount;
  const entry = entryDisputeLost({ disputeId: fact.id, currency, ...loss, platform });
  await insertEntry(tx, entry, { paymentId, providerId }, now);
  await closeDispute(tx, fact.id, 'lost', now);
  const lost = { ...data, chargedBackAmount: payment.chargedBackAmount + amount };
  const after = { ...payment, ...lost };
  if (debt > 0)
    await oweForReturn(tx, payment, { kind: 'dispute', amount: debt, reference: entry.externalRef }, now);
  const isAll = refundable(after) === 0;
  if (isAll && paymentMachine.canTransition(payment.status, 'disputeLost', 'system')) {
    const ended = { ...lost, disputedFrom: null, claimedAt: null };
    await movePayment(tx, { payment: after, transition: 'disputeLost', now, data: ended });
    return payment.deliveredAt === null && totalOf(bookedSplit(payment)) === 0;
  }
  await updatePayment(tx, payment, lost);
  const stored = await reread(tx, payment);
  if (isAll && stored.status === 'refunding')
    await movePayment(tx, { payment: stored, transition: 'refunded', now });
  else await goOn(tx, stored, now);
  return false;
}

/** Takes the loss from wherever the price lies, and says what the advisor owes when they were paid. */
async function shareLoss(
  tx: Tx,
  payment: PaymentRecord,
  amount: number,
  now: Date,
): Promise<{ loss: DisputeLoss; data: ReturnType<typeof splitColumns>; debt: number }> {
  const split = bookedSplit(payment);
  if (totalOf(split) === 0) return { loss: { prepaid: amount }, data: splitColumns(split), debt: 0 };
  const month = invoiceMonth(now, env().OPERATOR_TIME_ZONE);
  const sofar = await lockCommissionMonth(tx, payment.providerId, month);
  const { left, taken, month: after } = reduceSplit(split, totalOf(split) - amount, payment.terms, sofar);
  await updateCommissionMonth(tx, payment.providerId, month, after);
  const holder = holderOf(payment);
  return { loss: { taken, holder }, data: splitColumns(left), debt: holder === 'AR' ? taken.advisor : 0 };
}
