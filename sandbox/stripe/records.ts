import type { Stripe } from 'stripe';

/** Common to all records. `account` is null for the platform's own; times are sandbox seconds. */
export type RecordBase = { id: string; account: string | null; created: number };

export type Metadata = Record<string, string>;

export type CustomerRecord = RecordBase & {
  email: string | null;
  name: string | null;
  phone: string | null;
  description: string | null;
  metadata: Metadata;
  locales: string[];
  defaultPaymentMethod: string | null;
  deleted: boolean;
};

export type PaymentMethodRecord = RecordBase & {
  customer: string | null;
  /** Number of the test card: decides how it behaves. */
  number: string;
  expMonth: number;
  expYear: number;
  email: string | null;
  name: string | null;
  metadata: Metadata;
  /** Authenticated for later use without the holder. */
  setUp: boolean;
};

export type Failure = {
  code: string;
  declineCode: string | null;
  message: string;
  charge: string | null;
  paymentMethod: string | null;
};

export type IntentRecord = RecordBase & {
  amount: number;
  currency: string;
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'requires_capture'
    | 'succeeded'
    | 'canceled';
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  customer: string | null;
  paymentMethod: string | null;
  description: string | null;
  receiptEmail: string | null;
  metadata: Metadata;
  transferGroup: string | null;
  setupFutureUsage: 'off_session' | 'on_session' | null;
  statementDescriptorSuffix: string | null;
  amountReceived: number;
  latestCharge: string | null;
  failure: Failure | null;
  canceledAt: number | null;
  cancellationReason: string | null;
  returnUrl: string | null;
  clientSecret: string;
  /** The Checkout session that owns it. */
  checkout: string | null;
  automaticMethods: boolean;
  /** When an uncaptured authorisation lapses. */
  captureBefore: number | null;
};

export type ChargeRecord = RecordBase & {
  intent: string | null;
  amount: number;
  amountCaptured: number;
  amountRefunded: number;
  currency: string;
  captured: boolean;
  status: 'succeeded' | 'failed';
  customer: string | null;
  paymentMethod: string | null;
  description: string | null;
  receiptEmail: string | null;
  metadata: Metadata;
  transferGroup: string | null;
  balanceTransaction: string | null;
  failure: Failure | null;
  /** The platform's transfer that this payment of a connected account came from. */
  sourceTransfer: string | null;
  captureBefore: number | null;
  authenticated: boolean;
};

export type SetupRecord = RecordBase & {
  customer: string | null;
  paymentMethod: string | null;
  description: string | null;
  metadata: Metadata;
  status: 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled';
  usage: 'off_session' | 'on_session';
  failure: Failure | null;
  clientSecret: string;
  checkout: string | null;
};

export type LineRecord = {
  id: string;
  name: string;
  description: string | null;
  unitAmount: number;
  quantity: number;
};

/** What a Checkout session in subscription mode sells. */
export type SubscribesRecord = {
  price: string;
  taxRates: string[];
  metadata: Metadata;
  description: string | null;
  trialDays: number | null;
};

export type CheckoutRecord = RecordBase & {
  mode: 'payment' | 'setup' | 'subscription';
  /** Of a session that sells a subscription; `subscription` is what it became. */
  subscribes?: SubscribesRecord;
  subscription?: string;
  /** Tax on the lines, where prices are without it. */
  tax?: number;
  status: 'open' | 'complete' | 'expired';
  currency: string | null;
  lines: LineRecord[];
  customer: string | null;
  customerEmail: string | null;
  customerCreation: 'always' | 'if_required' | null;
  holderName: string | null;
  clientReference: string | null;
  successUrl: string;
  cancelUrl: string | null;
  locale: string | null;
  metadata: Metadata;
  expiresAt: number;
  intent: string | null;
  setup: string | null;
  submitType: 'auto' | 'book' | 'pay' | null;
  submitText: string | null;
  intentData: {
    captureMethod: 'automatic' | 'automatic_async' | 'manual';
    metadata: Metadata;
    transferGroup: string | null;
    description: string | null;
    setupFutureUsage: 'off_session' | 'on_session' | null;
    receiptEmail: string | null;
    statementDescriptorSuffix: string | null;
  };
};

