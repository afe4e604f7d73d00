import type { Stripe } from 'stripe';
import { idOf } from '@/lib/server/stripe/client';
import { attempt, type StripeOutcome } from '@/lib/server/stripe/outcome';

export type RefundView = {
  id: string;
  /**
   * `pending` while the platform's balance is too low; Stripe pays it later by itself. `failed` also after it had
   * succeeded, when the client's bank sends it back: then `returnTransactionId` says where the money is.
   */
  status: 'succeeded' | 'pending' | 'failed';
  amount: number;
  /** ISO code in upper case, as in `Money`. */
  currency: string;
  chargeId: string | null;
  intentId: string | null;
  balanceTransactionId: string | null;
  /** What went wrong, in Stripe's word (`lost_or_stolen_card`); null unless it failed. */
  failureReason: string | null;
  /** The movement that brought the money back when the refund failed after it had succeeded; null otherwise. */
  returnTransactionId: string | null;
  metadata: Record<string, string>;
};

export type RefundInput = {
  key: string;
  intentId: string;
  /** Minor units; all that is left when absent. */
  amount?: number;
  metadata: Record<string, string>;
};

function toStatus(status: string | null): RefundView['status'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

function toView(refund: Stripe.Refund): RefundView {
  return {
    id: refund.id,
    status: toStatus(refund.status),
    amount: refund.amount,
    currency: refund.currency.toUpperCase(),
    chargeId: idOf(refund.charge),
    intentId: idOf(refund.payment_intent),
    balanceTransactionId: idOf(refund.balance_transaction),
    failureReason: refund.failure_reason ?? null,
    returnTransactionId: idOf(refund.failure_balance_transaction),
    metadata: refund.metadata ?? {},
  };
}

export type RefundVerbs = {
  /** Gives money back to the card. Never touches a transfer: that is a reversal of its own. */
  refund: (input: RefundInput) => Promise<StripeOutcome<RefundView>>;
  retrieveRefund: (refundId: string) => Promise<RefundView>;
  /** The refunds of one payment, to find one whose answer was lost. */
  listRefunds: (intentId: string) => Promise<RefundView[]>;
};

export function refundVerbs(client: Stripe): RefundVerbs {
  return {
    refund: (input) =>
      attempt(async () =>
        toView(
          await client.refunds.create(
            {
              payment_intent: input.intentId,
              ...(input.amount === undefined ? {} : { amount: input.amount }),
              metadata: input.metadata,
            },
            { idempotencyKey: input.key },
          ),
        ),
      ),
    retrieveRefund: async (refundId) => toView(await client.refunds.retrieve(refundId)),
    listRefunds: async (intentId) => {
      const refunds: RefundView[] = [];
      for await (const refund of client.refunds.list({ payment_intent: intentId, limit: 100 }))
        refunds.push(toView(refund));
      return refunds;
    },
  };
}
