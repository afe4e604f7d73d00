import { type Split, totalOf } from '@/lib/payments/rules/commission';
import type { Currency } from '@/lib/shared/money';

/**
 * Accounts of the ledger. Assets SP Stripe pending, SA Stripe available, BK bank, DR dispute receivable, AR
 * advisor receivable. Liabilities CP client prepayment, AH advisor held, AP advisor payable, VO output VAT,
 * DF deferred revenue. Revenue RC commission, RS subscriptions. Expense XF Stripe fees, XD dispute fees, XB
 * bad debt.
 */
export const ledgerAccounts = [
  'SP',
  'SA',
  'BK',
  'DR',
  'AR',
  'CP',
  'AH',
  'AP',
  'VO',
  'DF',
  'RC',
  'RS',
  'XF',
  'XD',
  'XB',
] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

export function isLedgerAccount(text: string): text is LedgerAccount {
  return ledgerAccounts.some((account) => account === text);
}

/** Signed minor units: a debit is above 0, a credit below. */
export type LedgerLine = {
  readonly account: LedgerAccount;
  readonly amount: number;
  readonly currency: Currency;
};

export const entryKinds = [
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E6',
  'E8',
  'E9',
  'E10',
  'E12',
  'E13',
  'E15',
  'E16',
  'E18',
  'E19',
  'E20',
  'E21',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/**
 * One transaction of the ledger, lines summing to 0. `externalRef` is unique: writing an entry twice is
 * refused by the database. Where money moves at Stripe it is the id of the balance transaction, so that the
 * nightly check matches both ways.
 */
export type Entry = {
  readonly kind: EntryKind;
  readonly externalRef: string;
  readonly lines: readonly LedgerLine[];
};

/** The payment that an entry is about; its price in parts is handed in where it matters. */
export type Of = { readonly paymentId: string; readonly currency: Currency };
/** Money moved at the payment service, under this reference. */
export type Moved = { readonly balanceTransactionId: string; readonly currency: Currency };

/** E1, charged: the client's money is with Stripe, less its fee, which is the platform's cost. */
export function entryE1({
  balanceTransactionId,
  currency,
  amount,
  fee,
}: Moved & { amount: number; fee: number }): Entry {
  assertAmounts(amount, fee, amount - fee);
  return entry('E1', balanceTransactionId, currency, { SP: amount - fee, XF: fee }, { CP: amount });
}

/** E2, the charge became available: what Stripe held back, net of the fee, can be used. */
export function entryE2({ balanceTransactionId, currency, net }: Moved & { net: number }): Entry {
  assertAmounts(net);
  return entry('E2', `${balanceTransactionId}:available`, currency, { SA: net }, { SP: net });
}

/**
 * E3, started, cancelled late or absent: the price is earned, by the advisor and by the platform. A fee that the advisor
 * bears makes good the platform's cost.
 */
export function entryE3({ paymentId, currency, split }: Of & { split: Split }): Entry {
  return entry('E3', `E3:${paymentId}`, currency, { CP: totalOf(split) }, partsOf(split, 'AH'));
}

/** E4, the claim window is over or a claim was declined: what is held becomes payable. */
export function entryE4({ paymentId, currency, advisor }: Of & { advisor: number }): Entry {
  assertAmounts(advisor);
  return entry('E4', `E4:${paymentId}`, currency, { AH: advisor }, { AP: advisor });
}

/**
 * E5, paid out: one transfer of a booking's payable, lowered by what the advisor owes us from before
 * (`clawback`). When nothing is left to transfer, the payment itself is the reference.
 */
export function entryE5({
  paymentId,
  currency,
  payable,
  clawback,
  balanceTransactionId,
}: Of & { payable: number; clawback: number; balanceTransactionId: string | null }): Entry {
  assertAmounts(payable, clawback, payable - clawback);
  const reference = balanceTransactionId ?? `E5:${paymentId}`;
  return entry('E5', reference, currency, { AP: payable }, { AR: clawback, SA: payable - clawback });
}

/** Sum of the lines of each account. */
export function balancesOf(entries: readonly Entry[]): ReadonlyMap<LedgerAccount, number> {
  const balances = new Map<LedgerAccount, number>();
  for (const { lines } of entries)
    for (const { account, amount } of lines) balances.set(account, (balances.get(account) ?? 0) + amount);
  return balances;
}

/** Amounts by account; one below 0 stands on the other side. */
type Amounts = Partial<Record<LedgerAccount, number>>;

/** The parts of a price on their accounts; `holder` is where the advisor's lies. */
export function partsOf(split: Split, holder: 'AH' | 'AP' | 'AR'): Partial<Record<LedgerAccount, number>> {
  return { [holder]: split.advisor, RC: split.commission, VO: split.vat, XF: split.fee };
}

/** A transaction of debits and credits by account; what is 0 has no line. */
export function entry(
  kind: EntryKind,
  externalRef: string,
  currency: Currency,
  debits: Amounts,
  credits: Amounts,
): Entry {
  const lines: LedgerLine[] = [];
  for (const account of ledgerAccounts) {
    const amount = (debits[account] ?? 0) - (credits[account] ?? 0);
    if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount of the ledger: ${amount}`);
    if (amount !== 0) lines.push({ account, amount, currency });
  }
  if (lines.reduce((total, { amount }) => total + amount, 0) !== 0)
    throw new RangeError(`${kind} ${externalRef} does not sum to 0`);
  return { kind, externalRef, lines };
}

/** Throws unless all are whole minor units, 0 or more. */
export function assertAmounts(...amounts: readonly number[]): void {
  for (const amount of amounts)
    if (!Number.isSafeInteger(amount) || amount < 0)
      throw new RangeError(`not an amount of the ledger: ${amount}`);
}
