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
  checkoutAttempt: number;
  checkoutSessionId: string | null;
  checkoutUrl: string | null;
  checkoutOpenedAt: Date | null;
  paymentIntentId: string | null;
  chargeId: string | null;
  paidAmount: number;
  refundedAmount: number;
  commissionAmount: number;
  commissionVat: number;
  advisorAmount: number;
  deliveredAt: Date | null;
  claimUntil: Date | null;
  returnCause: string | null;
  transferAttempt: number;
  terms: { commissionBps: number; isVatIncluded: boolean; vatBps: number; isReverseCharge: boolean };
};

/** What the payment service says of one intent, read anew; applying the same facts twice changes nothing. */
export type PaymentFacts = {
  subject: PaymentSubject;
  paymentId: string;
  intent: {
    id: string;
    status: 'processing' | 'requires_capture' | 'succeeded' | 'canceled' | 'open';
    amount: number;
    currency: string;
    paymentMethodId: string | null;
  };
  charge: {
    id: string;
    balanceTransactionId: string;
    amount: number;
    fee: number;
    availableOn: Date;
  } | null;
  refunds: {
    id: string;
    number: number;
    status: 'pending' | 'succeeded' | 'failed';
    amount: number;
    balanceTransactionId: string | null;
  }[];
};
