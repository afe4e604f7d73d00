import {
  type CommissionMonth,
  type CommissionTerms,
  emptyMonth,
  reduceSplit,
  type Split,
  totalOf,
} from '@/lib/payments/rules/commission';
import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { entryE4 } from '@/lib/payments/rules/ledger';
import { entryReturned } from '@/lib/payments/rules/ledger-returns';
import { addMinutes } from '@/lib/shared/time';
import type { Money } from '../bookings/money';
import { seedId, seedStripeId } from '../seed-id';
import { type ClaimPlan, partTenths } from './plan';

type Earned = {
  split: Split;
  terms: CommissionTerms;
  monthOf: (at: Date) => string;
  months: Map<string, CommissionMonth>;
};

/** What a part gives back of a price. */
export const partOf = (price: number) => Math.floor((price * partTenths) / 10);

/**
 * What a claim does to money that was earned: frozen, given back in whole or part, or released. Returns what is left of
 * the split when it was released, and when; null while it is frozen, or gone.
 */
export function tellClaimMoney(
  money: Money,
  plan: ClaimPlan,
  earned: Earned,
): { split: Split; releasedAt: Date } | null {
  const { course, openedAt, answeredAt, closedAt } = plan;
  money.move('openClaim', openedAt, { claimedAt: openedAt }, 'client');
  const part = partOf(money.amount);
  if (course === 'part' && answeredAt) {
    giveBack(money, earned, { amount: part, at: answeredAt, by: 'provider', goesOn: true });
    return null;
  }
  if (course === 'refunded' && answeredAt) {
    giveBack(money, earned, { amount: money.amount, at: answeredAt, by: 'provider', goesOn: false });
    return null;
  }
  if (!closedAt) return null;
  if (course === 'decidedPart') {
    const split = giveBack(money, earned, { amount: part, at: closedAt, by: 'admin', goesOn: false });
    const releasedAt = addMinutes(money.data.claimUntil ? new Date(money.data.claimUntil) : closedAt, 1);
    book(money, split, releasedAt);
    money.move('release', releasedAt, { releasedAt });
    return { split, releasedAt };
  }
  book(money, earned.split, closedAt);
  const by = course === 'withdrawn' ? 'client' : course === 'accepted' ? 'system' : 'admin';
  money.move('declineClaim', closedAt, { claimedAt: null, releasedAt: closedAt }, by);
  return { split: earned.split, releasedAt: closedAt };
}

/** E4 */
function book(money: Money, { advisor }: Split, at: Date): void {
  const { currency } = money.story.offer.price;
  money.book(entryE4({ paymentId: money.id, currency, advisor }), at);
}

type GivingBack = { amount: number; at: Date; by: 'provider' | 'admin'; goesOn: boolean };

function giveBack(money: Money, earned: Earned, { amount, at, by, goesOn }: GivingBack): Split {
  const { story } = money;
  const { currency } = story.offer.price;
  const number = 1;
  const settledAt = addMinutes(at, 1);
  const id = seedStripeId('re', story.key);
  const balanceTransactionId = seedStripeId('txn', `refund/${story.key}`);
  money.move('refundClaim', at, goesOn ? {} : { claimedAt: null }, by);
  money.call('refund', idempotencyKey.refund(money.id, number), at, { number, amount });
  money.rows.refunds.push({
    id: seedId(`refund/${story.key}`),
    paymentId: money.id,
    number,
    amount,
    currency,
    cause: 'claim',
    status: 'succeeded',
    stripeRefundId: id,
    createdAt: at,
    checkedAt: settledAt,
    settledAt,
  });
  const month = earned.monthOf(settledAt);
  const reduced = reduceSplit(
    earned.split,
    totalOf(earned.split) - amount,
    earned.terms,
    earned.months.get(month) ?? emptyMonth,
  );
  earned.months.set(month, reduced.month);
  const isAll = totalOf(reduced.left) === 0;
  const { taken, left } = reduced;
  money.book(entryReturned({ balanceTransactionId, currency, taken, holder: 'AH', isAll }), settledAt);
  money.move(isAll ? 'refunded' : 'refundedInPart', settledAt, {
    refundedAmount: amount,
    commissionAmount: left.commission,
    commissionVat: left.vat,
    advisorAmount: left.advisor,
  });
  if (goesOn) money.move('openClaim', settledAt, {}, 'system', 'again');
  money.rows.sandbox.refunds.push({
    id,
    charge: money.charge,
    balanceTransaction: balanceTransactionId,
    created: settledAt.toISOString(),
    amount,
    metadata: { ...money.metadata, number: String(number) },
  });
  return left;
}
