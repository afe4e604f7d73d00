import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { withdrawalNow } from '@/lib/booking/rules/withdrawal';
import { withdrawalRule } from '@/lib/booking/withdrawal/withdrawal-rule';
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

/**
 * The client withdraws from the contract about a seat, within the period and before the event begins
 * (`booking.withdrawalOver`): it is free for others and everything goes back, or is judged at the end as after a late
 * cancellation where the operator keeps the late fee. The client has a receipt with date and time by mail, and the host is
 * told. Where the minimum is still to be judged, that comes first.
 */
export async function withdrawSeat(
  actor: Actor,
  { seatId }: { seatId: string },
): Promise<Result<{ seatId: string; eventId: string }>> {
  const now = await clock();
  const withdraw = async (tx: Tx): Promise<Result<{ seatId: string; eventId: string }>> => {
    const found = await lockSeatWithEvent(tx, seatId);
    if (!found || !can(actor, 'seat:withdrawContract', found.seat)) return err('common.notFound');
    const { event } = found;
    await judgeIfOver(tx, event, now);
    const seat = (await findSeat(tx, seatId)) ?? found.seat;
    if (seat.status !== 'booked') return err('event.statusChanged');
    const withdrawal = withdrawalNow(seat, withdrawalRule(), now);
    if (!withdrawal) return err('booking.withdrawalOver');
    const isLate = withdrawal.effect === 'lateFee';
    const changed = await changeSeat(tx, {
      seat,
      transition: 'withdrawContract',
      by: { party: 'client', accountId: actor.accountId },
      now,
      data: { closedAt: now, closedBy: 'client', isLate, withdrawnAt: now },
    });
    if (!changed.ok) return changed;
    if (!isLate) await returnMoney(tx, { seatId, cause: 'withdrawn', now });
    await tellClient(tx, seatId, 'seatWithdrawn');
    await tellHost(tx, event.id, 'seatWithdrawn', seatId);
    return ok({ seatId, eventId: event.id });
  };
  return inTransaction(withdraw, { timeout: endingTimeout });
}
