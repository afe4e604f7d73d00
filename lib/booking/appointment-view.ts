import { cancelTerms, isCancellable } from '@/lib/booking/rules/cancellation';
import { isOpenReschedule } from '@/lib/booking/rules/reschedule';
import { correcting, isCheckInOpen, marking, outcomes, sayUntil } from '@/lib/booking/rules/outcome';
import { isOpenProposal } from '@/lib/booking/rules/proposal';
import { isClosed } from '@/lib/booking/rules/status';
import { paidBefore } from '@/lib/payments/rules/payment-time';
import { type Standing, standingOf } from '@/lib/payments/rules/standing';
import { money, toCurrency } from '@/lib/shared/money';
import type { BookingView } from './types';

const nothing: Standing = { paid: 0, outstanding: 0, next: 'nothing' };

/**
 * Money that came and that is still to come from the client: all of it with the yes to a proposal; nothing while a request
 * is only authorised, and nothing once it is closed free.
 */
function standing(booking: BookingView, now: Date): Standing {
  const { priceAmount, payment } = booking;
  if (!payment) return nothing;
  const standing = standingOf(payment);
  return isOpenProposal(booking, now) ? { ...standing, outstanding: priceAmount - standing.paid } : standing;
}

/** What is on its way back to the client. */
function returning({ payment }: BookingView): number {
  return payment?.status === 'refunding' ? payment.paidAmount - payment.refundedAmount : 0;
}

/** The card was only reserved, and nothing was ever taken from it. */
function isReservationLifted({ status, priceAmount, payment, requestedAt }: BookingView): boolean {
  const isClosed = status === 'rejected' || status === 'cancelled';
  return isClosed && priceAmount > 0 && requestedAt !== null && payment?.status === 'none';
}

/** The other time that waits for an answer. */
function openReschedule({ status, reschedules: [proposal] }: BookingView, now: Date) {
  return status === 'accepted' && proposal && isOpenReschedule(proposal, now) ? proposal : null;
}

/** Ended by the provider once it had begun: nobody cancels then, they said that they did not come. */
function isProviderAbsent({ status, closedBy, closedAt, startsAt }: BookingView): boolean {
  const isByProvider = status === 'cancelled' && closedBy === 'provider';
  return isByProvider && closedAt !== null && closedAt >= startsAt;
}

/** What the provider can say of the session now, and until when: mark it, or correct what it counts as. */
function outcomeToSay(booking: BookingView, now: Date) {
  const marks = outcomes.filter((outcome) => marking(booking, outcome, now).ok);
  const corrections = outcomes.filter((outcome) => correcting(booking, outcome, now).ok);
  return { marks, corrections, until: sayUntil(booking) };
}

/** The state of a booking as its detail page shows it to either side. */
export function appointmentView(booking: BookingView, now: Date) {
  const amount = (value: number) => money(value, toCurrency(booking.currency));
  const { paid, outstanding, next } = standing(booking, now);
  return {
    price: amount(booking.priceAmount),
    paid: amount(paid),
    refunded: amount(booking.payment?.refundedAmount ?? 0),
    reserved: amount(booking.payment?.status === 'authorised' ? booking.priceAmount : 0),
    returning: amount(returning(booking)),
    isReservationLifted: isReservationLifted(booking),
    outstanding: amount(outstanding),
    /** What happens next to what is outstanding. */
    nextPayment: {
      kind: next,
      at: booking.payment?.chargeAt ?? null,
      mode: booking.paymentMode,
      paidBefore: paidBefore(booking.paymentMode, booking.status === 'accepted', booking.startsAt),
    },
    cancelTerms: cancelTerms(booking, now),
    canEnter: booking.status === 'accepted' && isCheckInOpen(booking, now),
    canCancel: booking.status === 'accepted' && isCancellable(booking.startsAt, now),
    canMove: booking.status === 'accepted' && now < booking.startsAt,
    reschedule: openReschedule(booking, now),
    canWithdraw: booking.status === 'pending',
    isProviderAbsent: isProviderAbsent(booking),
    outcome: outcomeToSay(booking, now),
    /** In person, over, and not marked yet; from then on it counts as having taken place. */
    isUnmarked: marking(booking, 'completed', now).ok,
    isProposal: isOpenProposal(booking, now),
    isOver: isClosed(booking.status),
  };
}
