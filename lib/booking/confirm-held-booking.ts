import { answerDeadline } from '@/lib/booking/rules/answer-deadline';
import type { BookingTransition } from '@/lib/booking/rules/status';
import { planCharge } from '@/lib/payments/charges/plan-charge';
import type { Tx } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import { changeStatus, type Mover } from './change-status';
import { tellParties } from './tell-parties';
import type { BookingRecord } from './types';

function transitionOf({ status, confirmationMode }: BookingRecord): BookingTransition {
  if (status === 'proposed') return 'acceptProposal';
  const isLate = status === 'expired';
  if (confirmationMode === 'request') return isLate ? 'requestPaidLate' : 'requestPaid';
  return isLate ? 'confirmPaidLate' : 'confirmPaid';
}

/**
 * Paid, or nothing to pay: a held booking becomes pending (request) or accepted (instant), a proposal accepted. The same
 * for an expired one whose payment came late; then the time is taken anew, and the transaction aborts when it is taken
 * by now.
 */
export async function confirmHeldBooking(
  tx: Tx,
  booking: BookingRecord,
  by: Mover,
  now: Date,
): Promise<Result<BookingRecord>> {
  const isRequest = booking.confirmationMode === 'request';
  const moved = await changeStatus(tx, {
    booking,
    transition: transitionOf(booking),
    by,
    now,
    data: {
      requestedAt: now,
      closedAt: null,
      closedBy: null,
      ...(isRequest
        ? { answerBy: answerDeadline(now, booking.answerHours, booking.startsAt) }
        : { decidedAt: now }),
    },
  });
  if (!moved.ok) return moved;
  if (moved.value.status === 'accepted')
    await planCharge(tx, { bookingId: booking.id, startsAt: booking.startsAt, now });
  await tellParties(tx, booking.id, isRequest ? 'requested' : 'accepted');
  return ok(moved.value);
}
