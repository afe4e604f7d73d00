/** A line of an invoice: an amount without VAT for a stretch of time. Credits are below 0. */
export type InvoiceLine = { readonly amount: number; readonly periodStart: Date; readonly periodEnd: Date };

export type Deferral = { readonly amount: number; readonly from: Date; readonly months: number };

const day = 24 * 60 * 60 * 1000;
/** Longer than any month, shorter than any year. */
const monthsAtMost = 62 * day;
const monthsOfYear = 12;

/**
 * What of an invoice was paid ahead: the lines for a year, earned month by month from its begin. Null where all is for a
 * month.
 */
export function deferralOf(lines: readonly InvoiceLine[]): Deferral | null {
  const years = lines.filter(
    ({ amount, periodStart, periodEnd }) =>
      amount > 0 && periodEnd.getTime() - periodStart.getTime() > monthsAtMost,
  );
  const [first] = years;
  if (!first) return null;
  return {
    amount: years.reduce((sum, { amount }) => sum + amount, 0),
    from: first.periodStart,
    months: monthsOfYear,
  };
}
