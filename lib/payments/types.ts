import type { CommissionTerms } from '@/lib/payments/rules/commission';
import type { PaymentMode } from '@/lib/payments/rules/payment-time';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Currency } from '@/lib/shared/money';

/** What money is of: a booking or a seat at an event. Whoever sells it knows more; here it is a name. */
export type PaymentSubject =
  | { bookingId: string; seatId?: undefined }
  | { seatId: string; bookingId?: undefined };

/** A payment as the use cases need it, with the commission terms of what was sold. */
export type PaymentRecord = {
  id: string;
  subject: PaymentSubject;
  clientId: string;
  providerId: string;
  status: PaymentStatus;
  version: number;
  amount: number;
  currency: Currency;
  mode: PaymentMode;
  checkoutAttempt: number;
  checkoutSessionId: string | null;
  checkoutUrl: string | null;
  checkoutOpenedAt: Date | null;
  paymentIntentId: string | null;
  chargeId: string | null;
  paymentMethodId: string | null;
  setupIntentId: string | null;
  cardConsentAt: Date | null;
  chargeAttempt: number;
  chargeCause: string | null;
  chargeFailures: number;
  dueSince: Date | null;
  stripeFee: number | null;
  recordedAmount: number;
  paidAmount: number;
  refundedAmount: number;
  commissionAmount: number;
  commissionVat: number;
  processingFee: number;
  advisorAmount: number;
  nettedAmount: number;
  transferredAmount: number;
  chargedBackAmount: number;
  chargedAt: Date | null;
  deliveredAt: Date | null;
  claimUntil: Date | null;
  releasedAt: Date | null;
  transferredAt: Date | null;
  transferId: string | null;
  disputedFrom: PaymentStatus | null;
  claimedAt: Date | null;
  returnCause: string | null;
  transferAttempt: number;
  terms: CommissionTerms & {
    /** The payment service's fee comes out of the advisor's part. */
    isFeeBorne: boolean;
  };
};

/** What the payment service says of a payment, read anew; applying the same facts twice changes nothing. */
export type PaymentFacts = {
  subject: PaymentSubject;
  paymentId: string;
  intent: {
    id: string;
    status: 'processing' | 'requires_capture' | 'succeeded' | 'canceled' | 'open';
    amount: number;
    currency: string;
    paymentMethodId: string | null;
  } | null;
  charge: {
    id: string;
    balanceTransactionId: string;
    amount: number;
    fee: number;
    availableOn: Date;
  } | null;
  /** A card that was left for later. */
  setup: { id: string; paymentMethodId: string } | null;
  refunds: RefundFact[];
  /** One that we did not ask for. */
  byHand?: RefundByHand;
  disputes: DisputeFact[];
};

export type RefundFact = {
  id: string;
  number: number;
  status: 'pending' | 'succeeded' | 'failed';
  amount: number;
  balanceTransactionId: string | null;
  /** Brought the money back when a refund that had arrived failed after all. */
  failureTransactionId: string | null;
};

/** A refund that the operator has made at the payment service, of the charge of an intent. */
export type RefundByHand = Omit<RefundFact, 'number'> & { intentId: string };

export type DisputeFact = {
  id: string;
  status: 'open' | 'won' | 'lost';
  amount: number;
  currency: string;
  reason: string;
  evidenceDueAt: Date | null;
  /** The bank has taken the amount, and the service its fee. */
  withdrawn: { balanceTransactionId: string; fee: number } | null;
  /** The amount is back, with what the service returns of its fee. */
  reinstated: { balanceTransactionId: string; fee: number } | null;
};
