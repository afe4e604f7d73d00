import type { NewLine } from '@/sandbox/stripe/billing/invoice-amounts';
import { totalDue, unusedOf } from '@/sandbox/stripe/billing/invoice-amounts';
import {
  cardOfSubscription,
  changeSubscription,
  collectInvoice,
  invoiceIntent,
  issueInvoice,
  settleInvoice,
} from '@/sandbox/stripe/billing/invoice-flow';
import { addPeriods, periodEndAfter } from '@/sandbox/stripe/billing/periods';
import type { PriceRecord, SubscriptionRecord } from '@/sandbox/stripe/billing/records';
import { priceOf, renderSubscription } from '@/sandbox/stripe/billing/subscription-view';
import type { Call } from '@/sandbox/stripe/call';
import { invalidRequest, StripeFault } from '@/sandbox/stripe/errors';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import { attemptPayment, cancelIntent } from '@/sandbox/stripe/payment-flow';
import type { IntentRecord, Metadata, PaymentMethodRecord } from '@/sandbox/stripe/records';
import { renderIntent } from '@/sandbox/stripe/resources/payment-intent-view';

const day = 24 * 60 * 60;

export type NewSubscription = {
  customer: string;
  price: string;
  taxRates: string[];
  metadata: Metadata;
  description: string | null;
  trialDays: number | null;
};

function nameOf(call: Call, price: PriceRecord): string {
  return call.store.products.find(price.product)?.name ?? price.product;
}

function periodLine(call: Call, price: PriceRecord, start: number, end: number, amount: number): NewLine {
  const description = `1 × ${nameOf(call, price)}`;
  return { amount, description, price: price.id, proration: false, periodStart: start, periodEnd: end };
}

/** A new subscription whose card is at hand, with its first period; a trial begins without a charge. */
export function newSubscription(
  call: Call,
  given: NewSubscription,
  paymentMethod: string | null,
): SubscriptionRecord {
  const price = priceOf(call.store, given.price);
  const trialEnd = given.trialDays === null ? null : call.now + given.trialDays * day;
  return {
    id: newStripeId('sub'),
    account: call.account,
    created: call.now,
    customer: given.customer,
    status: trialEnd === null ? 'active' : 'trialing',
    item: newStripeId('si'),
    price: price.id,
    taxRates: given.taxRates,
    metadata: given.metadata,
    description: given.description,
    paymentMethod,
    anchor: trialEnd ?? call.now,
    periodStart: call.now,
    periodEnd: trialEnd ?? addPeriods(call.now, price.interval, 1),
    cancelAtPeriodEnd: false,
    canceledAt: null,
    endedAt: null,
    endReason: null,
    trialStart: trialEnd === null ? null : call.now,
    trialEnd,
    latestInvoice: null,
    schedule: null,
  };
}

/** Begins a subscription that Checkout sold; its first invoice was paid by `intent`, or is 0 for a trial. */
export function beginSubscription(
  call: Call,
  given: NewSubscription,
  paid: { method: PaymentMethodRecord; intent: IntentRecord | null },
): SubscriptionRecord {
  const price = priceOf(call.store, given.price);
  const record = call.store.subscriptions.save(newSubscription(call, given, paid.method.id));
  emit(call, 'customer.subscription.created', renderSubscription(call.store, record));
  const amount = record.status === 'trialing' ? 0 : price.unitAmount;
  const invoice = issueInvoice(call, record, {
    reason: 'subscription_create',
    currency: price.currency,
    lines: [periodLine(call, price, record.periodStart, record.periodEnd, amount)],
  });
  settleInvoice(call, invoice, paid.intent?.id ?? null);
  return call.store.subscriptions.save({ ...record, latestInvoice: invoice.id });
}

export function endSubscription(
  call: Call,
  old: SubscriptionRecord,
  reason: NonNullable<SubscriptionRecord['endReason']>,
): SubscriptionRecord {
  const record = call.store.subscriptions.save({
    ...old,
    status: 'canceled',
    canceledAt: old.canceledAt ?? call.now,
    endedAt: call.now,
    endReason: reason,
  });
  emit(call, 'customer.subscription.deleted', renderSubscription(call.store, record));
  return record;
}

/** The next period begins: at another price where a schedule says so, billed and collected at once. */
function renew(call: Call, old: SubscriptionRecord): void {
  const schedule = old.schedule === null ? undefined : call.store.schedules.find(old.schedule);
  const phase = schedule?.phases.find(({ start }) => start === old.periodEnd);
  const price = priceOf(call.store, phase?.price ?? old.price);
  const changesInterval = price.interval !== priceOf(call.store, old.price).interval;
  const anchor = changesInterval ? old.periodEnd : old.anchor;
  const record = changeSubscription(call, old, {
    status: old.status === 'trialing' ? 'active' : old.status,
    price: price.id,
    anchor,
    periodStart: old.periodEnd,
    periodEnd: periodEndAfter(anchor, price.interval, old.periodEnd),
    schedule: phase ? null : old.schedule,
  });
  if (schedule && phase) {
    const { store } = call;
    store.schedules.save({
      ...schedule,
      status: 'released',
      releasedAt: call.now,
      releasedSubscription: old.id,
      subscription: null,
    });
  }
  const line = periodLine(call, price, record.periodStart, record.periodEnd, price.unitAmount);
  const invoice = issueInvoice(call, record, {
    reason: 'subscription_cycle',
    currency: price.currency,
    lines: [line],
  });
  call.store.subscriptions.save({ ...record, latestInvoice: invoice.id });
  collectInvoice(call, invoice);
}

