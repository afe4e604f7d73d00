import type { BillingNews } from '@/lib/payments/look-into-event';
import { inTransaction } from '@/lib/server/db/transaction';
import { db } from '@/lib/server/db/client';
import type { SubscriptionView } from '@/lib/server/stripe/billing';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { InvoiceView } from '@/lib/server/stripe/invoice-view';
import { isId } from '@/lib/shared/ids';
import { applySubscription } from './apply-subscription';
import { bookInvoice } from './book-invoice';
import { isBooked } from './invoice-repository';
import { findSubscription } from './repository';
import type { PlanSubscription } from './types';

/**
 * Follows news about a plan: what changed is read anew from the payment service, nothing that was told is believed. A
 * subscription without our mark is not ours.
 */
export async function followBilling(news: BillingNews, now: Date): Promise<void> {
  if ('subscriptionId' in news) return followSubscription(news.subscriptionId, now);
  const invoice = await stripeGateway().retrieveInvoice(news.invoiceId);
  const ours = await findOurs(invoice.metadata);
  if (!ours) return;
  await book(ours, invoice);
  if (invoice.subscriptionId) await followSubscription(invoice.subscriptionId, now);
}

async function followSubscription(stripeId: string, now: Date): Promise<void> {
  const facts = await stripeGateway().retrieveSubscription(stripeId);
  const ours = await findOurs(facts.metadata);
  if (!ours) return;
  await bookLatestInvoice(ours, facts);
  await inTransaction((tx) => applySubscription(tx, ours.id, facts, now));
}

/** The invoice of the running period, so that whoever sees the plan sees it too. One that is known as paid stays so. */
export async function bookLatestInvoice(ours: Ours, { latestInvoiceId }: SubscriptionView): Promise<void> {
  if (latestInvoiceId === null || (await isBooked(db(), latestInvoiceId))) return;
  await book(ours, await stripeGateway().retrieveInvoice(latestInvoiceId));
}

type Ours = Pick<PlanSubscription, 'id' | 'providerId'>;

async function book(ours: Ours, invoice: InvoiceView): Promise<void> {
  const intentId = invoice.status === 'paid' ? invoice.intentId : null;
  const funds = intentId === null ? null : (await stripeGateway().retrieveIntent(intentId)).funds;
  await inTransaction((tx) => bookInvoice(tx, ours, { invoice, funds }));
}

async function findOurs(metadata: Readonly<Record<string, string>>) {
  const id = metadata['planSubscriptionId'];
  return id !== undefined && isId(id) ? findSubscription(db(), id) : null;
}
