import { basisPoints, roundHalfUp } from '@/lib/shared/money';
import { type LocalDate, localDate } from '@/lib/shared/time';

/** What the platform takes, as copied onto the booking when it was made. Rates in basis points. */
export type CommissionTerms = {
  readonly commissionBps: number;
  /** Whether the rate already holds the VAT on it ("the advisor gets 90 %"). */
  readonly isVatIncluded: boolean;
  readonly vatBps: number;
  /** The provider owes the VAT itself (EU business with a checked VAT id): we book none. */
  readonly isReverseCharge: boolean;
};

/** How a price divides, in minor units: commission, VAT on it, and the remainder for the advisor. */
export type Split = { readonly commission: number; readonly vat: number; readonly advisor: number };

/** Commission subject to VAT and the VAT on it, as booked so far for one advisor in one invoice month. */
export type CommissionMonth = { readonly commission: number; readonly vat: number };

export const emptyMonth: CommissionMonth = { commission: 0, vat: 0 };

export type BookedSplit = { readonly split: Split; readonly month: CommissionMonth };

/**
 * Divides a price: commission rounded half up, VAT on it, the remainder to the advisor, so that the parts
 * always sum to the price. VAT is rounded cumulatively over the advisor's month, so that the invoice total
 * is right to the cent; the month after the booking is returned with it. Never more than the price is taken.
 * Throws on a negative price, or a rate that would leave the advisor less than nothing.
 */
export function splitPrice(price: number, terms: CommissionTerms, month: CommissionMonth): BookedSplit {
  assertTerms(price, terms);
  const gross = basisPoints(price, terms.commissionBps);
  if (terms.isReverseCharge) return { split: { commission: gross, vat: 0, advisor: price - gross }, month };
  const room = terms.isVatIncluded ? gross : price - gross;
  const vat = clamp(vatOf(gross, terms, month), 0, room);
  const commission = terms.isVatIncluded ? gross - vat : gross;
  return {
    split: { commission, vat, advisor: price - commission - vat },
    month: { commission: month.commission + commission, vat: month.vat + vat },
  };
}

/**
 * The month after a split was taken back in full: what it had added goes out again, in the month in which that happens,
 * so that a month may fall below zero. A cent of rounding is made good by the next split of the month.
 */
export function takeBackSplit(
  { commission, vat }: Split,
  terms: Pick<CommissionTerms, 'isReverseCharge'>,
  month: CommissionMonth,
): CommissionMonth {
  if (terms.isReverseCharge) return month;
  return { commission: month.commission - commission, vat: month.vat - vat };
}

/** The invoice month of an instant, `YYYY-MM`, in the operator's zone. */
export function invoiceMonth(instant: Date, zone: string): string {
  const day: LocalDate = localDate(instant, zone);
  return day.slice(0, 7);
}

/** VAT on further commission (or on further gross, where it is included), rounded over the whole month. */
function vatOf(gross: number, { isVatIncluded, vatBps }: CommissionTerms, month: CommissionMonth): number {
  const total = isVatIncluded
    ? roundHalfUp((month.commission + month.vat + gross) * vatBps, 10_000 + vatBps)
    : basisPoints(month.commission + gross, vatBps);
  return total - month.vat;
}

function assertTerms(price: number, { commissionBps, isVatIncluded, vatBps }: CommissionTerms): void {
  if (!Number.isSafeInteger(price) || price < 0) throw new RangeError(`not a price: ${price}`);
  const most = isVatIncluded ? commissionBps : (commissionBps * (10_000 + vatBps)) / 10_000;
  if (commissionBps < 0 || vatBps < 0 || most > 10_000)
    throw new RangeError(`not a commission: ${commissionBps} bps`);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
