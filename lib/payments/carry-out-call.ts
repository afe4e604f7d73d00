import { entryE5 } from '@/lib/payments/rules/ledger';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { StripeFailure } from '@/lib/server/stripe/outcome';
import { money } from '@/lib/shared/money';
import { findConnectAccount } from './connect/repository';
import { movePayment } from './move-payment';
import { readFacts } from './read-facts';
import { findPayment, insertEntry, lockPayment, storeRefundId } from './repository';
import { beginCall, finishCall, type StripeCallRecord } from './stripe-calls';
import type { PaymentFacts, PaymentRecord } from './types';

/** What a call leaves for the booking to follow: the facts, to be applied before the call counts as done. */
export type CarriedOut = { facts: PaymentFacts | null; finish: () => Promise<void> };

/**
 * Makes one call of the outbox. It may run twice: the stored key makes the service answer the same. Refusals that
 * another step explains (captured, cancelled, closed before) end the call; their facts tell what is true.
 */
export async function carryOutCall(callId: string, now: Date): Promise<CarriedOut | null> {
  const call = await beginCall(db(), callId, now);
  const payment = call && (await findPayment(db(), { id: call.paymentId }));
  if (!call || !payment) return null;
  const failure = await makeCall(call, payment, now);
  if (failure)
    log.warn({ call: call.kind, payment: payment.id, reason: failure.reason }, 'payment service refused');
  const intentId = payment.paymentIntentId;
  return {
    facts: intentId && call.kind !== 'transfer' ? await readFacts(intentId) : null,
    finish: () => finishCall(db(), call.id, failure ? 'failed' : 'done', now, failure?.reason),
  };
}

async function makeCall(
  call: StripeCallRecord,
  payment: PaymentRecord,
  now: Date,
): Promise<StripeFailure | null> {
  const stripe = stripeGateway();
  const { idempotencyKey: key, input } = call;
  const intentId = payment.paymentIntentId ?? '';
  switch (call.kind) {
    case 'expireCheckout':
      return failureOf(await stripe.expireCheckout(String(input.checkoutSessionId), key));
    case 'capture':
      // Given back meanwhile: what is not taken need not be refunded.
      return payment.returnCause ? null : failureOf(await stripe.capture(intentId, key));
    case 'releaseAuthorisation':
      return failureOf(await stripe.cancelIntent(intentId, key));
    case 'refund':
      return refund(call, payment);
    case 'transfer':
      return transfer(call, payment, now);
    default:
      throw new Error(`unknown call ${call.kind}`);
  }
}

function failureOf(outcome: { ok: true } | { ok: false; failure: StripeFailure }): StripeFailure | null {
  return outcome.ok ? null : outcome.failure;
}

async function refund(
  { idempotencyKey: key, input }: StripeCallRecord,
  payment: PaymentRecord,
): Promise<StripeFailure | null> {
  const number = Number(input.number);
  const outcome = await stripeGateway().refund({
    key,
    intentId: payment.paymentIntentId ?? '',
    amount: Number(input.amount),
    metadata: { paymentId: payment.id, bookingId: payment.bookingId, number: String(number) },
  });
  if (!outcome.ok) throw new Error(`refund ${key}: ${outcome.failure.message}`);
  await storeRefundId(db(), payment.id, number, outcome.value.id);
  return null;
}

async function transfer(
  call: StripeCallRecord,
  payment: PaymentRecord,
  now: Date,
): Promise<StripeFailure | null> {
  const account = await findConnectAccount(db(), payment.providerId);
  if (!account || !payment.chargeId) throw new Error(`payment ${payment.id} cannot be transferred`);
  const outcome = await stripeGateway().transferToProvider({
    key: call.idempotencyKey,
    amount: money(payment.advisorAmount, payment.currency),
    accountId: account.stripeAccountId,
    chargeId: payment.chargeId,
    transferGroup: payment.bookingId,
    metadata: { paymentId: payment.id, bookingId: payment.bookingId },
  });
  await inTransaction(async (tx) => {
    const current = await lockPayment(tx, payment.bookingId);
    if (current?.status !== 'in_payout') return;
    if (!outcome.ok) {
      await movePayment(tx, {
        payment: current,
        transition: 'payoutFailed',
        now,
        data: { transferFailure: outcome.failure.reason },
      });
      return;
    }
    const { id, balanceTransactionId } = outcome.value;
    const parts = { payable: current.advisorAmount, clawback: 0, balanceTransactionId };
    const entry = entryE5({ paymentId: current.id, currency: current.currency, ...parts });
    await insertEntry(tx, entry, { paymentId: current.id, providerId: current.providerId }, now);
    await movePayment(tx, {
      payment: current,
      transition: 'payoutDone',
      now,
      data: { transferId: id, transferredAt: now, transferFailure: null },
    });
  });
  return failureOf(outcome);
}
