import type { Channel } from '@/lib/availability/rules/terms';
import type { PaymentMode } from '@/lib/payments/rules/payment-time';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { BookingStatus } from '@/lib/booking/rules/status';
import type { PracticeColumns } from '@/lib/profiles/rules/practice-address';

/** A booking as the use cases need it. */
export type BookingRecord = {
  id: string;
  clientId: string;
  providerId: string;
  specialistId: string;
  serviceId: string;
  status: BookingStatus;
  version: number;
  startsAt: Date;
  endsAt: Date;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  channel: Channel;
  /** The ways to meet that could be chosen when the time was held. */
  channels: readonly Channel[];
  confirmationMode: 'request' | 'instant';
  paymentMode: PaymentMode;
  priceAmount: number;
  currency: string;
  heldUntil: Date | null;
  holdExtendedAt: Date | null;
  freeCancelUntil: Date | null;
  answerHours: number;
  answerBy: Date | null;
  /** Accepted or rejected then; an instant booking when it was paid. */
  decidedAt: Date | null;
  calendarSequence: number;
  createdAt: Date;
  /** When the provider proposed it; null: the client booked. */
  proposedAt: Date | null;
  /** Whose wait for a place it answers; null: nobody's. */
  waitingEntryId: string | null;
  clientTimeZone: string;
  /** When the client ordered it last; null: never. */
  orderedAt: Date | null;
  /** When the client withdrew from the contract. */
  withdrawnAt: Date | null;
};

/** What the two sides see of a booking, without anything that is only the other's. */
export type BookingView = BookingRecord &
  PracticeColumns & {
    serviceTitle: string;
    /** By language; see `inLanguage`. */
    serviceTitles: unknown;
    providerTimeZone: string;
    sellerName: string;
    sellerAddress: string;
    vatRegime: 'exempt' | 'small_business' | 'standard';
    vatBps: number;
    commissionBps: number;
    clientNote: string | null;
    /** What the provider wrote with a proposal. */
    proposalMessage: string | null;
    reason: string | null;
    closedBy: 'client' | 'provider' | 'system' | 'admin' | null;
    requestedAt: Date | null;
    closedAt: Date | null;
    client: { id: string; name: string; email: string; locale: string; timeZone: string | null };
    provider: {
      slug: string;
      displayName: string;
      portrait: string | null;
      accountId: string;
      timeZone: string;
      vatNote: string | null;
      /** Where clients pay outside the platform. */
      offlinePaymentUrl: string | null;
      mainLocale: string;
      diplomasVerifiedAt: Date | null;
      texts: { locale: string; headline: string }[];
      account: { id: string; email: string; locale: string; name: string };
    };
    /** Who gives it: the provider itself, or a member of the organisation. */
    specialist: {
      id: string;
      displayName: string;
      timeZone: string;
      account: { id: string; email: string; locale: string };
    };
    /** The open proposal of another time, at most one; it may have lapsed. */
    reschedules: {
      proposedBy: 'client' | 'provider' | 'system' | 'admin';
      startsAt: Date;
      endsAt: Date;
      heldUntil: Date;
      message: string | null;
    }[];
    payment: {
      id: string;
      status: PaymentStatus;
      mode: PaymentMode;
      amount: number;
      recordedAmount: number;
      chargeAt: Date | null;
      paidAmount: number;
      refundedAmount: number;
      advisorAmount: number;
      claimUntil: Date | null;
    } | null;
  };
/** Sessions of one client with one provider. */
export type SessionTotals = {
  /** Those that took place. */
  count: number;
  /** The first that took place or is agreed upon. */
  first: Date | null;
  /** The last that took place. */
  last: Date | null;
  /** The next that is agreed upon or asked for. */
  next: Date | null;
};
