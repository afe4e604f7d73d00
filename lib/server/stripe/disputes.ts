import type { Stripe } from 'stripe';
import { idOf, toDate } from '@/lib/server/stripe/client';
import { type BalanceLine, toLine } from '@/lib/server/stripe/reconciliation';

/**
 * `open` while the bank has not decided; the two ends are `won` and `lost`. Inquiries, which move no money, are
 * `open` and then `won`.
 */
export type DisputeStatus = 'open' | 'won' | 'lost';

export type DisputeView = {
  id: string;
  status: DisputeStatus;
  /** What the bank took, in minor units; may be less than the charge. */
  amount: number;
  /** ISO code in upper case, as in `Money`. */
  currency: string;
  /** Stripe's word, such as `fraudulent`. */
  reason: string;
  chargeId: string | null;
  intentId: string | null;
  createdAt: Date;
  /** Evidence is taken until then. */
  evidenceDueAt: Date | null;
  /**
   * What it moved so far: the debit (amount negative, fee positive, `net` both) and, when won, the return of the
   * amount without the fee. Oldest first.
   */
  movements: BalanceLine[];
};

function toStatus(status: Stripe.Dispute.Status): DisputeStatus {
  if (status === 'won' || status === 'warning_closed' || status === 'prevented') return 'won';
  return status === 'lost' ? 'lost' : 'open';
}

function toView(dispute: Stripe.Dispute): DisputeView {
  const due = dispute.evidence_details.due_by;
  return {
    id: dispute.id,
    status: toStatus(dispute.status),
    amount: dispute.amount,
    currency: dispute.currency.toUpperCase(),
    reason: dispute.reason,
    chargeId: idOf(dispute.charge),
    intentId: idOf(dispute.payment_intent),
    createdAt: toDate(dispute.created),
    evidenceDueAt: due === null ? null : toDate(due),
    movements: dispute.balance_transactions.map(toLine).reverse(),
  };
}

export type DisputeVerbs = {
  retrieveDispute: (disputeId: string) => Promise<DisputeView>;
  /** The disputes of one payment, newest first. */
  listDisputes: (intentId: string) => Promise<DisputeView[]>;
};

export function disputeVerbs(client: Stripe): DisputeVerbs {
  return {
    retrieveDispute: async (disputeId) => toView(await client.disputes.retrieve(disputeId)),
    listDisputes: async (intentId) => {
      const disputes: DisputeView[] = [];
      for await (const dispute of client.disputes.list({ payment_intent: intentId, limit: 100 })) {
        disputes.push(toView(dispute));
      }
      return disputes;
    },
  };
}
