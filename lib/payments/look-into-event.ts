import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { refreshConnectAccount } from './connect/refresh-account';
import { followDebtPayment } from './debts/pay/follow-debt-payment';
import { refreshOwnPayout } from './own-payout/refresh-own-payout';
import { bookOwnDispute } from './disputes/book-own-dispute';
import { parkEvent } from './park-event';
import { readFacts, readSetupFacts, toDispute } from './read-facts';
import { bookOwnRefund } from './refunds/book-own-refund';
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
  if (objectId.startsWith('po_')) await refreshOwnPayout(objectId, now);
  const about = await readAbout(objectId, now);
  if (about === 'nothing') return finishing(finish);
  if (about && 'billing' in about) return { ...about, finish };
  if (about && (await findPayment(db(), about.subject))) return { facts: about, finish };
  await parkEvent(eventId, now);
  return null;
}

async function finishing(finish: () => Promise<void>): Promise<null> {
  await finish();
  return null;
}

type About = PaymentFacts | { billing: BillingNews } | null | 'nothing';

/**
 * What an event is about, found by the object's id: facts of a payment or news of a plan; `nothing` when it is about
 * something else, null when what it is about is not known to us, or not yet.
 */
async function readAbout(objectId: string, now: Date): Promise<About> {
  const stripe = stripeGateway();
  if (objectId.startsWith('pi_')) return readIntent(objectId, now);
  if (objectId.startsWith('sub_sched_')) return 'nothing';
  if (objectId.startsWith('sub_')) return { billing: { subscriptionId: objectId } };
  if (objectId.startsWith('in_')) return { billing: { invoiceId: objectId } };
  if (objectId.startsWith('cs_')) {
    const { intentId, setupIntentId, subscriptionId } = await stripe.retrieveCheckout(objectId);
    if (subscriptionId) return { billing: { subscriptionId } };
    if (intentId) return readIntent(intentId, now);
    return (setupIntentId && (await readSetupFacts(setupIntentId))) || 'nothing';
  }
  if (objectId.startsWith('seti_')) return (await readSetupFacts(objectId)) ?? 'nothing';
  if (objectId.startsWith('re_')) {
    const refund = await stripe.retrieveRefund(objectId);
    const { intentId } = refund;
    const facts = intentId ? await readFacts({ intentId, refundId: objectId }) : null;
    if (facts) return facts;
    await bookOwnRefund(refund, now);
    return 'nothing';
  }
  if (/^(du|dp)_/.test(objectId)) {
    const dispute = await stripe.retrieveDispute(objectId);
    const facts = dispute.intentId ? await readFacts({ intentId: dispute.intentId }) : null;
    if (facts) return facts;
    await bookOwnDispute(toDispute(dispute), now);
    return 'nothing';
  }
  return 'nothing';
}

/** An intent without our mark is of what a provider pays: its debts, or an invoice, which has news of its own. */
async function readIntent(intentId: string, now: Date): Promise<About> {
  const facts = await readFacts({ intentId });
  if (!facts) await followDebtPayment(intentId, now);
  return facts ?? 'nothing';
}
