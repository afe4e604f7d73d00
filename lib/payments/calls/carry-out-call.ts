import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { readFacts } from '../read-facts';
import { findPayment } from '../repository';
import { beginCall, finishCall, type StripeCallRecord } from '../stripe-calls';
import type { PaymentFacts, PaymentRecord } from '../types';
import { makeCharge } from './charge-call';
import { failureOf, type Made } from './made';
import { makeRefund } from './refund-call';
import { makeReversal } from './reversal-call';
import { makeTransfer } from './transfer-call';

/**
 * What a call leaves for the booking or the seat to follow, before the call counts as done: the facts to be applied, or
 * that a stored card was refused and the price is due.
 */
export type CarriedOut = {
  facts: PaymentFacts | null;
  /** The session whose stored card was refused. */
  refused: { bookingId: string } | null;
  finish: () => Promise<void>;
};

/**
 * Makes one call of the outbox. It may run twice: the stored key makes the service answer the same. Refusals that
 * another step explains (captured, cancelled, closed before) end the call; their facts tell what is true. What the
 * service will never do ends it too: a refund counts as failed, a transfer as not made, and both are asked for anew later.
 */
export async function carryOutCall(callId: string, now: Date): Promise<CarriedOut | null> {
  const call = await beginCall(db(), callId, now);
  const payment = call && (await findPayment(db(), { id: call.paymentId }));
  if (!call || !payment) return null;
  const { failure, intentId, isRefused = false } = await makeCall(call, payment, now);
  if (failure)
    log.warn({ call: call.kind, payment: payment.id, reason: failure.reason }, 'payment service refused');
  return {
    facts: intentId ? await readFacts({ intentId }) : null,
    refused: isRefused && payment.subject.seatId === undefined ? payment.subject : null,
    finish: () => finishCall(db(), call.id, failure ? 'failed' : 'done', now, failure?.reason),
  };
}

async function makeCall(call: StripeCallRecord, payment: PaymentRecord, now: Date): Promise<Made> {
  const stripe = stripeGateway();
  const { idempotencyKey: key, input } = call;
  const intentId = payment.paymentIntentId;
  switch (call.kind) {
    case 'expireCheckout':
      return {
        failure: failureOf(await stripe.expireCheckout(String(input.checkoutSessionId), key)),
        intentId,
      };
    case 'capture':
      // Given back meanwhile: what is not taken need not be refunded.
      if (payment.returnCause) return { failure: null, intentId };
      return { failure: failureOf(await stripe.capture(intentId ?? '', key)), intentId };
    case 'releaseAuthorisation':
      return { failure: failureOf(await stripe.cancelIntent(intentId ?? '', key)), intentId };
    case 'detachCard':
      return { failure: failureOf(await stripe.detachCard(String(input.paymentMethodId), key)) };
    case 'chargeCard':
      return makeCharge(call, payment, now);
    case 'refund':
      return makeRefund(call, payment, now);
    case 'transfer':
      return makeTransfer(call, payment, now);
    case 'reversal':
      return makeReversal(call, payment, now);
    default:
      throw new Error(`unknown call ${call.kind}`);
  }
}
