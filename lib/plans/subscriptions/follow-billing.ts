import type { BillingNews } from '@/lib/payments/look-into-event';
import { inTransaction } from '@/lib/server/db/transaction';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { isId } from '@/lib/shared/ids';
import { applySubscription } from './apply-subscription';
import { bookInvoice } from './book-invoice';
import { findSubscription } from './repository';

/**
 * Follows news about a plan: what changed is read anew from the payment service, nothing that was told is believed. A
 * subscription without our mark is not ours.
 */
export async function followBilling(news: BillingNews, now: Date): Promise<void> {
  if ('subscriptionId' in news) return followSubscription(news.subscriptionId, now);
  const stripe = stripeGateway();
  const invoice = await stripe.retrieveInvoice(news.invoiceId);
  const ours = await findOurs(invoice.metadata);
  if (!ours) return;
  const intentId = invoice.status === 'paid' ? invoice.intentId : null;
  const funds = intentId === null ? null : (await stripe.retrieveIntent(intentId)).funds;
  await inTransaction((tx) => bookInvoice(tx, ours, { invoice, funds }));
  if (invoice.subscriptionId) await followSubscription(invoice.subscriptionId, now);
}

async function followSubscription(stripeId: string, now: Date): Promise<void> {
  const facts = await stripeGateway().retrieveSubscription(stripeId);
  const ours = await findOurs(facts.metadata);
  if (ours) await inTransaction((tx) => applySubscription(tx, ours.id, facts, now));
}

async function findOurs(metadata: Readonly<Record<string, string>>) {
  const id = metadata['planSubscriptionId'];
  return id !== undefined && isId(id) ? findSubscription(db(), id) : null;
}
