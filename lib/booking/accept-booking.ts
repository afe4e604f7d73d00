import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isAnswerable } from '@/lib/booking/rules/answer-deadline';
import { capturePayment } from '@/lib/payments/capture-payment';
import { planCharge } from '@/lib/payments/charges/plan-charge';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from './change-status';
import { lockBooking } from './repository';
import type { BookingInput } from './schema';
import { tellParties } from './tell-parties';

/** The provider says yes, before its answer time is over; the authorised money is captured after the commit. */
export async function acceptBooking(
  actor: Actor,
  { bookingId }: BookingInput,
): Promise<Result<{ bookingId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:accept', booking)) return err('common.notFound');
    if (booking.status === 'pending' && booking.answerBy && !isAnswerable(booking.answerBy, now))
      return err('booking.tooLate');
    const by = { party: 'provider' as const, accountId: actor.accountId };
    const moved = await changeStatus(tx, {
      booking,
      transition: 'accept',
      by,
      now,
      data: { decidedAt: now },
    });
    if (!moved.ok) return moved;
    await capturePayment(tx, { bookingId, now });
    await planCharge(tx, { bookingId, startsAt: booking.startsAt, now });
    await tellParties(tx, bookingId, 'accepted');
    return ok({ bookingId });
  });
}
