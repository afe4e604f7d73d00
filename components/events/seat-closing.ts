import type { SeatState, SeatView } from '@/lib/events/types';

type Seat = Pick<SeatView, 'status' | 'isLate' | 'closedBy'> & {
  event: Pick<SeatView['event'], 'status' | 'ending'>;
};
type Sums = { [key in 'price' | 'paid' | 'refunded']: Pick<SeatState[key], 'amount'> };

/** What became of a seat, as the key of its words; whoever left late is told what depends on the event until that is settled. */
export function closingOf({ status, isLate, closedBy, event }: Seat, { price, paid, refunded }: Sums) {
  if (status === 'attended') return 'attended';
  if (status === 'absent') return price.amount === 0 ? 'absentFree' : 'absent';
  if (status !== 'cancelled') return null;
  if (closedBy !== 'client') return event.ending;
  const isReturned = paid.amount > 0 && refunded.amount >= paid.amount;
  const isSettled = isReturned || event.status === 'completed' || event.status === 'cancelled';
  return isLate && !isSettled ? 'late' : 'client';
}