export type RefundRecord = RecordBase & {
  charge: string;
  intent: string | null;
  amount: number;
  currency: string;
  status: 'pending' | 'succeeded' | 'canceled' | 'failed';
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | null;
  metadata: Metadata;
  balanceTransaction: string | null;
  /** Set when the money came back although the refund had succeeded. */
  failure?: { reason: string; balanceTransaction: string };
};

export type TransferRecord = RecordBase & {
  amount: number;
  amountReversed: number;
  currency: string;
  destination: string;
  destinationPayment: string;
  sourceTransaction: string | null;
  transferGroup: string | null;
  description: string | null;
  metadata: Metadata;
  balanceTransaction: string;
};

export type ReversalRecord = RecordBase & {
  transfer: string;
  amount: number;
  currency: string;
  metadata: Metadata;
  balanceTransaction: string;
};

export type BalanceRecord = RecordBase & {
  type:
    | 'charge'
    | 'payment'
    | 'refund'
    | 'transfer'
    | 'transfer_refund'
    | 'payment_refund'
    | 'payout'
    | 'stripe_fee'
    | 'payout_cancel'
    | 'payout_failure'
    | 'refund_failure'
    | 'adjustment';
  amount: number;
  fee: number;
  net: number;
  currency: string;
  availableOn: number;
  source: string | null;
  description: string | null;
};

export type AccountRecord = RecordBase & {
  email: string | null;
  phone: string | null;
  displayName: string | null;
  dashboard: Stripe.V2.Core.Account.Dashboard | null;
  currency: string;
  locales: Stripe.V2.Core.Account.Defaults.Locale[];
  responsibilities: Stripe.V2.Core.Account.Defaults.Responsibilities;
  country: string | null;
  entityType: Stripe.V2.Core.Account.Identity.EntityType | null;
  metadata: Metadata;
  recipientRequested: boolean;
  transfersRequested: boolean;
  person: PersonRecord | null;
  closed: boolean;
};

export type DisputeRecord = RecordBase & {
  charge: string;
  intent: string | null;
  amount: number;
  currency: string;
  reason: string;
  status: 'needs_response' | 'under_review' | 'won' | 'lost';
  evidence: Record<string, string>;
  submissions: number;
  dueBy: number;
  metadata: Metadata;
  /** The debit of amount and fee. */
  withdrawn: string;
  /** The amount that came back when it was won; Stripe keeps its fee. */
  reinstated: string | null;
};

export type PayoutRecord = RecordBase & {
  amount: number;
  currency: string;
  status: 'pending' | 'paid' | 'failed' | 'canceled';
  automatic: boolean;
  arrivesOn: number;
  description: string | null;
  statementDescriptor: string | null;
  metadata: Metadata;
  balanceTransaction: string;
  failure: { code: string; message: string } | null;
  /** The movement that brought the money of a failed or cancelled payout back. */
  returned: string | null;
};

export type PersonRecord = {
  givenName: string;
  surname: string;
  line1: string;
  postalCode: string;
  city: string;
  birth: { year: number; month: number; day: number };
  ibanLast4: string;
};

export type LinkRecord = RecordBase & {
  target: string;
  purpose: 'account_onboarding' | 'account_update' | 'login';
  returnUrl: string | null;
  refreshUrl: string | null;
  expiresAt: number;
  used: boolean;
};

type EventBase = RecordBase & {
  /** Snapshot of the object, or the data of a thin event. */
  body: Record<string, unknown>;
  previous: Record<string, unknown> | null;
  request: { id: string | null; key: string | null };
  /** Id of the object the event is about. */
  subject: string;
};

export type SnapshotEventRecord = EventBase & { thin: false; type: Stripe.EventBase['type'] };
export type ThinEventRecord = EventBase & { thin: true; type: string };
export type EventRecord = SnapshotEventRecord | ThinEventRecord;
