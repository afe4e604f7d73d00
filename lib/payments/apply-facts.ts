import { entryE1, entryE6, entryE9 } from '@/lib/payments/rules/ledger';
import { checkPaid } from '@/lib/payments/rules/refund';
import type { PaymentTransition } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { money } from '@/lib/shared/money';
import { earn, unearn } from './deliver-payment';
import { movePayment } from './move-payment';
import { findPayment, findRefund, insertEntry, lockPayment, updatePayment, updateRefund } from './repository';
import { letGo, type ReturnCause, refundAll, sendRefund } from './return-money';
import type { PaymentFacts, PaymentRecord } from './types';

/**
 * What the booking or the seat must follow. `secured`: the client's money is authorised or charged for the first time. `lost`: an
 * authorisation is gone without our asking, or what came is not what is due and goes back.
 */
export type PaymentChange = 'secured' | 'lost' | 'nothing';

/**
 * Brings a payment to what the payment service says: legal transitions only, and the ledger entries that belong to
 * them. Facts in any order, doubled or days late end in the same place.
 */
export async function applyFacts(tx: Tx, facts: PaymentFacts, now: Date): Promise<PaymentChange> {
  const payment = await lockPayment(tx, facts.subject);
  if (!payment) throw new Error(`facts about an unknown payment ${facts.paymentId}`);
  const change = await applyIntent(tx, payment, facts, now);
  const current = await findPayment(tx, { id: payment.id });
  if (current) await applyRefunds(tx, current, facts, now);
  return change;
}

async function applyIntent(
  tx: Tx,
  payment: PaymentRecord,
  facts: PaymentFacts,
  now: Date,
): Promise<PaymentChange> {
  const { intent } = facts;
  if (intent.status === 'requires_capture') return applyAuthorised(tx, payment, facts, now);
  if (intent.status === 'succeeded' && facts.charge) return applyCharged(tx, payment, facts, now);
  if (intent.status === 'processing' && payment.status === 'checkout_open') {
    await movePayment(tx, {
      payment,
      transition: 'startProcessing',
      now,
      data: { paymentIntentId: intent.id },
    });
  }
  if (intent.status === 'canceled' && payment.status === 'authorised') {
    await movePayment(tx, { payment, transition: 'releaseAuthorisation', now });
    return payment.returnCause ? 'nothing' : 'lost';
  }
  return 'nothing';
}

/** Whether amount and currency are those due; if not, somebody has to look. */
function isAsDue(payment: PaymentRecord, paid: { amount: number; currency: string }): boolean {
  const isDue = checkPaid(money(payment.amount, payment.currency), paid).ok;
  if (!isDue)
    log.error({ payment: payment.id, due: payment.amount, paid }, 'payment differs from what is due');
  return isDue;
}

async function applyAuthorised(
  tx: Tx,
  payment: PaymentRecord,
  facts: PaymentFacts,
  now: Date,
): Promise<PaymentChange> {
  const transition =
    payment.status === 'checkout_open' ? 'authorise' : payment.status === 'none' ? 'authoriseLate' : null;
  if (!transition || isKnown(payment, facts)) return 'nothing';
  const data = {
    paymentIntentId: facts.intent.id,
    paymentMethodId: facts.intent.paymentMethodId,
    authorisedAt: now,
  };
  const authorised = await movePayment(tx, { payment, transition, now, data });
  if (isAsDue(payment, facts.intent)) return 'secured';
  await letGo(tx, authorised, 'mismatch', now);
  return 'lost';
}

/** A released authorisation is told again by late events: its intent is known and nothing follows. */
function isKnown(payment: PaymentRecord, facts: PaymentFacts): boolean {
  return payment.status === 'none' && payment.paymentIntentId === facts.intent.id;
}

const paidBy: Partial<Record<PaymentRecord['status'], PaymentTransition>> = {
  authorised: 'capture',
  checkout_open: 'pay',
  processing: 'pay',
  none: 'payLate',
};

