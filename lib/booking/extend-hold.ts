import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { prolongHold } from '@/lib/availability/occupy-time';
import { extendHold as extend } from '@/lib/booking/rules/hold';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockBooking, updateHold } from './repository';
import type { BookingInput } from './schema';

/** Extends the client's hold by 15 minutes, once, while it runs. */
export async function extendHold(
  actor: Actor,
  { bookingId }: BookingInput,
): Promise<Result<{ heldUntil: Date }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    if (!booking || !can(actor, 'booking:extendHold', booking)) return err('common.notFound');
    if (booking.status !== 'held' || !booking.heldUntil) return err('booking.holdExpired');
    const next = extend({ heldUntil: booking.heldUntil, extendedAt: booking.holdExtendedAt }, now);
    if (!next.ok) return next;
    const { heldUntil, extendedAt } = next.value;
    if (!(await prolongHold(tx, booking.id, heldUntil))) return err('booking.holdExpired');
    if (!(await updateHold(tx, booking, { heldUntil, holdExtendedAt: extendedAt })))
      return err('booking.statusChanged');
    return ok({ heldUntil });
  });
}