/** Periods that are over by the sandbox clock, each at its own time, and charges that are due to be tried again. */
export function sweepSubscriptions(call: Call): void {
  for (const status of ['trialing', 'active', 'past_due'] as const) {
    for (const { id } of call.store.subscriptions.where('status', status)) renewAll(call, id);
  }
  for (const invoice of call.store.invoices.where('status', 'open')) {
    if (invoice.nextAttempt === null || invoice.nextAttempt > call.now) continue;
    if (call.store.subscriptions.find(invoice.subscription)?.status === 'canceled') continue;
    collectInvoice({ ...call, account: invoice.account, now: invoice.nextAttempt }, invoice);
  }
}

function renewAll(call: Call, id: string): void {
  for (;;) {
    const record = call.store.subscriptions.find(id);
    if (record === undefined || record.status === 'canceled' || record.periodEnd > call.now) return;
    const then = { ...call, account: record.account, now: record.periodEnd };
    if (record.cancelAtPeriodEnd) endSubscription(then, record, 'cancellation_requested');
    else renew(then, record);
  }
}

type PriceChange = { price: PriceRecord; bills: boolean; restarts: boolean };

function prorations(
  call: Call,
  old: SubscriptionRecord,
  change: PriceChange,
  period: { start: number; end: number },
): NewLine[] {
  const before = priceOf(call.store, old.price);
  const held = { start: old.periodStart, end: old.periodEnd };
  const unused = old.status === 'trialing' ? 0 : unusedOf(before.unitAmount, held, call.now);
  const credit: NewLine = {
    amount: -unused,
    description: `Unused time on ${nameOf(call, before)}`,
    price: before.id,
    proration: true,
    periodStart: call.now,
    periodEnd: old.periodEnd,
  };
  const { price, restarts } = change;
  const amount = restarts ? price.unitAmount : unusedOf(price.unitAmount, held, call.now);
  const line: NewLine = restarts
    ? periodLine(call, price, period.start, period.end, amount)
    : {
        ...periodLine(call, price, call.now, period.end, amount),
        description: `Remaining time on ${nameOf(call, price)}`,
        proration: true,
      };
  return unused === 0 ? [line] : [credit, line];
}

/** Charges what a change costs now; a refusal leaves everything as it was and answers 402. */
function chargeChange(call: Call, subscription: SubscriptionRecord, amount: number, currency: string) {
  if (amount <= 0) return null;
  const method = cardOfSubscription(call, subscription);
  if (method === undefined) {
    throw invalidRequest('This customer has no attached payment source or default payment method.', {
      code: 'resource_missing',
    });
  }
  const intent = invoiceIntent(call, subscription, amount, currency);
  const tried = attemptPayment(call, intent, method, { offSession: true, authenticated: false });
  if (tried.status === 'succeeded') return tried.id;
  const failure = tried.failure;
  const canceled = cancelIntent(call, tried, 'void_invoice');
  throw new StripeFault(402, {
    type: 'card_error',
    code: failure?.code ?? 'card_declined',
    ...(failure?.declineCode ? { decline_code: failure.declineCode } : {}),
    message: failure?.message ?? 'Your card was declined.',
    payment_intent: renderIntent(call.store, call.sandbox.publicUrl, canceled),
  });
}

/** Another price from now on: the rest of the old period is credited and the new one billed, or nothing of both. */
export function changePrice(call: Call, old: SubscriptionRecord, change: PriceChange): SubscriptionRecord {
  const { price } = change;
  const period = change.restarts
    ? { start: call.now, end: addPeriods(call.now, price.interval, 1) }
    : { start: old.periodStart, end: old.periodEnd };
  const draft: SubscriptionRecord = {
    ...old,
    status: 'active',
    price: price.id,
    anchor: change.restarts ? call.now : old.anchor,
    periodStart: period.start,
    periodEnd: period.end,
    trialEnd: old.status === 'trialing' ? call.now : old.trialEnd,
  };
  if (!change.bills) return changeSubscription(call, old, draft);
  const lines = prorations(call, old, change, period);
  const due = totalDue(call.store, { lines, taxRates: old.taxRates });
  const intent = chargeChange(call, old, due, price.currency);
  const record = changeSubscription(call, old, draft);
  const invoice = issueInvoice(call, record, {
    reason: 'subscription_update',
    currency: price.currency,
    lines,
  });
  settleInvoice(call, invoice, intent);
  return call.store.subscriptions.save({ ...record, latestInvoice: invoice.id });
}
