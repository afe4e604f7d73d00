import type { Stripe } from 'stripe';
import { z } from 'zod';
import { collectInvoice, voidInvoice } from '@/sandbox/stripe/billing/invoice-flow';
import { renderInvoice } from '@/sandbox/stripe/billing/invoice-view';
import type { InvoiceRecord } from '@/sandbox/stripe/billing/records';
import type { Call } from '@/sandbox/stripe/call';
import { invalidRequest, missingObject, StripeFault } from '@/sandbox/stripe/errors';
import { none, paging, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { renderIntent } from '@/sandbox/stripe/resources/payment-intent-view';
import { referPaymentMethod } from '@/sandbox/stripe/resources/payment-methods';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

function requireInvoice(call: Call, id: string): InvoiceRecord {
  const record = call.store.invoices.find(id);
  if (record === undefined || record.account !== call.account) throw missingObject('invoice', id);
  return record;
}

function view(call: Call, invoice: InvoiceRecord): Stripe.Invoice {
  return renderInvoice(call.store, call.sandbox.publicUrl, invoice);
}

function pay(call: Call, old: InvoiceRecord, methodId: string | undefined): InvoiceRecord {
  if (old.status !== 'open') throw invalidRequest(`Invoice is already ${old.status}`);
  const method = methodId === undefined ? undefined : referPaymentMethod(call, methodId);
  const tried = collectInvoice(call, old, method);
  if (tried.status === 'paid') return tried;
  const intent = tried.intent === null ? undefined : call.store.intents.find(tried.intent);
  throw new StripeFault(402, {
    type: 'card_error',
    code: intent?.failure?.code ?? 'card_declined',
    message: intent?.failure?.message ?? 'Your card was declined.',
    ...(intent ? { payment_intent: renderIntent(call.store, call.sandbox.publicUrl, intent) } : {}),
  });
}

export const invoiceRoutes: Route[] = [
  defineRoute(
    'GET',
    '/v1/invoices',
    z.strictObject({
      ...paging,
      customer: text.optional(),
      subscription: text.optional(),
      status: text.optional(),
    }),
    (call, _path, given) => {
      const page = call.store.invoices.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        created: given.created,
        match: { customer: given.customer, subscription: given.subscription, status: given.status },
      });
      return renderList(page, '/v1/invoices', (invoice) => view(call, invoice));
    },
  ),
  defineRoute('GET', '/v1/invoices/:id', none, (call, path) => view(call, requireInvoice(call, path.id))),
  defineRoute(
    'POST',
    '/v1/invoices/:id/pay',
    z.strictObject({ payment_method: text.optional() } satisfies ParamsOf<Stripe.InvoicePayParams>),
    (call, path, given) => view(call, pay(call, requireInvoice(call, path.id), given.payment_method)),
  ),
  defineRoute('POST', '/v1/invoices/:id/void', none, (call, path) => {
    const old = requireInvoice(call, path.id);
    if (old.status !== 'open') {
      throw invalidRequest(`You can only void open invoices. This invoice is ${old.status}.`, {
        code: 'status_transition_invalid',
      });
    }
    return view(call, voidInvoice(call, old));
  }),
];
