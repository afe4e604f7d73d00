import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Currency } from '@/lib/shared/money';

/** So many payments or debts are listed at once. */
export const mostListed = 50;

/** What an operator looks after: one payment in a list. */
export type WatchedPayment = {
  id: string;
  status: PaymentStatus;
  amount: number;
  currency: Currency;
  clientName: string;
  providerName: string;
  /** As sold, and by language; see `inLanguage`. */
  title: string;
  titles: Record<string, string>;
  /** Since when it is as it is. */
  since: Date;
  /** What the payment service said, where something failed. */
  says: string | null;
};

export type OpenDebt = {
  id: string;
  providerName: string;
  kind: 'refund' | 'dispute' | 'offline_commission' | 'cancellation_fee';
  amount: number;
  open: number;
  currency: Currency;
  dueAt: Date;
};

/** Sums of the ledger's accounts, debits above 0, in minor units. */
export type Balances = Readonly<Record<string, number>>;
