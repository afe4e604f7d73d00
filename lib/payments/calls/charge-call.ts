import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { subjectColumns, subjectId } from '@/lib/payments/rules/subject';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import type { IntentView } from '@/lib/server/stripe/intents';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { money } from '@/lib/shared/money';
import { noteRefusal } from '../charges/note-refusal';
import { findCustomerId } from '../customers';
import type { StripeCallRecord } from '../stripe-calls';
import type { PaymentRecord } from '../types';
import { isKeyOld, type Made } from './made';

/**
 * Charges a stored card, unless the price is not wanted any more before the first try: then the card is forgotten. A page on which the client could pay at the same time ends first; when it was used meanwhile,
 * nothing is charged and the page's facts tell the rest.
 */
export async function makeCharge(call: StripeCallRecord, payment: PaymentRecord, now: Date): Promise<Made> {
  const { idempotencyKey: key } = call;
  const isPresent = key === idempotencyKey.offSession(payment.id, payment.chargeAttempt);
  if (payment.status !== 'charging' || !isPresent)
    return { failure: null, intentId: payment.paymentIntentId };
  if (payment.returnCause && call.firstTriedAt === null) {
    await inTransaction((tx) => noteRefusal(tx, payment.id, key, now));
    return { failure: null };
  }
  const paidOnPage = await endOpenPage(payment);
  if (paidOnPage) return { failure: null, intentId: paidOnPage };
  const customerId = await findCustomerId(db(), payment.clientId);
  const { paymentMethodId } = payment;
  // The service has forgotten its customer: whoever pays by hand gets another one.
  if (!customerId || !paymentMethodId) {
    const isOwed = await inTransaction((tx) => noteRefusal(tx, payment.id, key, now));
    return { failure: null, isRefused: isOwed };
  }
  const lost = isKeyOld(call, now) ? await findLostCharge(customerId, payment) : undefined;
  if (lost?.status === 'succeeded') return { failure: null, intentId: lost.id };
  const outcome = lost
    ? ({ ok: false, failure: null } as const)
    : await stripeGateway().chargeOffSession({
        key,
        customerId,
        paymentMethodId,
        amount: money(payment.amount, payment.currency),
        transferGroup: subjectId(payment.subject),
        metadata: {
          paymentId: payment.id,
          ...subjectColumns(payment.subject),
          attempt: String(payment.chargeAttempt),
        },
      });
  if (outcome.ok) return { failure: null, intentId: outcome.value.id };
  const isRefused = await inTransaction((tx) => noteRefusal(tx, payment.id, key, now));
  return { failure: outcome.failure, isRefused };
}

/** The intent of a page that was paid on before it could be closed. */
async function endOpenPage({ checkoutSessionId }: PaymentRecord): Promise<string | null> {
  if (!checkoutSessionId) return null;
  const stripe = stripeGateway();
  const ended = await stripe.expireCheckout(
    checkoutSessionId,
    idempotencyKey.expireCheckout(checkoutSessionId),
  );
  if (ended.ok) return null;
  const page = await stripe.retrieveCheckout(checkoutSessionId);
  return page.isPaid ? page.intentId : null;
}

/** A charge that was made though its answer was lost, found by the number we gave it. */
async function findLostCharge(customerId: string, payment: PaymentRecord): Promise<IntentView | undefined> {
  const intents = await stripeGateway().listIntents(customerId);
  return intents.find(
    ({ metadata }) => metadata.paymentId === payment.id && metadata.attempt === String(payment.chargeAttempt),
  );
}
