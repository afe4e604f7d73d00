import { isOutcomeDue, type Outcome, outcomeTransition } from '@/lib/booking/rules/outcome';
import { deliverPayment } from '@/lib/payments/deliver-payment';
import { returnMoney } from '@/lib/payments/return-money';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from './change-status';
import { lockBooking } from './repository';
import { tellParties } from './tell-parties';

/**
 * Writes what became of a session, as attendance tells it: completed and missed make the full price due, a provider
 * who never came gives everything back. Running it twice changes nothing; before it is due, `booking.notEnded`.
 */
export async function settleOutcome(
  bookingId: string,
  outcome: Outcome,
  now: Date,
): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking) return err('common.notFound');
    if (!isOutcomeDue(booking, now)) return err('booking.notEnded');
    const by = { party: 'system' as const, accountId: null };
    const data = { closedAt: now, closedBy: 'system' as const };
    const moved = await changeStatus(tx, { booking, transition: outcomeTransition[outcome], by, now, data });
    if (!moved.ok) return moved;
    if (outcome === 'providerNeverCame')
      await returnMoney(tx, { bookingId, cause: 'providerNeverCame', now });
    else await deliverPayment(tx, { bookingId, cause: outcome, endsAt: booking.endsAt, now });
    // In a room both know that it took place; in person the client hears what it counts as.
    if (outcome !== 'completed' || booking.channel === 'in_person') await tellParties(tx, bookingId, outcome);
    return ok();
  });
}
