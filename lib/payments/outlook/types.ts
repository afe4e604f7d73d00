import type { NextPayout } from '@/lib/payments/rules/next-payout';
import type { PayoutSchedule } from '@/lib/payments/rules/payout';
import type { RequirementTopic } from '@/lib/payments/rules/requirement-topic';
import type { WaitingStage } from '@/lib/payments/rules/waiting-payout';
import type { Currency } from '@/lib/shared/money';

/** Whether money can be paid out: nothing begun, details missing, or ready. Told by webhooks alone. */
export type PayoutAccount = 'none' | 'incomplete' | 'ready';

/** What keeps money from being paid out. */
export type Obstacle = 'suspended' | 'account' | 'tax' | 'checking' | 'paying';

/**
 * Something that a provider owes: of which session or event, what is left of it, of that what payouts that begin now can
 * still be lowered by, and from when.
 */
export type DebtView = {
  id: string;
  kind: 'refund' | 'dispute' | 'offline_commission' | 'cancellation_fee';
  clientName: string;
  /** When the session or event starts. */
  startsAt: Date;
  left: number;
  open: number;
  dueAt: Date;
};

/** How and when a provider is paid. Amounts in minor units. */
export type PayoutOutlook = {
  account: PayoutAccount;
  /** What the payment service still wants to know. */
  requirements: RequirementTopic[];
  obstacles: Obstacle[];
  /** What is earned waits for details: how long it has, and when sales stop and money begins to go back. */
  waiting: { stage: WaitingStage; areSalesStopped: boolean; stopsAt: Date; returnsAt: Date } | null;
  schedule: { chosen: PayoutSchedule | null; usual: PayoutSchedule; threshold: number };
  offlinePaymentUrl: string | null;
  /** What is being transferred just now. */
  underWay: number;
  next: NextPayout | null;
  debts: DebtView[];
  /** What can be paid of them by card just now; 0 while that is too little, or all is taken care of. */
  payableDebt: number;
  currency: Currency;
};
