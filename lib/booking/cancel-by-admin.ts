import { returnMoney } from '@/lib/payments/return-money';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from './change-status';
import { lockBooking } from './repository';
import { tellParties } from './tell-parties';

/**
 * A request or session ahead of a provider whose account was closed by an admin: everything paid goes back, and both are
 * told. One that has begun meanwhile, or ended another way, stays as it is.
 */
export function cancelByAdmin(
  bookingId: string,
  { adminId, now }: { adminId: string; now: Date },
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking) return err('common.notFound');
    if (booking.startsAt <= now) return err('booking.alreadyStarted');
    const moved = await changeStatus(tx, {
      booking,
      transition: 'cancelByAdmin',
      by: { party: 'admin', accountId: adminId },
      now,
      data: { closedAt: now, closedBy: 'admin' },
    });
    if (!moved.ok) return moved;
    await returnMoney(tx, { bookingId, cause: 'providerCancelled', now });
    await tellParties(tx, bookingId, 'cancelledByProvider');
    return ok();
  });
}
