import { Stripe } from 'stripe';
import { subtotalOf, taxOf, taxOn, totalDue } from '@/sandbox/stripe/billing/invoice-amounts';
import { renderTaxRate } from '@/sandbox/stripe/billing/product-view';
import type { InvoiceLineRecord, InvoiceRecord } from '@/sandbox/stripe/billing/records';
import type { Store } from '@/sandbox/stripe/store';

export function invoiceUrl(publicUrl: string, invoice: Pick<InvoiceRecord, 'id'>): string {
  return `${publicUrl}/i/${invoice.id}`;
}

function renderLine(store: Store, invoice: InvoiceRecord, line: InvoiceLineRecord): Stripe.InvoiceLineItem {
  const price = store.prices.find(line.price);
  return {
    id: line.id,
    object: 'line_item',
    amount: line.amount,
    currency: invoice.currency,
    description: line.description,
    discount_amounts: [],
    discountable: !line.proration,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: line.proration,
        proration_details: null,
        subscription: invoice.subscription,
        subscription_item: store.subscriptions.find(invoice.subscription)?.item ?? '',
      },
      type: 'subscription_item_details',
    },
    period: { start: line.periodStart, end: line.periodEnd },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: line.price, product: price?.product ?? '' },
      type: 'price_details',
      unit_amount_decimal: Stripe.Decimal.from(String(line.amount)),
    },
    quantity: 1,
    quantity_decimal: Stripe.Decimal.from('1'),
    subscription: invoice.subscription,
    subtotal: line.amount,
    taxes: invoice.taxRates.map((rate) => ({
      amount: taxOn(store, line.amount, [rate]),
      tax_behavior: 'exclusive',
      tax_rate_details: { tax_rate: rate },
      taxability_reason: 'not_available',
      taxable_amount: line.amount,
      type: 'tax_rate_details',
    })),
  };
}

function renderPayments(invoice: InvoiceRecord, total: number): Stripe.ApiList<Stripe.InvoicePayment> {
  const isPaid = invoice.status === 'paid';
  const payments: Stripe.InvoicePayment[] =
    invoice.intent === null
      ? []
      : [
          {
            id: `inpay_${invoice.id.slice(3)}`,
            object: 'invoice_payment',
            amount_paid: isPaid ? total : null,
            amount_requested: total,
            created: invoice.created,
            currency: invoice.currency,
            invoice: invoice.id,
            is_default: true,
            livemode: false,
            payment: { type: 'payment_intent', payment_intent: invoice.intent },
            status: isPaid ? 'paid' : invoice.status === 'void' ? 'canceled' : 'open',
            status_transitions: { canceled_at: invoice.voidedAt, paid_at: invoice.paidAt },
          },
        ];
  return {
    object: 'list',
    data: payments,
    has_more: false,
    url: `/v1/invoice_payments?invoice=${invoice.id}`,
  };
}

/** What is written on an invoice that never changes. */
const constants = {
  account_country: 'FR',
  account_name: 'Consilia',
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_shipping: 0,
  application: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  automatically_finalizes_at: null,
  collection_method: 'charge_automatically',
  custom_fields: null,
  customer_account: null,
  customer_address: null,
  customer_phone: null,
  customer_shipping: null,
  customer_tax_exempt: 'none',
  customer_tax_ids: [],
  default_payment_method: null,
  default_source: null,
  description: null,
  discounts: [],
  due_date: null,
  footer: null,
  from_invoice: null,
  issuer: { type: 'self' },
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  metadata: {},
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  starting_balance: 0,
  statement_descriptor: null,
  test_clock: null,
  total_discount_amounts: [],
  total_pretax_credit_amounts: [],
} satisfies Partial<Stripe.Invoice>;

/** An invoice; its payments stand on it only when they are asked for by `expand`. */
export function renderInvoice(store: Store, publicUrl: string, invoice: InvoiceRecord): Stripe.Invoice {
  const total = totalDue(store, invoice);
  const paid = invoice.status === 'paid' ? total : 0;
  const customer = store.customers.find(invoice.customer);
  const subscription = store.subscriptions.find(invoice.subscription);
  return {
    ...constants,
    id: invoice.id,
    object: 'invoice',
    amount_due: total,
    amount_paid: paid,
    amount_remaining: total - paid,
    attempt_count: invoice.attempts,
    attempted: invoice.attempts > 0,
    auto_advance: invoice.status === 'open',
    billing_reason: invoice.reason,
    created: invoice.created,
    currency: invoice.currency,
    customer: invoice.customer,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    default_tax_rates: invoice.taxRates.flatMap((id) => {
      const rate = store.taxRates.find(id);
      return rate === undefined ? [] : [renderTaxRate(rate)];
    }),
    effective_at: invoice.created,
    ending_balance: 0,
    hosted_invoice_url: invoiceUrl(publicUrl, invoice),
    invoice_pdf: `${invoiceUrl(publicUrl, invoice)}?print=1`,
    lines: {
      object: 'list',
      data: invoice.lines.map((line) => renderLine(store, invoice, line)),
      has_more: false,
      url: `/v1/invoices/${invoice.id}/lines`,
    },
    next_payment_attempt: invoice.nextAttempt,
    number: invoice.number,
    parent: {
      quote_details: null,
      subscription_details: {
        metadata: subscription?.metadata ?? {},
        subscription: invoice.subscription,
      },
      type: 'subscription_details',
    },
    period_end: invoice.periodEnd,
    period_start: invoice.periodStart,
    status: invoice.status,
    status_transitions: {
      finalized_at: invoice.created,
      marked_uncollectible_at: null,
      paid_at: invoice.paidAt,
      voided_at: invoice.voidedAt,
    },
    subtotal: subtotalOf(invoice),
    subtotal_excluding_tax: subtotalOf(invoice),
    total,
    total_excluding_tax: subtotalOf(invoice),
    total_taxes: invoice.taxRates.map((rate) => ({
      amount: taxOf(store, { lines: invoice.lines, taxRates: [rate] }),
      tax_behavior: 'exclusive',
      tax_rate_details: { tax_rate: rate },
      taxability_reason: 'not_available',
      taxable_amount: subtotalOf(invoice),
      type: 'tax_rate_details',
    })),
    webhooks_delivered_at: invoice.created,
  };
}

/** The same with its payments, as `expand: ['payments']` asks. */
export function renderInvoiceWithPayments(
  store: Store,
  publicUrl: string,
  invoice: InvoiceRecord,
): Stripe.Invoice {
  return {
    ...renderInvoice(store, publicUrl, invoice),
    payments: renderPayments(invoice, totalDue(store, invoice)),
  };
}
