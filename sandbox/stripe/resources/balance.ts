import type { Stripe } from 'stripe';
import { z } from 'zod';
import { currenciesOf, fundsOf } from '@/sandbox/stripe/balance';
import { missingObject } from '@/sandbox/stripe/errors';
import { none, paging, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import type { BalanceRecord } from '@/sandbox/stripe/records';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { defineRoute, type Route } from '@/sandbox/stripe/router';
import type { Store } from '@/sandbox/stripe/store';

const categories: Record<Exclude<BalanceRecord['type'], 'adjustment'>, string> = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
  payout: 'payout',
  payout_cancel: 'payout_reversal',
  payout_failure: 'payout_reversal',
  refund_failure: 'refund_failure',
  stripe_fee: 'fee',
};

/** Disputes are Stripe's adjustments: the debit, and its return when the dispute is won. */
function categoryOf(record: BalanceRecord): string {
  if (record.type !== 'adjustment') return categories[record.type];
  return record.amount < 0 ? 'dispute' : 'dispute_reversal';
}

export function renderBalanceTransaction(record: BalanceRecord, now: number): Stripe.BalanceTransaction {
  return {
    id: record.id,
    object: 'balance_transaction',
    amount: record.amount,
    available_on: record.availableOn,
    balance_type: 'payments',
    created: record.created,
    currency: record.currency,
    description: record.description,
    exchange_rate: null,
    fee: record.fee,
    fee_details:
      record.fee === 0
        ? []
        : [
            {
              amount: record.fee,
              application: null,
              currency: record.currency,
              description: record.type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: record.net,
    reporting_category: categoryOf(record),
    source: record.source,
    status: record.availableOn <= now ? 'available' : 'pending',
    type: record.type,
  };
}

export function renderBalance(store: Store, account: string | null, now: number): Stripe.Balance {
  const known = currenciesOf(store, account);
  const sums = (known.length === 0 ? ['eur'] : known).map((currency) => ({
    currency,
    funds: fundsOf(store, account, currency, now),
  }));
  return {
    object: 'balance',
    available: sums.map(({ currency, funds }) => ({
      amount: funds.available,
      currency,
      source_types: { card: funds.available },
    })),
    livemode: false,
    pending: sums.map(({ currency, funds }) => ({
      amount: funds.pending,
      currency,
      source_types: { card: funds.pending },
    })),
  };
}

const listInput = z.strictObject({
  ...paging,
  type: text.optional(),
  source: text.optional(),
  currency: text.optional(),
} satisfies ParamsOf<Stripe.BalanceTransactionListParams>);

export const balanceRoutes: Route[] = [
  defineRoute('GET', '/v1/balance', none, (call) => renderBalance(call.store, call.account, call.now)),
  defineRoute('GET', '/v1/balance_transactions', listInput, (call, _path, given) => {
    const page = call.store.balances.page({
      account: call.account,
      limit: given.limit,
      startingAfter: given.starting_after,
      endingBefore: given.ending_before,
      created: given.created,
      match: { type: given.type, source: given.source, currency: given.currency },
    });
    return renderList(page, '/v1/balance_transactions', (record) =>
      renderBalanceTransaction(record, call.now),
    );
  }),
  defineRoute('GET', '/v1/balance_transactions/:id', none, (call, path) => {
    const record = call.store.balances.find(path.id);
    if (record === undefined || record.account !== call.account) {
      throw missingObject('balance transaction', path.id);
    }
    return renderBalanceTransaction(record, call.now);
  }),
];
