import type { EarningState, Share } from '@/lib/payments/rules/advisor-share';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Currency } from '@/lib/shared/money';

/** One paid session or seat as its advisor sees the money of it. */
export type Earning = {
  paymentId: string;
  /** Of a session; null for a seat. */
  bookingId: string | null;
  /** Of a seat; null for a session. */
  eventId: string | null;
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
