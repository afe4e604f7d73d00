import { bookEntry } from '@/lib/payments/book-entry';
import { entryE2 } from '@/lib/payments/rules/ledger';
import { entryEarnedMonth, monthlyParts } from '@/lib/payments/rules/ledger-subscriptions';
import { graceUntil, remindAt } from '@/lib/plans/rules/grace';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { toCurrency } from '@/lib/shared/money';
import { endNow } from './end-now';
import { followBilling } from './follow-billing';
import {
  listAvailableInvoices,
  listReleasable,
  noteInvoiceAvailable,
  noteRelease,
} from './invoice-repository';
import { planTax } from './plan-customer';
import { findBuyer, findSubscription, lockSubscription, updateSubscription } from './repository';
import { listOpenOfEnded, listPastDue, listUnreminded, listWronglyTaxed } from './sweep-repository';
import { tellOwner } from './tell-owner';

const batch = 50;

/**
 * What time alone does to plans: paid money becomes available (E2), months of a year that was paid ahead are earned (E15),
 * what is owed is reminded of, and after the days of grace the plan is over, and what was owed for it with it. Returns how
 * many rows failed.
 */
export async function sweepPlans(now: Date): Promise<number> {
  const available = await sweepRows({
    name: 'plans.available',
    next: (seen) => listAvailableInvoices(db(), now, batch, seen),
    handle: ({ id }) => bookAvailable(id, now),
  });
  const released = await sweepRows({
    name: 'plans.release',
    next: (seen) => listReleasable(db(), now, batch, seen),
    handle: ({ id }) => releaseMonths(id, now),
  });
  const reminded = await sweepRows({
    name: 'plans.remind',
    next: (seen) => listUnreminded(db(), now, batch, seen),
    handle: ({ id }) => remind(id, now),
  });
  const ended = await sweepRows({
    name: 'plans.grace',
    next: (seen) => listPastDue(db(), now, batch, seen),
    handle: ({ id }) => endUnpaid(id, now),
  });
  const voided = await sweepRows({
    name: 'plans.void',
    next: (seen) => listOpenOfEnded(db(), batch, seen),
    handle: ({ invoiceId }) => voidInvoice(invoiceId, now),
  });
  const taxed = await sweepRows({
    name: 'plans.tax',
    next: (seen) => listWronglyTaxed(db(), batch, seen),
    handle: ({ id }) => correctTax(id, now),
  });
  return available + released + reminded + ended + voided + taxed;
}

async function bookAvailable(id: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const invoice = await noteInvoiceAvailable(tx, id, now);
    if (!invoice) return;
    const { providerId, net, balanceTransactionId, currency } = invoice;
    const entry = entryE2({ balanceTransactionId, currency: toCurrency(currency), net });
    await bookEntry(tx, entry, { paymentId: null, providerId }, now);
  });
}

/** Every month that is over by now, each in a transaction of its own and at its own time. */
async function releaseMonths(id: string, now: Date): Promise<void> {
  for (;;) {
    const isDone = await inTransaction(async (tx) => {
      const release = await noteRelease(tx, id, now);
      if (!release) return true;
      const { month: number, at, providerId, stripeInvoiceId: invoiceId } = release;
      const amount = monthlyParts(release.deferredAmount, release.deferredMonths)[number - 1] ?? 0;
      const currency = toCurrency(release.currency);
      const entry = entryEarnedMonth({ invoiceId, number, currency, amount });
      await bookEntry(tx, entry, { paymentId: null, providerId }, at);
      return false;
    });
    if (isDone) return;
  }
}

async function remind(id: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const subscription = await lockSubscription(tx, id);
    const since = subscription?.pastDueSince;
    if (!subscription || !since || remindAt(since) > now) return;
    const noted = await updateSubscription(tx, subscription, { remindedAt: now });
    if (noted) await tellOwner(tx, noted, 'reminder', { until: graceUntil(since) });
  });
}

/** Asks first whether it was paid meanwhile; if not it is over. */
async function endUnpaid(id: string, now: Date): Promise<void> {
  const subscription = await findSubscription(db(), id);
  const subscriptionId = subscription?.stripeSubscriptionId;
  const since = subscription?.pastDueSince;
  if (!subscriptionId || !since || graceUntil(since) > now) return;
  const said = await stripeGateway().retrieveSubscription(subscriptionId);
  if (said.status === 'pastDue') await endNow({ id, subscriptionId }, now);
  else await followBilling({ subscriptionId }, now);
}

/** Nobody is asked any more for what is owed for a plan that is over. A key of each try: a fault is repeated for its key. */
async function voidInvoice(invoiceId: string, now: Date): Promise<void> {
  await stripeGateway().voidInvoice(invoiceId, `pv:${invoiceId}:${now.getTime()}`);
  await followBilling({ invoiceId }, now);
}

/** A VAT id that was checked since, or no longer holds: what is billed next is taxed as it should. */
async function correctTax(id: string, now: Date): Promise<void> {
  const subscription = await findSubscription(db(), id);
  const subscriptionId = subscription?.stripeSubscriptionId;
  const buyer = subscription && (await findBuyer(db(), subscription.providerId));
  if (!subscriptionId || !buyer) return;
  const taxRateId = await planTax(buyer);
  const key = `pt:${id}:${subscription.version}`;
  await stripeGateway().setPlanTax({ key, subscriptionId, taxRateId });
  await followBilling({ subscriptionId }, now);
}
