import type { Metadata, RecordBase } from '@/sandbox/stripe/records';

export type ProductRecord = RecordBase & {
  name: string;
  description: string | null;
  active: boolean;
  metadata: Metadata;
  updated: number;
};

export type PriceRecord = RecordBase & {
  product: string;
  currency: string;
  unitAmount: number;
  interval: 'month' | 'year';
  lookupKey: string | null;
  taxBehavior: 'exclusive' | 'inclusive' | 'unspecified';
  nickname: string | null;
  active: boolean;
  metadata: Metadata;
};

export type TaxRateRecord = RecordBase & {
  displayName: string;
  percentage: number;
  country: string | null;
  active: boolean;
  metadata: Metadata;
};

export type SubscriptionRecord = RecordBase & {
  customer: string;
  status: 'trialing' | 'active' | 'past_due' | 'canceled';
  /** The one item; its price changes, its id does not. */
  item: string;
  price: string;
  taxRates: string[];
  metadata: Metadata;
  description: string | null;
  paymentMethod: string | null;
  /** From here whole periods are counted. */
  anchor: number;
  periodStart: number;
  periodEnd: number;
  cancelAtPeriodEnd: boolean;
  canceledAt: number | null;
  endedAt: number | null;
  endReason: 'cancellation_requested' | 'payment_failed' | null;
  trialStart: number | null;
  trialEnd: number | null;
  latestInvoice: string | null;
  schedule: string | null;
};

export type InvoiceLineRecord = {
  id: string;
  amount: number;
  description: string;
  price: string;
  proration: boolean;
  periodStart: number;
  periodEnd: number;
};

export type InvoiceRecord = RecordBase & {
  subscription: string;
  customer: string;
  currency: string;
  status: 'open' | 'paid' | 'void';
  reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update';
  lines: InvoiceLineRecord[];
  taxRates: string[];
  number: string;
  periodStart: number;
  periodEnd: number;
  attempts: number;
  nextAttempt: number | null;
  intent: string | null;
  paidAt: number | null;
  voidedAt: number | null;
};

export type PhaseRecord = { start: number; end: number; price: string };

export type ScheduleRecord = RecordBase & {
  subscription: string | null;
  releasedSubscription: string | null;
  customer: string;
  status: 'active' | 'released' | 'completed';
  phases: PhaseRecord[];
  taxRates: string[];
  releasedAt: number | null;
  completedAt: number | null;
};

export type PortalRecord = RecordBase & {
  customer: string;
  returnUrl: string | null;
  locale: string | null;
};
