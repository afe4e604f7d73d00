import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { entryE5 } from '@/lib/payments/rules/ledger';
import { subjectColumns, subjectId } from '@/lib/payments/rules/subject';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { StripeFailure, StripeOutcome } from '@/lib/server/stripe/outcome';
import type { RefundView } from '@/lib/server/stripe/refunds';
import type { TransferView } from '@/lib/server/stripe/transfers';
import { money } from '@/lib/shared/money';
import { addHours } from '@/lib/shared/time';
import { findConnectAccount } from './connect/repository';
import { movePayment } from './move-payment';
import { readFacts } from './read-facts';
import { failRefund, findPayment, insertEntry, lockPayment, storeRefundId } from './repository';
import { beginCall, finishCall, type StripeCallRecord } from './stripe-calls';
import type { PaymentFacts, PaymentRecord } from './types';

/** What a call leaves for the booking or the seat to follow: the facts, to be applied before the call counts as done. */
export type CarriedOut = { facts: PaymentFacts | null; finish: () => Promise<void> };

/**
 * Makes one call of the outbox. It may run twice: the stored key makes the service answer the same. Refusals that
 * another step explains (captured, cancelled, closed before) end the call; their facts tell what is true. What the
 * service will never do ends it too: a refund counts as failed, a transfer as not made, and both are asked for anew later.
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
      return refund(call, payment, now);
    case 'transfer':
      return transfer(call, payment, now);
    default:
      throw new Error(`unknown call ${call.kind}`);
  }
}

function failureOf(outcome: { ok: true } | { ok: false; failure: StripeFailure }): StripeFailure | null {
  return outcome.ok ? null : outcome.failure;
}

/** The service forgets a key after 24 hours; from then on the same call could have a second effect. */
const keyLifetimeHours = 23;

function isKeyOld({ firstTriedAt }: StripeCallRecord, now: Date): boolean {
  return firstTriedAt !== null && addHours(firstTriedAt, keyLifetimeHours) <= now;
}

/** A refund that was made though its answer was lost, found by the number we gave it. */
async function findLostRefund(intentId: string, number: number): Promise<RefundView | undefined> {
  const refunds = await stripeGateway().listRefunds(intentId);
  return refunds.find(({ metadata }) => metadata.number === String(number));
}

async function refund(
  call: StripeCallRecord,
  payment: PaymentRecord,
  now: Date,
): Promise<StripeFailure | null> {
  const number = Number(call.input.number);
  const intentId = payment.paymentIntentId ?? '';
  let made = isKeyOld(call, now) ? await findLostRefund(intentId, number) : undefined;
  if (!made) {
    const outcome = await stripeGateway().refund({
      key: call.idempotencyKey,
      intentId,
      amount: Number(call.input.amount),
      metadata: { paymentId: payment.id, ...subjectColumns(payment.subject), number: String(number) },
    });
    made = outcome.ok ? outcome.value : await findLostRefund(intentId, number);
    if (!made && !outcome.ok) return refuseRefund(payment, number, outcome.failure, now);
  }
  if (made) await storeRefundId(db(), payment.id, number, made.id);
  return null;
}

/** A refund that the service will not make has failed; one that it only cannot make now is tried again as it is. */
async function refuseRefund(
  payment: PaymentRecord,
  number: number,
  failure: StripeFailure,
  now: Date,
): Promise<StripeFailure> {
  if (failure.reason !== 'refused')
    throw new Error(`refund ${number} of payment ${payment.id}: ${failure.message}`);
  log.error({ payment: payment.id, number, says: failure.message }, 'refund refused');
  await failRefund(db(), payment.id, number, now);
  return failure;
}

async function transfer(
  call: StripeCallRecord,
  payment: PaymentRecord,
  now: Date,
): Promise<StripeFailure | null> {
  const account = await findConnectAccount(db(), payment.providerId);
  if (!account || !payment.chargeId) throw new Error(`payment ${payment.id} cannot be transferred`);
  const lost = isKeyOld(call, now) ? await findLostTransfer(payment) : undefined;
  const outcome = lost ?? (await makeTransfer(call, payment, account.stripeAccountId, payment.chargeId));
  await noteTransfer(call, payment.id, outcome, now);
  return failureOf(outcome);
}

/** A transfer that was made though its answer was lost: one a booking or seat. */
async function findLostTransfer(payment: PaymentRecord): Promise<StripeOutcome<TransferView> | undefined> {
  const transfers = await stripeGateway().listTransfers(subjectId(payment.subject));
  const made = transfers.find(
    ({ metadata, amount, amountReversed }) => metadata.paymentId === payment.id && amountReversed < amount,
  );
  return made && { ok: true, value: made };
}

function makeTransfer(
  call: StripeCallRecord,
  payment: PaymentRecord,
  accountId: string,
  chargeId: string,
): Promise<StripeOutcome<TransferView>> {
  return stripeGateway().transferToProvider({
    key: call.idempotencyKey,
    amount: money(payment.advisorAmount, payment.currency),
    accountId,
    chargeId,
    transferGroup: subjectId(payment.subject),
    metadata: { paymentId: payment.id, ...subjectColumns(payment.subject) },
  });
}

/** Writes down what came of a transfer; a late answer to an attempt before says nothing of the present one. */
async function noteTransfer(
  call: StripeCallRecord,
  paymentId: string,
  outcome: StripeOutcome<TransferView>,
  now: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const current = await lockPayment(tx, { id: paymentId });
    if (current?.status !== 'in_payout') return;
    if (call.idempotencyKey !== idempotencyKey.transfer(current.id, current.transferAttempt)) return;
    if (!outcome.ok) {
      log.error({ payment: current.id, says: outcome.failure.message }, 'transfer failed');
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
}
