import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isCancellable, isFreeToCancel } from '@/lib/booking/rules/cancellation';
import { returnMoney } from '@/lib/payments/return-money';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { tellClient, tellHost } from '../tell';
import { changeSeat } from './change-seat';
import { lockSeatWithEvent } from './lock-seat';

export type CancelledSeat = { seatId: string; eventId: string; isFree: boolean };

/**
 * The client cancels a booked seat before the start. Until the deadline stored with the seat (that instant included)
 * everything goes back at once; later the price stays with us until the end, and is due if the event is held. The seat
 * is free for others either way; a minimum that was reached at the booking deadline is not judged again.
 */
export async function cancelSeat(
  actor: Actor,
  { seatId }: { seatId: string },
): Promise<Result<CancelledSeat>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const found = await lockSeatWithEvent(tx, seatId);
    if (!found || !can(actor, 'seat:cancel', found.seat)) return err('common.notFound');
    const { seat, event } = found;
    if (seat.status === 'booked' && !isCancellable(event.startsAt, now)) return err('booking.alreadyStarted');
    const isFree = seat.priceAmount === 0 || isFreeToCancel(seat.freeCancelUntil, now);
    const changed = await changeSeat(tx, {
      seat,
      transition: isFree ? 'cancelFree' : 'cancelLate',
      by: { party: 'client', accountId: actor.accountId },
      now,
      data: { closedAt: now, closedBy: 'client', isLate: !isFree },
    });
    if (!changed.ok) return changed;
    if (isFree) await returnMoney(tx, { seatId, cause: 'freeCancel', now });
    const news = isFree ? 'seatCancelled' : 'seatCancelledLate';
    await tellClient(tx, seatId, news);
    await tellHost(tx, event.id, news, seatId);
    return ok({ seatId, eventId: event.id, isFree });
  });
}
