import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { correcting, type Outcome } from '@/lib/booking/rules/outcome';
import { isStillHeld, takeBackMoney } from '@/lib/payments/return-money';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from './change-status';
import { lockBooking } from './repository';
import type { OutcomeInput } from './schema';
import { type BookingNews, tellParties } from './tell-parties';

const news = {
  completed: 'correctedToCompleted',
  missed: 'correctedToMissed',
  providerNeverCame: 'notHeld',
} as const satisfies Record<Outcome, BookingNews>;

/**
 * The provider corrects what a session counts as, until exactly 24 h after its end. Between took place and missed no
 * money moves: both earn the full price, once. That they did not come themselves gives everything back, while it is
 * held: `payment.notHeld` when a claim or the bank has it by now, or the commission on what was paid outside is settled.
 */
export async function correctOutcome(
  actor: Actor,
  { bookingId, outcome }: OutcomeInput,
): Promise<Result<{ bookingId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:correctOutcome', booking)) return err('common.notFound');
    const transition = correcting(booking, outcome, now);
    if (!transition.ok) return transition;
    const isReturned = outcome === 'providerNeverCame';
    if (isReturned && !(await isStillHeld(tx, bookingId))) return err('payment.notHeld');
    const moved = await changeStatus(tx, {
      booking,
      transition: transition.value,
      by: { party: 'provider', accountId: actor.accountId },
      now,
      data: { closedAt: now, closedBy: 'provider' },
    });
    if (!moved.ok) return moved;
    if (isReturned) await takeBackMoney(tx, { bookingId, cause: outcome, now });
    await tellParties(tx, bookingId, news[outcome]);
    return ok({ bookingId });
  });
}
