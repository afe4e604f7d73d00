import { assertAmounts, type Entry, entry, type Moved } from '@/lib/payments/rules/ledger';
import type { Currency } from '@/lib/shared/money';

type PaidInvoice = Moved & {
  /** Without VAT, in minor units. */
  net: number;
  vat: number;
  /** What the payment service keeps of the charge. */
  fee: number;
  /** The part of `net` that was paid in advance for a year. */
  deferred: number;
};

/**
 * E15, a provider has paid for its plan. A month is earned at once; a year is deferred and earned month by month. The fee
 * of the charge is the platform's cost. What is left of a month when a year is begun is credited and lowers revenue.
 */
export function entrySubscription({
  balanceTransactionId,
  currency,
  net,
  vat,
  fee,
  deferred,
}: PaidInvoice): Entry {
  assertAmounts(net, vat, fee, deferred, net + vat - fee);
  const debits = { SP: net + vat - fee, XF: fee };
  return entry('E15', balanceTransactionId, currency, debits, { RS: net - deferred, DF: deferred, VO: vat });
}

/** E15, one month of a year that was paid in advance is earned. `invoiceId` and the month's number, from 1, name it. */
export function entryEarnedMonth({
  invoiceId,
  number,
  currency,
  amount,
}: {
  invoiceId: string;
  number: number;
  currency: Currency;
  amount: number;
}): Entry {
  assertAmounts(amount);
  return entry('E15', `E15:${invoiceId}:${number}`, currency, { DF: amount }, { RS: amount });
}

/** A fee over so many months, in minor units: equal parts rounded down, the rest with the last. */
export function monthlyParts(net: number, months: number): number[] {
  assertAmounts(net);
  const part = Math.floor(net / months);
  return Array.from({ length: months }, (_, index) =>
    index < months - 1 ? part : net - part * (months - 1),
  );
}
