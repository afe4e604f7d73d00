import type { SubscriptionStatus } from '@/lib/plans/rules/subscription-status';
import type { Currency } from '@/lib/shared/money';

/** A plan that is paid for, or was chosen to be. */
export type PlanSubscription = {
  id: string;
  providerId: string;
  planCode: string;
  status: SubscriptionStatus;
  version: number;
  checkoutAttempt: number;
  checkoutSessionId: string | null;
  checkoutUrl: string | null;
  checkoutOpenedAt: Date | null;
  stripeSubscriptionId: string | null;
  stripeItemId: string | null;
  stripeScheduleId: string | null;
  /** What is paid each period, without VAT. */
  feeAmount: number;
  currency: Currency;
  isTaxed: boolean;
  periodStart: Date | null;
  periodEnd: Date | null;
  cancelAt: Date | null;
  pendingPlanCode: string | null;
  changeAttempt: number;
  asked: string | null;
  pastDueSince: Date | null;
  startedAt: Date | null;
};

/** Who pays for a plan: the practice, in the name of its owner. */
export type PlanBuyer = {
  providerId: string;
  accountId: string;
  /** As it stands on invoices. */
  name: string;
  email: string;
  /** Where mails to the owner go. */
  ownerEmail: string;
  locale: string;
  timeZone: string;
  planCode: string;
  isReverseCharge: boolean;
  /** By an admin, for good: nothing is sold to it, and of its plan nothing is told. */
  isClosed: boolean;
};

/** An invoice of a plan in the provider's own list. */
export type OwnInvoice = {
  id: string;
  number: string;
  status: 'open' | 'paid' | 'void' | 'uncollectible';
  netAmount: number;
  vatAmount: number;
  currency: Currency;
  issuedAt: Date;
  hostedUrl: string | null;
};
