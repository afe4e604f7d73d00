import type { EarningState, Share } from '@/lib/payments/rules/advisor-share';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Currency } from '@/lib/shared/money';

/** One paid session as its advisor sees the money of it. */
export type Earning = {
  paymentId: string;
  bookingId: string;
  clientName: string;
  serviceTitle: string;
  /** By language; see `inLanguage`. */
  serviceTitles: unknown;
  startsAt: Date;
  status: PaymentStatus;
  state: EarningState;
  amount: number;
  currency: Currency;
  share: Share;
  claimUntil: Date | null;
  transferredAt: Date | null;
};

/** The advisor's part in minor units, by where it stands. */
export type EarningTotals = {
  held: number;
  released: number;
  paidOut: number;
  paidOutThisMonth: number;
  currency: Currency;
};
