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

/**
 * How a price divides, in minor units: commission, VAT on it, the payment service's fee where the plan lets the advisor
 * bear it (else 0), and the remainder for the advisor.
 */
export type Split = {
  readonly commission: number;
  readonly vat: number;
  readonly fee: number;
  readonly advisor: number;
};

/** Nothing, or nothing any more. */
export const emptySplit: Split = { commission: 0, vat: 0, fee: 0, advisor: 0 };

/** Commission subject to VAT and the VAT on it, as booked so far for one advisor in one invoice month. */
export type CommissionMonth = { readonly commission: number; readonly vat: number };

export const emptyMonth: CommissionMonth = { commission: 0, vat: 0 };

export type BookedSplit = { readonly split: Split; readonly month: CommissionMonth };

/**
 * Divides a price: commission rounded half up, VAT on it, the remainder to the advisor, so that the parts
 * always sum to the price. VAT is rounded cumulatively over the advisor's month, so that the invoice total
 * is right to the cent; the month after the booking is returned with it. Never more than the price is taken; a fee that
 * the advisor bears is at most what would be left to them.
 * Throws on a negative price, or a rate that would leave the advisor less than nothing.
 */
export function splitPrice(
  price: number,
  terms: CommissionTerms,
  month: CommissionMonth,
  borneFee = 0,
): BookedSplit {
  assertTerms(price, terms);
  return divide(price, terms, month, { ...emptySplit, fee: borneFee });
}

/** A split that changed: what it is now, what was taken from each part (below 0: added), and the month afterwards. */
export type ChangedSplit = { readonly left: Split; readonly taken: Split; readonly month: CommissionMonth };

/**
 * A part of an earned price goes back: the split is worked out anew on what is left of the price, and the difference
 * leaves the month in which that happens, so that a month may fall below zero; VAT stays rounded over that month. With
 * nothing left every part is taken back as it was booked, the fee too: it is the platform's again. `newPrice` is what is
 * left of what the split is of, in minor units.
 */
export function reduceSplit(
  split: Split,
  newPrice: number,
  terms: CommissionTerms,
  month: CommissionMonth,
): ChangedSplit {
  if (newPrice > totalOf(split)) throw new RangeError(`not less than the price: ${newPrice}`);
  return changeSplit(split, newPrice, terms, month);
}

/** The same for a price that may also have become larger, such as amounts that come one after the other. */
export function changeSplit(
  split: Split,
  newPrice: number,
  terms: CommissionTerms,
  month: CommissionMonth,
): ChangedSplit {
  assertTerms(newPrice, terms);
  if (newPrice === 0) return { left: emptySplit, taken: split, month: without(split, terms, month) };
  const { split: left, month: after } = divide(newPrice, terms, month, split);
  const taken = {
    commission: split.commission - left.commission,
    vat: split.vat - left.vat,
    fee: split.fee - left.fee,
    advisor: split.advisor - left.advisor,
  };
  return { left, taken, month: after };
}

/** Everything that a split divides, in minor units. */
export function totalOf({ commission, vat, fee, advisor }: Split): number {
  return commission + vat + fee + advisor;
}

/** A month without what a split had added to it. */
function without(
  { commission, vat }: Split,
  { isReverseCharge }: CommissionTerms,
  month: CommissionMonth,
): CommissionMonth {
  if (isReverseCharge) return month;
  return { commission: month.commission - commission, vat: month.vat - vat };
}

/** Divides what takes the place of `old` in the month; VAT is what the month then lacks, within what old and price allow. */
function divide(price: number, terms: CommissionTerms, month: CommissionMonth, old: Split): BookedSplit {
  const gross = basisPoints(price, terms.commissionBps);
  if (terms.isReverseCharge) {
    const fee = Math.min(old.fee, price - gross);
    return { split: { commission: gross, vat: 0, fee, advisor: price - gross - fee }, month };
  }
  const base = without(old, terms, month);
  const room = terms.isVatIncluded ? gross : price - gross;
  const vat = clamp(vatOf(gross, terms, base), 0, room);
  const commission = terms.isVatIncluded ? gross - vat : gross;
  const fee = Math.min(old.fee, price - commission - vat);
  return {
    split: { commission, vat, fee, advisor: price - commission - vat - fee },
    month: { commission: base.commission + commission, vat: base.vat + vat },
  };
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
