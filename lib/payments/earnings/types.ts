import type { EarningState, Share } from '@/lib/payments/rules/advisor-share';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Currency } from '@/lib/shared/money';

/** One paid session or seat, or one that is to be paid, as its advisor sees the money of it. Amounts in minor units. */
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
  /** The price. */
  amount: number;
  /** What came, here or outside the platform. */
  paid: number;
  /** What went back, banks included. */
  refunded: number;
  currency: Currency;
  share: Share;
  claimUntil: Date | null;
  transferredAt: Date | null;
  /** By what its transfer was lowered. */
  setOff: number;
  /** The last transfer did not work; it is tried again. */
  isTransferFailing: boolean;
};

/** Which of them are shown: in a state, of an interval of starts. */
export type EarningFilter = {
  state?: EarningState | undefined;
  between?: { from: Date; to: Date } | undefined;
};

/** The advisor's part in minor units, by where it stands. */
export type EarningTotals = {
  /** Earned and not released, with what sessions to come will bring. */
  held: number;
  /** Of it what a claim or a bank's dispute keeps. */
  frozen: number;
  /** Of it, or of what is released, what is going back to clients just now, in full or in part. */
  returning: number;
  released: number;
  /** Transferred, less what came back from there. */
  paidOut: number;
  paidOutThisMonth: number;
  /** What the advisor owes. */
  owed: number;
  currency: Currency;
};

/** What was earned in sessions and events of a month, after commission; minor units. */
export type EarningMonth = {
  /** The first instant of the month in the provider's zone. */
  start: Date;
  /** By the platform. */
  amount: number;
  /** Paid to the advisor outside the platform. */
  direct: number;
};
