import type { Stripe } from 'stripe';
import { idOf, toDate } from '@/lib/server/stripe/client';

export type InvoiceLineView = {
  amount: number;
  periodStart: Date;
  periodEnd: Date;
  planPriceId: string | null;
};

export type InvoiceView = {
  id: string;
  /** As it stands on the invoice; null while it is a draft. */
  number: string | null;
  status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  subscriptionId: string | null;
  /** What the subscription was marked with when it began. */
  metadata: Record<string, string>;
  lines: InvoiceLineView[];
  net: number;
  vat: number;
  total: number;
  currency: string;
  issuedAt: Date;
  paidAt: Date | null;
  /** When the card is tried again after a charge that failed. */
  nextAttemptAt: Date | null;
  /** Where it can be read, and paid while it is open. */
  hostedUrl: string | null;
  pdfUrl: string | null;
  /** The intent that paid it; null when nothing was due, or nothing was paid yet. */
  intentId: string | null;
};

const statuses = ['draft', 'open', 'paid', 'uncollectible', 'void'] as const;

function instant(seconds: number | null | undefined): Date | null {
  return seconds === null || seconds === undefined ? null : toDate(seconds);
}

function toLine(line: Stripe.InvoiceLineItem): InvoiceLineView {
  return {
    amount: line.amount,
    periodStart: toDate(line.period.start),
    periodEnd: toDate(line.period.end),
    planPriceId: idOf(line.pricing?.price_details?.price),
  };
}

/** An invoice in our words; its payments are known only when they were asked for. */
export function toInvoiceView(invoice: Stripe.Invoice): InvoiceView {
  const details = invoice.parent?.subscription_details;
  const paid = invoice.payments?.data.find(({ status }) => status === 'paid');
  return {
    id: invoice.id,
    number: invoice.number,
    status: statuses.find((status) => status === invoice.status) ?? 'draft',
    subscriptionId: idOf(details?.subscription),
    metadata: details?.metadata ?? {},
    lines: invoice.lines.data.map(toLine),
    net: invoice.total_excluding_tax ?? invoice.subtotal,
    vat: (invoice.total_taxes ?? []).reduce((sum, { amount }) => sum + amount, 0),
    total: invoice.total,
    currency: invoice.currency.toUpperCase(),
    issuedAt: toDate(invoice.created),
    paidAt: instant(invoice.status_transitions.paid_at),
    nextAttemptAt: instant(invoice.next_payment_attempt),
    hostedUrl: invoice.hosted_invoice_url ?? null,
    pdfUrl: invoice.invoice_pdf ?? null,
    intentId: idOf(paid?.payment.payment_intent),
  };
}
