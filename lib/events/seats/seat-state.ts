import { cancelTerms, isCancellable } from '@/lib/booking/rules/cancellation';
import { money, toCurrency } from '@/lib/shared/money';
import { isRoomOpen } from '../rules/outcome';
import type { SeatState, SeatView } from '../types';

/** The state of a seat as its client sees it. */
export function seatState(seat: SeatView, now: Date): SeatState {
  const { status, payment, event } = seat;
  const amount = (value: number) => money(value, toCurrency(seat.currency));
  const isStanding = status === 'booked' && event.status === 'published';
  const paid = payment?.paidAmount ?? 0;
  const refunded = payment?.refundedAmount ?? 0;
  return {
    price: amount(seat.priceAmount),
    paid: amount(paid),
    refunded: amount(refunded),
    returning: amount(payment?.status === 'refunding' ? paid - refunded : 0),
    cancelTerms: cancelTerms(seat, now),
    canCancel: isStanding && isCancellable(event.startsAt, now),
    canEnter: isStanding && isRoomOpen(event, now),
  };
}
