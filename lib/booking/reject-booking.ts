import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { returnMoney } from '@/lib/payments/return-money';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from './change-status';
import { lockBooking } from './repository';
import type { ReasonInput } from './schema';
import { tellParties } from './tell-parties';

/** The provider says no, with or without a reason: the time is free, the authorised money is let go. */
export async function rejectBooking(
  actor: Actor,
  { bookingId, reason }: ReasonInput,
): Promise<Result<{ bookingId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:reject', booking)) return err('common.notFound');
    const by = { party: 'provider' as const, accountId: actor.accountId };
    const data = { decidedAt: now, closedAt: now, closedBy: 'provider' as const, reason };
    const moved = await changeStatus(tx, { booking, transition: 'reject', by, now, data });
    if (!moved.ok) return moved;
    await returnMoney(tx, { bookingId, cause: 'rejected', now });
    await tellParties(tx, bookingId, 'rejected');
    return ok({ bookingId });
  });
}
