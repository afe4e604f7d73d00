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
 * What a refund takes back from each part, as amounts of 0 or more that sum to the refund. The commission is
 * computed anew on the price that is left, and the difference booked in the month in which it happens. A
 * refund of all that is left gives back exactly what was booked, so that nothing remains of the booking.
 */
export function refundSplit(
  refund: number,
  booked: Split,
  terms: CommissionTerms,
  month: CommissionMonth,
): BookedSplit {
  const price = booked.commission + booked.vat + booked.advisor;
  if (!Number.isSafeInteger(refund) || refund <= 0 || refund > price)
    throw new RangeError(`cannot take ${refund} back from ${price}`);
  const kept = keptAfter(price - refund, booked, terms, month);
  const commission = booked.commission - kept.commission;
  const vat = booked.vat - kept.vat;
  return {
    split: { commission, vat, advisor: refund - commission - vat },
    month: terms.isReverseCharge
      ? month
      : { commission: month.commission - commission, vat: month.vat - vat },
  };
}

/** The invoice month of an instant, `YYYY-MM`, in the operator's zone. */
export function invoiceMonth(instant: Date, zone: string): string {
  const day: LocalDate = localDate(instant, zone);
  return day.slice(0, 7);
}

/** Commission and VAT that stay with the platform when the price falls; never more than was booked. */
function keptAfter(price: number, booked: Split, terms: CommissionTerms, month: CommissionMonth) {
  const gross = basisPoints(price, terms.commissionBps);
  if (terms.isReverseCharge) return { commission: Math.min(gross, booked.commission), vat: 0 };
  const bookedGross = terms.isVatIncluded ? booked.commission + booked.vat : booked.commission;
  const vat = booked.vat + vatOf(gross - bookedGross, terms, month);
  if (terms.isVatIncluded) {
    const kept = clamp(vat, Math.max(0, gross - booked.commission), Math.min(gross, booked.vat));
    return { commission: gross - kept, vat: kept };
  }
  const beforeVat = price - gross;
  return {
    commission: gross,
    vat: clamp(vat, Math.max(0, beforeVat - booked.advisor), Math.min(beforeVat, booked.vat)),
  };
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
