import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { deliverPayment } from '@/lib/payments/deliver-payment';
import { returnMoney } from '@/lib/payments/return-money';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from '../change-status';
import { lockBooking } from '../repository';
import type { BookingInput } from '../schema';
import { tellParties } from '../tell-parties';
import { withdrawalOfBooking } from './withdrawal-rule';

/**
 * The client withdraws from the contract about a session or request, within the period and before it begins
 * (`booking.withdrawalOver`): it is cancelled and everything goes back, or the price stays due where the operator keeps the
 * late fee. The client has a receipt with date and time by mail, and the provider is told.
 */
export async function withdrawContract(
  actor: Actor,
  { bookingId }: BookingInput,
): Promise<Result<{ bookingId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:withdrawContract', booking)) return err('common.notFound');
    const isOpen = booking.status === 'pending' || booking.status === 'accepted';
    if (!isOpen) return err('booking.statusChanged');
    const withdrawal = withdrawalOfBooking(booking, now);
    if (!withdrawal) return err('booking.withdrawalOver');
    const moved = await changeStatus(tx, {
      booking,
      transition: 'withdrawContract',
      by: { party: 'client', accountId: actor.accountId },
      now,
      data: { closedAt: now, closedBy: 'client', withdrawnAt: now },
    });
    if (!moved.ok) return moved;
    if (withdrawal.effect === 'lateFee')
      await deliverPayment(tx, { bookingId, cause: 'lateCancel', endsAt: booking.endsAt, now });
    else await returnMoney(tx, { bookingId, cause: 'withdrawn', now });
    await tellParties(tx, bookingId, 'contractWithdrawn');
    return ok({ bookingId });
  });
}
