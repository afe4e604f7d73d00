import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isCancellable, isFreeToCancel } from '@/lib/booking/rules/cancellation';
import { returnMoney } from '@/lib/payments/return-money';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { endingTimeout } from '../end-event';
import { judgeIfOver } from '../judge-minimum';
import { tellClient, tellHost } from '../tell';
import { changeSeat } from './change-seat';
import { lockSeatWithEvent } from './lock-seat';
import { findSeat } from './repository';

export type CancelledSeat = { seatId: string; eventId: string; isFree: boolean };

/**
 * The client cancels a booked seat before the start. Until the deadline stored with the seat (that instant included)
 * everything goes back at once; later the price stays with us until the end, and is due if the event is held. The seat
 * is free for others either way. The minimum is that of the booking deadline: where it is still to be judged, that comes
 * first.
 */
export async function cancelSeat(
  actor: Actor,
  { seatId }: { seatId: string },
): Promise<Result<CancelledSeat>> {
  const now = await clock();
  const cancel = async (tx: Tx): Promise<Result<CancelledSeat>> => {
    const found = await lockSeatWithEvent(tx, seatId);
    if (!found || !can(actor, 'seat:cancel', found.seat)) return err('common.notFound');
    const { event } = found;
    await judgeIfOver(tx, event, now);
    const seat = (await findSeat(tx, seatId)) ?? found.seat;
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
  };
  return inTransaction(cancel, { timeout: endingTimeout });
}
