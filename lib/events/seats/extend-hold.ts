import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { extendSeatHold } from '../rules/seats';
import { lockSeatWithEvent } from './lock-seat';
import { updateSeat } from './repository';

/** Extends the client's hold by 15 minutes, once, while it runs; not beyond the start. */
export async function extendHold(
  actor: Actor,
  { seatId }: { seatId: string },
): Promise<Result<{ seatId: string; heldUntil: Date }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const found = await lockSeatWithEvent(tx, seatId);
    if (!found || !can(actor, 'seat:pay', found.seat)) return err('common.notFound');
    const { seat, event } = found;
    if (seat.status !== 'held' || !seat.heldUntil) return err('booking.holdExpired');
    const hold = { heldUntil: seat.heldUntil, extendedAt: seat.holdExtendedAt };
    const next = extendSeatHold(hold, event.startsAt, now);
    if (!next.ok) return next;
    const { heldUntil, extendedAt } = next.value;
    if (!(await updateSeat(tx, seat, { heldUntil, holdExtendedAt: extendedAt })))
      return err('event.statusChanged');
    return ok({ seatId, heldUntil });
  });
}
