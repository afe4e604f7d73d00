import { carryOutCall } from '@/lib/payments/carry-out-call';
import { refreshConnectAccount } from '@/lib/payments/connect/refresh-account';
import { readFacts } from '@/lib/payments/read-facts';
import { closeEvent, findEvent } from '@/lib/payments/receive-webhook';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { reportFailures } from '@/lib/server/jobs/sweep-rows';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { expireDue } from './expire-due';
import { followPayment } from './follow-payment';
import { findBooking } from './repository';

/** Makes a call of the payment outbox and lets the booking follow what became of it. */
export async function carryOutStripeCall({ callId }: { callId: string }): Promise<void> {
  const now = await clock();
  const done = await carryOutCall(callId, now);
  if (!done) return;
  if (done.facts) await followPayment(done.facts, now);
  await done.finish();
}

/** The intent that an event is about, found by the object's id; null when it is about something else. */
async function intentOf(objectId: string): Promise<string | null> {
  if (objectId.startsWith('pi_')) return objectId;
  if (objectId.startsWith('cs_')) return (await stripeGateway().retrieveCheckout(objectId)).intentId;
  if (objectId.startsWith('re_')) return (await stripeGateway().retrieveRefund(objectId)).intentId;
  return null;
}

/**
 * Looks into an event: the object is read anew and only legal transitions follow. One about an intent that we do not
 * know is parked; it is looked at again when a later event or sweep names it.
 */
export async function handleStripeEvent({ eventId }: { eventId: string }): Promise<void> {
  const event = await findEvent(eventId);
  if (!event || event.status === 'processed') return;
  const now = await clock();
  const objectId = event.objectId ?? '';
  if (objectId.startsWith('acct_')) await refreshConnectAccount(objectId, now);
  const intentId = await intentOf(objectId);
  if (!intentId) return closeEvent(eventId, 'processed');
  const facts = await readFacts(intentId);
  if (!facts || !(await findBooking(db(), facts.bookingId)))
    return closeEvent(eventId, 'parked', 'unknown booking');
  await followPayment(facts, now);
  return closeEvent(eventId, 'processed');
}

/** Holds and requests whose time is over. */
export async function expireDueBookings(): Promise<void> {
  reportFailures('deadlines', await expireDue(await clock()));
}
