import { readSubject } from '@/lib/payments/rules/subject';
import { db } from '@/lib/server/db/client';
import type { DisputeView } from '@/lib/server/stripe/disputes';
import type { IntentView } from '@/lib/server/stripe/intents';
import type { RefundView } from '@/lib/server/stripe/refunds';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { listRefundsToRead } from './refunds/repository';
import type { DisputeFact, PaymentFacts, RefundFact } from './types';

const statuses = {
  authorised: 'requires_capture',
  succeeded: 'succeeded',
  canceled: 'canceled',
  processing: 'processing',
  waiting: 'open',
} as const;

/**
 * Reads anew what the payment service says of an intent, its disputes, and the refunds of its payment that are under way
 * or named by `refundId`; null for an intent that is not ours. Nothing that an event said is believed.
 */
export async function readFacts({
  intentId,
  refundId,
}: {
  intentId: string;
  refundId?: string;
}): Promise<PaymentFacts | null> {
  const intent = await stripeGateway().retrieveIntent(intentId);
  const { paymentId } = intent.metadata;
  const subject = readSubject(intent.metadata);
  if (!paymentId || !subject) return null;
  return {
    paymentId,
    subject,
    ...toFacts(intent),
    setup: null,
    ...(await readRefunds(paymentId, { intentId, refundId })),
    disputes: intent.isDisputed ? await readDisputes(intentId) : [],
  };
}

/** The same of a card that was left for later; null while it is not there, or when it is not ours. */
export async function readSetupFacts(setupIntentId: string): Promise<PaymentFacts | null> {
  const { id, paymentMethodId, metadata } = await stripeGateway().retrieveSetup(setupIntentId);
  const { paymentId } = metadata;
  const subject = readSubject(metadata);
  if (!paymentId || !subject || !paymentMethodId) return null;
  const setup = { id, paymentMethodId };
  return { paymentId, subject, intent: null, charge: null, setup, refunds: [], disputes: [] };
}

function toFacts(intent: IntentView): Pick<PaymentFacts, 'intent' | 'charge'> {
  const { id, status, amount, currency, paymentMethodId, chargeId, funds } = intent;
  return {
    intent: { id, status: statuses[status], amount, currency, paymentMethodId },
    charge:
      chargeId && funds
        ? {
            id: chargeId,
            balanceTransactionId: funds.balanceTransactionId,
            amount: intent.amountReceived,
            fee: funds.fee,
            availableOn: funds.availableAt,
          }
        : null,
  };
}

/** Ours that are under way, and the one that is named; one of ours whose id is not stored yet is found by its call. */
async function readRefunds(
  paymentId: string,
  { intentId, refundId }: { intentId: string; refundId: string | undefined },
): Promise<Pick<PaymentFacts, 'refunds' | 'byHand'>> {
  const refunds: RefundFact[] = [];
  for (const { number, stripeRefundId } of await listRefundsToRead(db(), paymentId, refundId)) {
    if (!stripeRefundId) continue;
    refunds.push({ number, ...toRefund(await stripeGateway().retrieveRefund(stripeRefundId)) });
  }
  if (refundId === undefined || refunds.some(({ id }) => id === refundId)) return { refunds };
  const named = await stripeGateway().retrieveRefund(refundId);
  return named.metadata['paymentId'] ? { refunds } : { refunds, byHand: { intentId, ...toRefund(named) } };
}

function toRefund(view: RefundView): Omit<RefundFact, 'number'> {
  const { id, status, amount, balanceTransactionId, returnTransactionId: failureTransactionId } = view;
  return { id, status, amount, balanceTransactionId, failureTransactionId };
}

async function readDisputes(intentId: string): Promise<DisputeFact[]> {
  const disputes = await stripeGateway().listDisputes(intentId);
  return disputes.reverse().map(toDispute);
}

/** A dispute in our words, with what it moved so far. */
export function toDispute(view: DisputeView): DisputeFact {
  const { id, status, amount, currency, reason, evidenceDueAt, movements } = view;
  const out = movements.find((movement) => movement.amount < 0);
  const back = movements.find((movement) => movement.amount > 0);
  return {
    id,
    status,
    amount,
    currency,
    reason,
    evidenceDueAt,
    withdrawn: out ? { balanceTransactionId: out.id, fee: out.fee } : null,
    reinstated: back ? { balanceTransactionId: back.id, fee: -back.fee } : null,
  };
}
