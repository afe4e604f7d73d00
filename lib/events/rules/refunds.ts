import { type Money, money } from '@/lib/shared/money';

type Paid = {
  readonly status: 'booked' | 'attended' | 'absent' | 'cancelled';
  /** Cancelled after the free time: the money is still there. */
  readonly isLate: boolean;
  readonly paid: Money;
  readonly refunded: Money;
};

/**
 * What goes back when the event is cancelled now: to how many, and how much in all. Whoever cancelled late is among them;
 * whose money is on its way back already is not.
 */
export function refundsOf(
  participants: readonly Paid[],
  currency: Money['currency'],
): { count: number; amount: Money } {
  const owed = participants.filter(
    ({ status, isLate, paid, refunded }) =>
      (status !== 'cancelled' || isLate) && paid.amount > refunded.amount,
  );
  const amount = owed.reduce((sum, { paid, refunded }) => sum + paid.amount - refunded.amount, 0);
  return { count: owed.length, amount: money(amount, currency) };
}
