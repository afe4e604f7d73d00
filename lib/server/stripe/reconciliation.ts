import type { Stripe } from 'stripe';
import { idOf, toDate } from '@/lib/server/stripe/client';
import { isUnknownTo } from '@/lib/server/stripe/outcome';
import { toWebhookEvent, type WebhookEvent } from '@/lib/server/stripe/webhook-event';

export type BalanceView = { currency: string; available: number; pending: number };

export type BalanceLine = {
  id: string;
  type: string;
  amount: number;
  fee: number;
  net: number;
  currency: string;
  createdAt: Date;
  availableAt: Date;
  /** Charge, refund, transfer or reversal it belongs to. */
  sourceId: string | null;
};

export type ReconciliationVerbs = {
  /** Events since an instant, oldest first; `undelivered` asks only for those the app never confirmed. */
  listEvents: (input: { since: Date; undelivered: boolean }) => Promise<WebhookEvent[]>;
  /** The platform's own balance, by currency (upper case). */
  balance: () => Promise<BalanceView[]>;
  /** One movement by its id; null when there is none. */
  findBalanceTransaction: (id: string) => Promise<BalanceLine | null>;
  /** Every movement of the platform's balance since an instant, newest first, page by page. */
  listBalanceTransactions: (input: { since?: Date }) => AsyncGenerator<BalanceLine>;
};

/** A movement of the balance in our words. */
export function toLine(line: Stripe.BalanceTransaction): BalanceLine {
  return {
    id: line.id,
    type: line.type,
    amount: line.amount,
    fee: line.fee,
    net: line.net,
    currency: line.currency.toUpperCase(),
    createdAt: toDate(line.created),
    availableAt: toDate(line.available_on),
    sourceId: idOf(line.source),
  };
}

function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

function sum(entries: readonly { amount: number; currency: string }[], currency: string): number {
  return entries
    .filter((entry) => entry.currency === currency)
    .reduce((total, entry) => total + entry.amount, 0);
}

export function reconciliationVerbs(client: Stripe): ReconciliationVerbs {
  return {
    listEvents: async ({ since, undelivered }) => {
      const events: WebhookEvent[] = [];
      const pages = client.events.list({
        created: { gte: toSeconds(since) },
        limit: 100,
        ...(undelivered ? { delivery_success: false } : {}),
      });
      for await (const event of pages) events.push(toWebhookEvent(event));
      return events.reverse();
    },
    balance: async () => {
      const { available, pending } = await client.balance.retrieve();
      const currencies = new Set([...available, ...pending].map((entry) => entry.currency));
      return [...currencies].map((currency) => ({
        currency: currency.toUpperCase(),
        available: sum(available, currency),
        pending: sum(pending, currency),
      }));
    },
    findBalanceTransaction: async (id) => {
      try {
        return toLine(await client.balanceTransactions.retrieve(id));
      } catch (error) {
        if (!isUnknownTo(error, 'id')) throw error;
        return null;
      }
    },
    listBalanceTransactions: async function* ({ since }) {
      const pages = client.balanceTransactions.list({
        limit: 100,
        ...(since === undefined ? {} : { created: { gte: toSeconds(since) } }),
      });
      for await (const line of pages) yield toLine(line);
    },
  };
}
