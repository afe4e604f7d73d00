import { answerDeadline } from '@/lib/booking/rules/answer-deadline';
import type { Tx } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import { changeStatus, type Mover } from './change-status';
import { tellParties } from './tell-parties';
import type { BookingRecord } from './types';

/**
 * Paid, or nothing to pay: a held booking becomes pending (request) or accepted (instant). The same for an expired
 * one whose payment came late; then the time is taken anew, and the transaction aborts when it is taken by now.
 */
export async function confirmHeldBooking(
  tx: Tx,
  booking: BookingRecord,
  by: Mover,
  now: Date,
): Promise<Result<BookingRecord>> {
  const isLate = booking.status === 'expired';
  const isRequest = booking.confirmationMode === 'request';
  const moved = await changeStatus(tx, {
    booking,
    transition: isRequest
      ? isLate
        ? 'requestPaidLate'
        : 'requestPaid'
      : isLate
        ? 'confirmPaidLate'
        : 'confirmPaid',
    by,
    now,
    data: {
      requestedAt: now,
      ...(isRequest
        ? { answerBy: answerDeadline(now, booking.answerHours, booking.startsAt) }
        : { decidedAt: now }),
    },
  });
  if (!moved.ok) return moved;
  await tellParties(tx, booking.id, isRequest ? 'requested' : 'accepted');
  return ok(moved.value);
}
