import { assertAmounts, type Entry, entry } from '@/lib/payments/rules/ledger';
import type { Currency } from '@/lib/shared/money';

/** A paid invoice of a plan. `deferred` is the part of `net` that was paid ahead for a year. */
export type PlanInvoiceMoney = {
  readonly balanceTransactionId: string;
  readonly currency: Currency;
  /** The payment service's fee, our cost. */
  readonly fee: number;
  readonly net: number;
  readonly vat: number;
  readonly deferred: number;
};

/**
 * E15, a plan was paid: what the payment service holds, less its fee, is revenue and output VAT; a year is revenue only as
 * its months go by. A change of plan in the middle of a period credits the rest of the old one, which lowers revenue.
 */
export function entryE15(money: PlanInvoiceMoney): Entry {
  const { balanceTransactionId, currency, fee, net, vat, deferred } = money;
  assertAmounts(fee, net, vat, deferred, net + vat - fee);
  return entry(
    'E15',
    balanceTransactionId,
    currency,
    { SP: net + vat - fee, XF: fee },
    { RS: net - deferred, VO: vat, DF: deferred },
  );
}

/** E15, a month of a year that was paid ahead is over: its part becomes revenue. Months count from 1. */
export function entryE15Release(release: {
  readonly invoiceId: string;
  readonly month: number;
  readonly currency: Currency;
  readonly amount: number;
}): Entry {
  const { invoiceId, month, currency, amount } = release;
  assertAmounts(amount);
  return entry('E15', `E15:${invoiceId}:${month}`, currency, { DF: amount }, { RS: amount });
}
