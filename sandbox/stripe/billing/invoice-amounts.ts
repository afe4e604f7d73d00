import type { InvoiceLineRecord } from '@/sandbox/stripe/billing/records';
import type { Store } from '@/sandbox/stripe/store';

/** Tax on an amount without tax, rounded half away from zero, as Stripe rounds each line. */
export function taxOn(store: Store, amount: number, taxRates: readonly string[]): number {
  return taxRates.reduce((sum, id) => {
    const percentage = store.taxRates.find(id)?.percentage ?? 0;
    return sum + Math.sign(amount) * Math.round((Math.abs(amount) * percentage) / 100);
  }, 0);
}

type Billed = { lines: readonly { amount: number }[]; taxRates: readonly string[] };

export function subtotalOf({ lines }: Billed): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

export function taxOf(store: Store, { lines, taxRates }: Billed): number {
  return lines.reduce((sum, { amount }) => sum + taxOn(store, amount, taxRates), 0);
}

export function totalDue(store: Store, invoice: Billed): number {
  return subtotalOf(invoice) + taxOf(store, invoice);
}

/** The part of an amount for the rest of a period. */
export function unusedOf(amount: number, period: { start: number; end: number }, now: number): number {
  return Math.round((amount * Math.max(0, period.end - now)) / (period.end - period.start));
}

export type NewLine = Omit<InvoiceLineRecord, 'id'>;
