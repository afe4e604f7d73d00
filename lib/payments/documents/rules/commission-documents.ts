import type { CommissionLine } from '../types';

/** One entry of the ledger that took or gave back commission, with what was sold. Minor units; given back is below 0. */
export type CommissionEntry = Omit<CommissionLine, 'refersTo'> & {
  paymentId: string;
  /** Commission of this payment was taken in an earlier month: what is given back now corrects that month's invoice. */
  wasInvoicedBefore: boolean;
  /** Number of that invoice, when there is one. */
  invoiceLabel: string | null;
};

export type CommissionTotals = { net: number; vat: number; gross: number };

/** VAT by treatment, as an invoice shows it. */
export type VatGroup = { vatBps: number; isReverseCharge: boolean; net: number; vat: number };

export type CommissionSheet = { lines: CommissionLine[]; totals: CommissionTotals; groups: VatGroup[] };

/**
 * What one month of a provider's commission is told in: an invoice of everything taken, with what was given back of the
 * same month, and a credit note of what was given back of earlier months. Null where there is no line. The totals of
 * both together are the month's commission and VAT in the ledger. A credit note's amounts are above 0.
 */
export function divideMonth(entries: readonly CommissionEntry[]): {
  invoice: CommissionSheet | null;
  creditNote: CommissionSheet | null;
} {
  const corrects = (entry: CommissionEntry): boolean =>
    entry.wasInvoicedBefore && (entry.commission < 0 || entry.vat < 0);
  const invoiced = entries.filter((entry) => !corrects(entry));
  const credited = entries.filter(corrects).map((entry) => ({
    ...entry,
    commission: -entry.commission,
    vat: -entry.vat,
  }));
  return { invoice: toSheet(invoiced), creditNote: toSheet(credited) };
}

function toSheet(entries: readonly CommissionEntry[]): CommissionSheet | null {
  if (entries.length === 0) return null;
  const lines = entries.map(toLine);
  const net = sum(lines.map(({ commission }) => commission));
  const vat = sum(lines.map((line) => line.vat));
  return { lines, totals: { net, vat, gross: net + vat }, groups: groupVat(lines) };
}

function toLine(entry: CommissionEntry): CommissionLine {
  const { startsAt, title, reference, price, commissionBps, commission, vatBps, vat, isReverseCharge } =
    entry;
  const terms = { price, commissionBps, vatBps, isReverseCharge };
  return { startsAt, title, reference, ...terms, commission, vat, refersTo: entry.invoiceLabel };
}

/** In the order in which the treatments first appear. */
function groupVat(lines: readonly CommissionLine[]): VatGroup[] {
  const groups = new Map<string, VatGroup>();
  for (const { isReverseCharge, vatBps, commission, vat } of lines) {
    const rate = isReverseCharge ? 0 : vatBps;
    const key = `${isReverseCharge}:${rate}`;
    const group = groups.get(key) ?? { vatBps: rate, isReverseCharge, net: 0, vat: 0 };
    groups.set(key, { ...group, net: group.net + commission, vat: group.vat + vat });
  }
  return [...groups.values()];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
