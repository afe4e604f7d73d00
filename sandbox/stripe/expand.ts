import { renderInvoice, renderInvoiceWithPayments } from '@/sandbox/stripe/billing/invoice-view';
import { renderPrice } from '@/sandbox/stripe/billing/product-view';
import { renderSchedule, renderSubscription } from '@/sandbox/stripe/billing/subscription-view';
import type { Call } from '@/sandbox/stripe/call';
import { invalidParameter } from '@/sandbox/stripe/errors';
import { renderBalanceTransaction } from '@/sandbox/stripe/resources/balance';
import { renderCharge } from '@/sandbox/stripe/resources/charge-view';
import { renderCheckout, renderLine } from '@/sandbox/stripe/resources/checkout-view';
import { renderCustomer } from '@/sandbox/stripe/resources/customers';
import { renderDispute } from '@/sandbox/stripe/resources/dispute-view';
import { renderIntent } from '@/sandbox/stripe/resources/payment-intent-view';
import { renderPaymentMethod } from '@/sandbox/stripe/resources/payment-methods';
import { renderPayout } from '@/sandbox/stripe/resources/payout-view';
import { renderRefund } from '@/sandbox/stripe/resources/refunds';
import { renderSetup } from '@/sandbox/stripe/resources/setup-intents';
import { renderReversal, renderTransfer } from '@/sandbox/stripe/resources/transfer-view';

type Json = Record<string, unknown>;

type Finder = (call: Call, id: string) => object | undefined;

function finder<T>(
  find: (call: Call, id: string) => T | undefined,
  render: (call: Call, record: T) => object,
): Finder {
  return (call, id) => {
    const record = find(call, id);
    return record === undefined ? undefined : render(call, record);
  };
}

/** Longest prefix first where one begins another (`pm_`, `py_` and so on do not collide). */
const finders: readonly (readonly [string, Finder])[] = [
  [
    'cus_',
    finder(
      (call, id) => call.store.customers.find(id),
      (_call, record) => renderCustomer(record),
    ),
  ],
  [
    'pm_',
    finder(
      (call, id) => call.store.paymentMethods.find(id),
      (_call, record) => renderPaymentMethod(record),
    ),
  ],
  [
    'pi_',
    finder(
      (call, id) => call.store.intents.find(id),
      (call, record) => renderIntent(call.store, call.sandbox.publicUrl, record),
    ),
  ],
  [
    'ch_',
    finder(
      (call, id) => call.store.charges.find(id),
      (call, record) => renderCharge(call.store, record),
    ),
  ],
  [
    'py_',
    finder(
      (call, id) => call.store.charges.find(id),
      (call, record) => renderCharge(call.store, record),
    ),
  ],
  [
    'seti_',
    finder(
      (call, id) => call.store.setups.find(id),
      (call, record) => renderSetup(call.store, record),
    ),
  ],
  [
    'cs_',
    finder(
      (call, id) => call.store.checkouts.find(id),
      (call, record) => renderCheckout(call.store, call.sandbox.publicUrl, record),
    ),
  ],
  [
    're_',
    finder(
      (call, id) => call.store.refunds.find(id),
      (_call, record) => renderRefund(record),
    ),
  ],
  [
    'trr_',
    finder(
      (call, id) => call.store.reversals.find(id),
      (_call, record) => renderReversal(record),
    ),
  ],
  [
    'tr_',
    finder(
      (call, id) => call.store.transfers.find(id),
      (call, record) => renderTransfer(call.store, record),
    ),
  ],
  [
    'sub_sched_',
    finder(
      (call, id) => call.store.schedules.find(id),
      (call, record) => renderSchedule(call.store, record),
    ),
  ],
  [
    'price_',
    finder(
      (call, id) => call.store.prices.find(id),
      (_call, record) => renderPrice(record),
    ),
  ],
  [
    'sub_',
    finder(
      (call, id) => call.store.subscriptions.find(id),
      (call, record) => renderSubscription(call.store, record),
    ),
  ],
  [
    'in_',
    finder(
      (call, id) => call.store.invoices.find(id),
      (call, record) => renderInvoice(call.store, call.sandbox.publicUrl, record),
    ),
  ],
  [
    'du_',
    finder(
      (call, id) => call.store.disputes.find(id),
      (call, record) => renderDispute(call.store, record, call.now),
    ),
  ],
  [
    'po_',
    finder(
      (call, id) => call.store.payouts.find(id),
      (_call, record) => renderPayout(record),
    ),
  ],
  [
    'txn_',
    finder(
      (call, id) => call.store.balances.find(id),
      (call, record) => renderBalanceTransaction(record, call.now),
    ),
  ],
];

function addPayments(call: Call, node: Json): void {
  const invoice = call.store.invoices.find(String(node.id));
  if (invoice === undefined) return;
  node.payments = toJson(renderInvoiceWithPayments(call.store, call.sandbox.publicUrl, invoice)).payments;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value));
}

function addLineItems(call: Call, node: Json): void {
  const session = call.store.checkouts.find(String(node.id));
  if (session === undefined) return;
  node.line_items = {
    object: 'list',
    data: session.lines.map((line) => renderLine(session, line)),
    has_more: false,
    url: `/v1/checkout/sessions/${session.id}/line_items`,
  };
}

function expandPath(call: Call, node: Json, steps: readonly string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (step === 'payments' && node.object === 'invoice') addPayments(call, node);
  if (step === 'line_items' && node.object === 'checkout.session') addLineItems(call, node);
  const value = node[step];
  if (typeof value === 'string') {
    const found = finders.find(([prefix]) => value.startsWith(prefix))?.[1](call, value);
    if (found === undefined) {
      throw invalidParameter('parameter_invalid', 'expand', `This property cannot be expanded (${path}).`);
    }
    node[step] = toJson(found);
  } else if (value === undefined) {
    throw invalidParameter('parameter_invalid', 'expand', `This property cannot be expanded (${path}).`);
  }
  const child = node[step];
  if (Array.isArray(child)) {
    for (const item of child) if (isJson(item)) expandPath(call, item, rest, path);
  } else if (isJson(child)) {
    expandPath(call, child, rest, path);
  }
}

/** Replaces ids by their objects along each `expand[]` path, up to four levels deep. */
export function expandAnswer(call: Call, answer: object, paths: readonly string[]): object {
  if (paths.length === 0) return answer;
  const root = toJson(answer);
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > 4) {
      throw invalidParameter(
        'parameter_invalid',
        'expand',
        `You cannot expand more than 4 levels (${path}).`,
      );
    }
    expandPath(call, root, steps, path);
  }
  return root;
}
