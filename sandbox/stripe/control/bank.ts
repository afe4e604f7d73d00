import { z } from 'zod';
import { inTransaction } from '@/sandbox/http/database';
import { fundsOf, moveFunds } from '@/sandbox/stripe/balance';
import { type Call, internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { closeDispute, openDispute } from '@/sandbox/stripe/dispute-flow';
import { emit } from '@/sandbox/stripe/events';
import { completePayout, createPayout, failPayout } from '@/sandbox/stripe/payout-flow';
import type { RecordBase } from '@/sandbox/stripe/records';
import { renderCharge } from '@/sandbox/stripe/resources/charge-view';
import { renderDispute } from '@/sandbox/stripe/resources/dispute-view';
import { renderPayout } from '@/sandbox/stripe/resources/payout-view';
import { renderRefund } from '@/sandbox/stripe/resources/refunds';
import type { Collection } from '@/sandbox/stripe/store';

type BankCall = { sandbox: Sandbox; body: unknown };

/** Finds what a control call names, and acts for the account it belongs to. */
function pick<T extends RecordBase>(call: Call, from: Collection<T>, id: string): { record: T; owner: Call } {
  const record = from.find(id);
  if (record === undefined) throw new Error(`there is no ${id}`);
  return { record, owner: { ...call, account: record.account } };
}

const raiseInput = z.strictObject({
  charge: z.string(),
  amount: z.int().min(1).optional(),
  reason: z.string().default('fraudulent'),
});

/** A client's bank takes a charge back: all that was not refunded, or a part of it. */
function raiseDispute(call: Call, body: unknown): object {
  const given = raiseInput.parse(body);
  const { record, owner } = pick(call, call.store.charges, given.charge);
  const amount = given.amount ?? record.amountCaptured - record.amountRefunded;
  return renderDispute(call.store, openDispute(owner, record, { amount, reason: given.reason }), call.now);
}

const closeInput = z.strictObject({ dispute: z.string(), status: z.enum(['won', 'lost']) });

function endDispute(call: Call, body: unknown): object {
  const given = closeInput.parse(body);
  const { record, owner } = pick(call, call.store.disputes, given.dispute);
  return renderDispute(call.store, closeDispute(owner, record, given.status), call.now);
}

const refundInput = z.strictObject({ refund: z.string(), reason: z.string().default('lost_or_stolen_card') });

/** The client's bank sends a refund back that had succeeded: the money is in the balance again. */
function failRefund(call: Call, body: unknown): object {
  const given = refundInput.parse(body);
  const { record: refund, owner } = pick(call, call.store.refunds, given.refund);
  if (refund.status !== 'succeeded') throw new Error(`refund ${refund.id} is ${refund.status}`);
  const { record: charge } = pick(call, call.store.charges, refund.charge);
  const back = moveFunds(owner, {
    account: refund.account,
    type: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    availableOn: call.now,
    source: refund.id,
    description: 'REFUND FAILURE',
  });
  const failed = call.store.refunds.save({
    ...refund,
    status: 'failed',
    failure: { reason: given.reason, balanceTransaction: back.id },
  });
  const changed = call.store.charges.save({
    ...charge,
    amountRefunded: charge.amountRefunded - refund.amount,
  });
  const view = renderRefund(failed);
  emit(owner, 'refund.updated', view, { status: 'succeeded' });
  emit(owner, 'refund.failed', view, { status: 'succeeded' });
  emit(owner, 'charge.updated', renderCharge(call.store, changed), {
    amount_refunded: charge.amountRefunded,
  });
  return view;
}

const payoutInput = z.strictObject({
  payout: z.string(),
  status: z.enum(['paid', 'failed']),
  code: z.string().default('account_closed'),
});

function endPayout(call: Call, body: unknown): object {
  const given = payoutInput.parse(body);
  const { record, owner } = pick(call, call.store.payouts, given.payout);
  if (given.status === 'failed') return renderPayout(failPayout(owner, record, given.code));
  return renderPayout(record.status === 'pending' ? completePayout(owner, record) : record);
}

const payOutInput = z.strictObject({ account: z.string(), currency: z.string().default('eur') });

/** The connected account's automatic payout now rather than by the clock: empties what is available. */
function payOut(call: Call, body: unknown): object {
  const { account, currency } = payOutInput.parse(body);
  const { available } = fundsOf(call.store, account, currency, call.now);
  if (available <= 0) return { paidOut: 0 };
  createPayout(
    { ...call, account },
    {
      amount: available,
      currency,
      description: null,
      statementDescriptor: null,
      metadata: {},
      automatic: true,
    },
  );
  return { paidOut: available };
}

const chargeInput = z.strictObject({ amount: z.int().min(1), currency: z.string().default('eur') });

/** The payment service charges the platform for itself: accounts, payouts to them, invoices. */
function chargeFee(call: Call, body: unknown): object {
  const { amount, currency } = chargeInput.parse(body);
  const description = 'Connect (2026-11): Active Account Billing';
  const base = { account: null, currency, availableOn: call.now, source: null, description };
  const { id } = moveFunds(call, { ...base, type: 'stripe_fee', amount: 0 - amount });
  return { id };
}

function inOneStep(run: (call: Call, body: unknown) => object): (order: BankCall) => object {
  return ({ sandbox, body }) => inTransaction(sandbox.store.db, () => run(internalCall(sandbox), body));
}

/** What banks do, and the payment service for itself, by order of a test. */
export const bankCalls: Record<string, (order: BankCall) => object> = {
  'POST /_sandbox/disputes': inOneStep(raiseDispute),
  'POST /_sandbox/disputes/close': inOneStep(endDispute),
  'POST /_sandbox/refunds/fail': inOneStep(failRefund),
  'POST /_sandbox/payouts/end': inOneStep(endPayout),
  'POST /_sandbox/payout': inOneStep(payOut),
  'POST /_sandbox/fees': inOneStep(chargeFee),
};
