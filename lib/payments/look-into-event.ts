import { lookAgainAt } from '@/lib/payments/rules/parked-event';
import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { refreshConnectAccount } from './connect/refresh-account';
import { readFacts } from './read-facts';
import { findEvent, findPayment, updateEvent } from './repository';
import type { PaymentFacts } from './types';

/** What changed about a subscription at the payment service, for the plan to follow. */
export type BillingNews = { subscriptionId: string } | { invoiceId: string };

/**
 * What an event leaves for somebody to follow before it counts as processed: the booking or the seat the facts of its
 * payment, the plan the news of its subscription.
 */
export type LookedInto = { finish: () => Promise<void> } & (
  | { facts: PaymentFacts; billing?: undefined }
  | { billing: BillingNews; facts?: undefined }
);

/**
 * Looks into an event: what it is about is read anew. Null when there is nothing to follow: it was done before, is about
 * something else, or about a payment that we do not know. That one is parked and looked at again later, to an end.
 */
export async function lookIntoEvent(eventId: string, now: Date): Promise<LookedInto | null> {
  const event = await findEvent(db(), eventId);
  if (!event || event.status === 'processed' || event.status === 'failed') return null;
  const finish = () => updateEvent(db(), eventId, { status: 'processed', processedAt: now });
  const objectId = event.objectId ?? '';
  if (objectId.startsWith('acct_')) await refreshConnectAccount(objectId, now);
  const about = await subjectOf(objectId);
  if (!about) {
    await finish();
    return null;
  }
  if (about.billing) return { billing: about.billing, finish };
  const facts = await readFacts(about.intentId);
  if (facts && (await findPayment(db(), facts.subject))) return { facts, finish };
  await (facts === null && !about.isSold ? finish() : park(eventId, event.attempts + 1, now));
  return null;
}

/** `isSold`: a booking or a seat was sold by it; an intent alone may also have paid an invoice. */
type About =
  | { intentId: string; isSold: boolean; billing?: undefined }
  | { billing: BillingNews; intentId?: undefined };

/** What an event is about, found by the object's id; null when it is about something else. */
async function subjectOf(objectId: string): Promise<About | null> {
  if (objectId.startsWith('pi_')) return { intentId: objectId, isSold: false };
  if (objectId.startsWith('sub_') && !objectId.startsWith('sub_sched_'))
    return { billing: { subscriptionId: objectId } };
  if (objectId.startsWith('in_')) return { billing: { invoiceId: objectId } };
  if (objectId.startsWith('cs_')) {
    const { intentId, subscriptionId } = await stripeGateway().retrieveCheckout(objectId);
    if (subscriptionId) return { billing: { subscriptionId } };
    return intentId === null ? null : { intentId, isSold: true };
  }
  if (!objectId.startsWith('re_')) return null;
  const { intentId } = await stripeGateway().retrieveRefund(objectId);
  return intentId === null ? null : { intentId, isSold: true };
}

async function park(eventId: string, looks: number, now: Date): Promise<void> {
  const lookAgain = lookAgainAt(looks, now);
  if (!lookAgain) log.error({ event: eventId, looks }, 'event about an unknown payment given up');
  await updateEvent(db(), eventId, {
    status: lookAgain ? 'parked' : 'failed',
    lookAgainAt: lookAgain,
    lastError: 'unknown payment',
    processedAt: now,
  });
}
