import { assertAmounts, type Entry, entry, type Moved } from '@/lib/payments/rules/ledger';
import type { Currency } from '@/lib/shared/money';

/**
 * E16, an amount was recorded that was paid outside the platform: no cash moves, its commission and the VAT on it are
 * owed by the advisor. Below 0 when a recorded amount is taken out again. `recordId` names the record.
 */
export function entryOffline({
  recordId,
  currency,
  commission,
  vat,
}: {
  recordId: string;
  currency: Currency;
  commission: number;
  vat: number;
}): Entry {
  const debits = { AR: commission + vat };
  return entry('E16', `E16:${recordId}`, currency, debits, { RC: commission, VO: vat });
}

/** E19, an advisor has paid what it owed: the fee of that charge is the platform's cost. */
export function entryDebtPaid({
  balanceTransactionId,
  currency,
  amount,
  fee,
}: Moved & { amount: number; fee: number }): Entry {
  assertAmounts(amount, fee, amount - fee);
  return entry('E19', balanceTransactionId, currency, { SP: amount - fee, XF: fee }, { AR: amount });
}

/**
 * E20, what was paid for a plan, or of debts, was given back by hand at the payment service: the operator's cost. Revenue and
 * VAT stay as they were invoiced.
 */
export function entryGivenBackByHand({
  balanceTransactionId,
  currency,
  amount,
}: Moved & { amount: number }): Entry {
  assertAmounts(amount);
  return entry('E20', balanceTransactionId, currency, { XB: amount }, { SA: amount });
}

/** E20 turned round, the bank sent back what had been given back by hand. */
export function entryByHandBounced({
  balanceTransactionId,
  currency,
  amount,
}: Moved & { amount: number }): Entry {
  assertAmounts(amount);
  return entry('E20', balanceTransactionId, currency, { SA: amount }, { XB: amount });
}

/**
 * E21, what the payment service charges the operator for itself, such as for connected accounts and invoices: a cost like its
 * fees on charges. Below 0 when it gives some of it back.
 */
export function entryServiceFee({
  balanceTransactionId,
  currency,
  amount,
}: Moved & { amount: number }): Entry {
  return entry('E21', balanceTransactionId, currency, { XF: amount }, { SA: amount });
}

/** E18, the platform takes its own money to its bank. */
export function entryE18({ balanceTransactionId, currency, amount }: Moved & { amount: number }): Entry {
  assertAmounts(amount);
  return entry('E18', balanceTransactionId, currency, { BK: amount }, { SA: amount });
}

/** E18 turned round, the bank sent back what the platform had taken. */
export function entryReturnedOwn({
  balanceTransactionId,
  currency,
  amount,
}: Moved & { amount: number }): Entry {
  assertAmounts(amount);
  return entry('E18', balanceTransactionId, currency, { SA: amount }, { BK: amount });
}

/** What the platform may take, from the balances of the ledger (assets and liabilities as amounts of 0 or more). */
export type Balances = {
  readonly available: number;
  readonly prepaid: number;
  readonly held: number;
  readonly payable: number;
  readonly vat: number;
  readonly deferred: number;
};

/**
 * How much of the available balance is the platform's own, in minor units: without what clients and advisors are owed, VAT
 * collected, fees paid in advance, refunds under way, and what the payment service keeps back for connected accounts below
 * zero. Never below 0.
 */
export function ownMoney(balances: Balances, pendingRefunds: number, reserved: number): number {
  const { available, prepaid, held, payable, vat, deferred } = balances;
  return Math.max(
    0,
    available - (prepaid + held + payable) - Math.max(0, vat) - deferred - pendingRefunds - reserved,
  );
}
