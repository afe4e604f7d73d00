import { lookAgainAt } from '@/lib/payments/rules/parked-event';
import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { refreshConnectAccount } from './connect/refresh-account';
import { readFacts, readSetupFacts } from './read-facts';
import { findEvent, findPayment, updateEvent } from './repository';
import type { PaymentFacts } from './types';

/** What an event leaves for the booking or the seat to follow: the facts, to be applied before it counts as processed. */
export type LookedInto = { facts: PaymentFacts; finish: () => Promise<void> };

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
  const about = await readAbout(objectId);
  if (about === 'nothing') return finishing(finish);
  if (about && (await findPayment(db(), about.subject))) return { facts: about, finish };
  await park(eventId, event.attempts + 1, now);
  return null;
}

async function finishing(finish: () => Promise<void>): Promise<null> {
  await finish();
  return null;
}

/**
 * The facts that an event is about, found by the object's id; `nothing` when it is about something else, null when what
 * it is about is not known to us, or not yet.
 */
async function readAbout(objectId: string): Promise<PaymentFacts | null | 'nothing'> {
  const stripe = stripeGateway();
  if (objectId.startsWith('pi_')) return readFacts({ intentId: objectId });
  if (objectId.startsWith('cs_')) {
    const { intentId, setupIntentId } = await stripe.retrieveCheckout(objectId);
    if (intentId) return readFacts({ intentId });
    return (setupIntentId && (await readSetupFacts(setupIntentId))) || 'nothing';
  }
  if (objectId.startsWith('seti_')) return (await readSetupFacts(objectId)) ?? 'nothing';
  if (objectId.startsWith('re_')) {
    const { intentId } = await stripe.retrieveRefund(objectId);
    return intentId ? readFacts({ intentId, refundId: objectId }) : 'nothing';
  }
  if (/^(du|dp)_/.test(objectId)) {
    const { intentId } = await stripe.retrieveDispute(objectId);
    return intentId ? readFacts({ intentId }) : 'nothing';
  }
  return 'nothing';
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
