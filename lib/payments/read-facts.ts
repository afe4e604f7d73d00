import { readSubject } from '@/lib/payments/rules/subject';
import { db } from '@/lib/server/db/client';
import type { IntentView } from '@/lib/server/stripe/intents';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { listOpenRefunds } from './repository';
import type { PaymentFacts } from './types';

const statuses = {
  authorised: 'requires_capture',
  succeeded: 'succeeded',
  canceled: 'canceled',
  processing: 'processing',
  waiting: 'open',
} as const;

/**
 * Reads anew what the payment service says of an intent and of the refunds under way; null for an intent that is not
 * ours. Nothing that an event said is believed.
 */
export async function readFacts(intentId: string): Promise<PaymentFacts | null> {
  const intent = await stripeGateway().retrieveIntent(intentId);
  const { paymentId } = intent.metadata;
  const subject = readSubject(intent.metadata);
  if (!paymentId || !subject) return null;
  return { paymentId, subject, ...toFacts(intent), refunds: await readRefunds(paymentId) };
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

async function readRefunds(paymentId: string): Promise<PaymentFacts['refunds']> {
  const open = await listOpenRefunds(db(), paymentId);
  const refunds: PaymentFacts['refunds'] = [];
  for (const { number, stripeRefundId } of open) {
    if (!stripeRefundId) continue;
    const { id, status, amount, balanceTransactionId } = await stripeGateway().retrieveRefund(stripeRefundId);
    refunds.push({ id, number, status, amount, balanceTransactionId });
  }
  return refunds;
}
