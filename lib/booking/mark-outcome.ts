import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { marking, type Outcome } from '@/lib/booking/rules/outcome';
import { deliverPayment } from '@/lib/payments/deliver-payment';
import { returnMoney } from '@/lib/payments/return-money';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from './change-status';
import { lockBooking } from './repository';
import type { OutcomeInput } from './schema';
import { type BookingNews, tellParties } from './tell-parties';

/** What both sides hear when the provider says it. */
export const newsOfOutcome = {
  completed: 'completed',
  missed: 'missed',
  providerNeverCame: 'notHeld',
} as const satisfies Record<Outcome, BookingNews>;

/**
 * The provider says what became of a session in person, from its end until exactly 24 h after it: it took place or the
 * client did not come (the full price is due), or it did not take place because of the provider (everything goes back).
 */
export async function markOutcome(
  actor: Actor,
  { bookingId, outcome }: OutcomeInput,
): Promise<Result<{ bookingId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:markOutcome', booking)) return err('common.notFound');
    const transition = marking(booking, outcome, now);
    if (!transition.ok) return transition;
    const moved = await changeStatus(tx, {
      booking,
      transition: transition.value,
      by: { party: 'provider', accountId: actor.accountId },
      now,
      data: { closedAt: now, closedBy: 'provider' },
    });
    if (!moved.ok) return moved;
    if (outcome === 'providerNeverCame') await returnMoney(tx, { bookingId, cause: outcome, now });
    else await deliverPayment(tx, { bookingId, cause: outcome, endsAt: booking.endsAt, now });
    await tellParties(tx, bookingId, newsOfOutcome[outcome]);
    return ok({ bookingId });
  });
}
