import type { Stripe } from 'stripe';
import type { Money } from '@/lib/shared/money';
import { idOf, toDate } from '@/lib/server/stripe/client';
import { attempt, type StripeOutcome } from '@/lib/server/stripe/outcome';

export type PayoutInput = {
  key: string;
  /** At most what the platform may call its own; Stripe itself only checks what is available. */
  amount: Money;
  metadata: Record<string, string>;
};

export type PayoutView = {
  id: string;
  /** `failed` also after `paid`: the bank may send it back days later, and the money is in the balance again. */
  status: 'pending' | 'paid' | 'failed' | 'canceled';
  amount: number;
  /** ISO code in upper case, as in `Money`. */
  currency: string;
  arrivesAt: Date;
  balanceTransactionId: string | null;
  /** The movement that brought the money of a failed payout back. */
  returnTransactionId: string | null;
  failureCode: string | null;
  metadata: Record<string, string>;
};

function toStatus(status: string): PayoutView['status'] {
  if (status === 'paid' || status === 'failed' || status === 'canceled') return status;
  return 'pending';
}

function toView(payout: Stripe.Payout): PayoutView {
  return {
    id: payout.id,
    status: toStatus(payout.status),
    amount: payout.amount,
    currency: payout.currency.toUpperCase(),
    arrivesAt: toDate(payout.arrival_date),
    balanceTransactionId: idOf(payout.balance_transaction),
    returnTransactionId: idOf(payout.failure_balance_transaction),
    failureCode: payout.failure_code,
    metadata: payout.metadata ?? {},
  };
}

export type PayoutVerbs = {
  /** Sends the platform's own money to its bank; `balanceInsufficient` when less is available. */
  payOutPlatform: (input: PayoutInput) => Promise<StripeOutcome<PayoutView>>;
  retrievePayout: (payoutId: string) => Promise<PayoutView>;
  /** The platform's payouts since an instant, newest first, to find one whose answer was lost. */
  listPayouts: (since: Date) => Promise<PayoutView[]>;
  /** Stops Stripe from paying the platform's balance out by itself: it holds money that is owed to providers. */
  keepPayoutsManual: (key: string) => Promise<void>;
};

export function payoutVerbs(client: Stripe): PayoutVerbs {
  return {
    payOutPlatform: ({ key, amount, metadata }) =>
      attempt(async () =>
        toView(
          await client.payouts.create(
            { amount: amount.amount, currency: amount.currency.toLowerCase(), metadata },
            { idempotencyKey: key },
          ),
        ),
      ),
    retrievePayout: async (payoutId) => toView(await client.payouts.retrieve(payoutId)),
    listPayouts: async (since) => {
      const payouts: PayoutView[] = [];
      const created = { gte: Math.floor(since.getTime() / 1000) };
      for await (const payout of client.payouts.list({ created, limit: 100 })) payouts.push(toView(payout));
      return payouts;
    },
    keepPayoutsManual: async (key) => {
      await client.balanceSettings.update(
        { payments: { payouts: { schedule: { interval: 'manual' } } } },
        { idempotencyKey: key },
      );
    },
  };
}
