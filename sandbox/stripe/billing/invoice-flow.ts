import type { NewLine } from '@/sandbox/stripe/billing/invoice-amounts';
import { totalDue } from '@/sandbox/stripe/billing/invoice-amounts';
import { renderInvoice } from '@/sandbox/stripe/billing/invoice-view';
import type { InvoiceRecord, SubscriptionRecord } from '@/sandbox/stripe/billing/records';
import { renderSubscription } from '@/sandbox/stripe/billing/subscription-view';
import type { Call } from '@/sandbox/stripe/call';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import { createIntent } from '@/sandbox/stripe/intent-flow';
import { attemptPayment, cancelIntent } from '@/sandbox/stripe/payment-flow';
import type { IntentRecord, PaymentMethodRecord } from '@/sandbox/stripe/records';

const day = 24 * 60 * 60;

/** Days after a failed charge at which it is tried again; afterwards the subscription stays past due. */
const retryAfterDays = [1, 3, 5];

type InvoiceEvent =
  | 'invoice.created'
  | 'invoice.finalized'
  | 'invoice.paid'
  | 'invoice.payment_succeeded'
  | 'invoice.payment_failed'
  | 'invoice.voided';

export function emitInvoice(call: Call, type: InvoiceEvent, invoice: InvoiceRecord): void {
  emit(call, type, renderInvoice(call.store, call.sandbox.publicUrl, invoice));
}

/** Saves a changed subscription and says so, with what it was before. */
export function changeSubscription(
  call: Call,
  old: SubscriptionRecord,
  change: Partial<SubscriptionRecord>,
): SubscriptionRecord {
  const record = call.store.subscriptions.save({ ...old, ...change });
  const before = Object.entries(renderSubscription(call.store, old));
  const after = new Map(Object.entries(renderSubscription(call.store, record)));
  const previous = before.filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(after.get(name)),
  );
  emit(
    call,
    'customer.subscription.updated',
    renderSubscription(call.store, record),
    Object.fromEntries(previous),
  );
  return record;
}

function nextNumber(call: Call, customer: string): string {
  const count = call.store.invoices.where('customer', customer).length + 1;
  return `${customer.slice(-8).toUpperCase()}-${String(count).padStart(4, '0')}`;
}

/** A finalised invoice of a subscription, not yet paid. `silent` is for a prepared past. */
export function issueInvoice(
  call: Call,
  subscription: SubscriptionRecord,
  given: { reason: InvoiceRecord['reason']; currency: string; lines: readonly NewLine[] },
  how: { id?: string; silent?: boolean } = {},
): InvoiceRecord {
  const invoice = call.store.invoices.save({
    id: how.id ?? newStripeId('in'),
    account: call.account,
    created: call.now,
    subscription: subscription.id,
    customer: subscription.customer,
    currency: given.currency,
    status: 'open',
    reason: given.reason,
    lines: given.lines.map((line) => ({ id: newStripeId('il'), ...line })),
    taxRates: subscription.taxRates,
    number: nextNumber(call, subscription.customer),
    periodStart: subscription.periodStart,
    periodEnd: subscription.periodEnd,
    attempts: 0,
    nextAttempt: null,
    intent: null,
    paidAt: null,
    voidedAt: null,
  });
  if (!how.silent) {
    emitInvoice(call, 'invoice.created', invoice);
    emitInvoice(call, 'invoice.finalized', invoice);
  }
  return invoice;
}

/** The card that is charged: the subscription's own, else the customer's default. */
export function cardOfSubscription(
  call: Call,
  subscription: SubscriptionRecord,
): PaymentMethodRecord | undefined {
  const customer = call.store.customers.find(subscription.customer);
  const id = subscription.paymentMethod ?? customer?.defaultPaymentMethod ?? null;
  const method = id === null ? undefined : call.store.paymentMethods.find(id);
  return method?.customer === subscription.customer ? method : undefined;
}

/** What an intent that pays an invoice is made of. */
export function invoiceIntent(
  call: Call,
  subscription: Pick<SubscriptionRecord, 'customer'>,
  amount: number,
  currency: string,
): IntentRecord {
  return createIntent(call, {
    amount,
    currency,
    captureMethod: 'automatic',
    customer: subscription.customer,
    description: 'Subscription',
    setupFutureUsage: 'off_session',
  });
}

/** Marks an invoice as paid, by an intent that succeeded or because nothing was due. */
export function settleInvoice(call: Call, invoice: InvoiceRecord, intent: string | null): InvoiceRecord {
  const paid = call.store.invoices.save({
    ...invoice,
    status: 'paid',
    intent,
    attempts: invoice.attempts + (intent === null ? 0 : 1),
    nextAttempt: null,
    paidAt: call.now,
  });
  emitInvoice(call, 'invoice.paid', paid);
  emitInvoice(call, 'invoice.payment_succeeded', paid);
  const subscription = call.store.subscriptions.find(invoice.subscription);
  if (subscription?.status === 'past_due') changeSubscription(call, subscription, { status: 'active' });
  return paid;
}

function noteFailure(call: Call, invoice: InvoiceRecord, intent: string | null): InvoiceRecord {
  const days = retryAfterDays[invoice.attempts];
  const failed = call.store.invoices.save({
    ...invoice,
    intent,
    attempts: invoice.attempts + 1,
    nextAttempt: days === undefined ? null : invoice.created + days * day,
  });
  emitInvoice(call, 'invoice.payment_failed', failed);
  const subscription = call.store.subscriptions.find(invoice.subscription);
  if (subscription?.status === 'active' || subscription?.status === 'trialing')
    changeSubscription(call, subscription, { status: 'past_due' });
  return failed;
}

/** Tries to collect an open invoice from a card, by default the one on file and without its holder. */
export function collectInvoice(
  call: Call,
  invoice: InvoiceRecord,
  present?: PaymentMethodRecord,
): InvoiceRecord {
  const subscription = call.store.subscriptions.find(invoice.subscription);
  if (subscription === undefined || invoice.status !== 'open') return invoice;
  const amount = totalDue(call.store, invoice);
  if (amount <= 0) return settleInvoice(call, invoice, null);
  const method = present ?? cardOfSubscription(call, subscription);
  if (method === undefined) return noteFailure(call, invoice, invoice.intent);
  const known = invoice.intent === null ? undefined : call.store.intents.find(invoice.intent);
  const intent = known ?? invoiceIntent(call, subscription, amount, invoice.currency);
  const tried = attemptPayment(call, intent, method, {
    offSession: present === undefined,
    authenticated: present !== undefined,
  });
  return tried.status === 'succeeded'
    ? settleInvoice(call, invoice, tried.id)
    : noteFailure(call, invoice, tried.id);
}

/** Nobody pays it any more. */
export function voidInvoice(call: Call, invoice: InvoiceRecord): InvoiceRecord {
  const intent = invoice.intent === null ? undefined : call.store.intents.find(invoice.intent);
  if (intent && intent.status !== 'succeeded' && intent.status !== 'canceled')
    cancelIntent(call, intent, 'void_invoice');
  const record = call.store.invoices.save({
    ...invoice,
    status: 'void',
    nextAttempt: null,
    voidedAt: call.now,
  });
  emitInvoice(call, 'invoice.voided', record);
  return record;
}