async function applyCharged(
  tx: Tx,
  payment: PaymentRecord,
  facts: PaymentFacts,
  now: Date,
): Promise<PaymentChange> {
  const { intent, charge } = facts;
  const usual = paidBy[payment.status];
  if (!usual || !charge) return 'nothing';
  const of = { paymentId: payment.id, providerId: payment.providerId };
  const { currency } = payment;
  const entry = entryE1({
    balanceTransactionId: charge.balanceTransactionId,
    currency,
    amount: charge.amount,
    fee: charge.fee,
  });
  if (!(await insertEntry(tx, entry, of, now))) return 'nothing';
  const isDue = isAsDue(payment, { amount: charge.amount, currency: intent.currency });
  const data = {
    paymentIntentId: intent.id,
    paymentMethodId: intent.paymentMethodId,
    chargeId: charge.id,
    paidAmount: charge.amount,
    stripeFee: charge.fee,
    chargedAt: now,
    availableOn: charge.availableOn,
    ...(isDue ? {} : { returnCause: 'mismatch' }),
  };
  const transition = isDue ? usual : 'refuseMismatch';
  const paid = { ...(await movePayment(tx, { payment, transition, now, data })), paidAmount: charge.amount };
  if (!isDue) {
    await sendRefund(tx, paid, 'mismatch', now);
    return 'lost';
  }
  if (payment.returnCause) {
    await refundAll(tx, paid, payment.returnCause as ReturnCause, now);
    return 'nothing';
  }
  if (payment.deliveredAt && payment.claimUntil) {
    await earn(tx, paid, { deliveredAt: payment.deliveredAt, claimUntil: payment.claimUntil }, now);
    return 'nothing';
  }
  return payment.status === 'authorised' ? 'nothing' : 'secured';
}

/** What went back is nobody's any more. */
const nothingEarned = { commissionAmount: 0, commissionVat: 0, advisorAmount: 0 };

/** The ledger follows a refund that arrived: E6, or E9 and the month's commission when the price had been earned. */
async function bookRefund(
  tx: Tx,
  payment: PaymentRecord,
  { balanceTransactionId, amount }: { balanceTransactionId: string; amount: number },
  now: Date,
): Promise<void> {
  const { id: paymentId, providerId, currency } = payment;
  const { commissionAmount: commission, commissionVat: vat, advisorAmount: advisor } = payment;
  const split = { commission, vat, advisor };
  const earned = commission + vat + advisor;
  const entry =
    earned > 0
      ? entryE9({ balanceTransactionId, currency, split })
      : entryE6({ balanceTransactionId, currency, amount });
  if (earned > 0 && amount !== earned)
    throw new Error(`payment ${paymentId}: ${amount} of ${earned} went back`);
  const isNew = await insertEntry(tx, entry, { paymentId, providerId }, now);
  if (isNew && earned > 0) await unearn(tx, payment, split, now);
}

async function applyRefunds(
  tx: Tx,
  payment: PaymentRecord,
  { refunds }: PaymentFacts,
  now: Date,
): Promise<void> {
  let refundedAmount = payment.refundedAmount;
  for (const refund of refunds) {
    const known = await findRefund(tx, payment.id, refund.number);
    if (!known || known.status === 'succeeded' || known.status === 'failed') continue;
    const isSettled = refund.status === 'succeeded' && refund.balanceTransactionId !== null;
    const status = isSettled ? 'succeeded' : refund.status === 'failed' ? 'failed' : 'pending';
    const data = { status, stripeRefundId: refund.id, checkedAt: now } as const;
    await updateRefund(tx, known.id, isSettled ? { ...data, settledAt: now } : data);
    if (status === 'failed') log.warn({ payment: payment.id, number: refund.number }, 'refund failed');
    if (!isSettled || !refund.balanceTransactionId) continue;
    await bookRefund(tx, payment, { ...refund, balanceTransactionId: refund.balanceTransactionId }, now);
    refundedAmount += refund.amount;
  }
  if (refundedAmount === payment.refundedAmount) return;
  if (payment.status === 'refunding' && refundedAmount === payment.paidAmount) {
    await movePayment(tx, {
      payment,
      transition: 'refunded',
      now,
      data: { refundedAmount, ...nothingEarned },
    });
  } else {
    await updatePayment(tx, payment, { refundedAmount });
  }
}
