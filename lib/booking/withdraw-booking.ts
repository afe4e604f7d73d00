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

/** The client takes a request back before it is answered, at no cost. */
export async function withdrawBooking(
  actor: Actor,
  { bookingId, reason }: ReasonInput,
): Promise<Result<{ bookingId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:withdraw', booking)) return err('common.notFound');
    const by = { party: 'client' as const, accountId: actor.accountId };
    const data = { closedAt: now, closedBy: 'client' as const, reason };
    const moved = await changeStatus(tx, { booking, transition: 'withdraw', by, now, data });
    if (!moved.ok) return moved;
    await returnMoney(tx, { bookingId, cause: 'withdrawn', now });
    await tellParties(tx, bookingId, 'withdrawn');
    return ok({ bookingId });
  });
}
