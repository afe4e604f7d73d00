import { lookAgainAt } from '@/lib/payments/rules/parked-event';
import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { refreshConnectAccount } from './connect/refresh-account';
import { readFacts } from './read-facts';
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
  const intentId = await intentOf(objectId);
  const facts = intentId && (await readFacts(intentId));
  if (facts && (await findPayment(db(), facts.subject))) return { facts, finish };
  await (intentId ? park(eventId, event.attempts + 1, now) : finish());
  return null;
}

/** The intent that an event is about, found by the object's id; null when it is about something else. */
async function intentOf(objectId: string): Promise<string | null> {
  if (objectId.startsWith('pi_')) return objectId;
  if (objectId.startsWith('cs_')) return (await stripeGateway().retrieveCheckout(objectId)).intentId;
  if (objectId.startsWith('re_')) return (await stripeGateway().retrieveRefund(objectId)).intentId;
  return null;
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
