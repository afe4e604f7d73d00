import type { AccountActor } from '@/lib/access/actor';
import {
  type OrderWithdrawal,
  type Withdrawal,
  withdrawalNow,
  withdrawalOfOrder,
} from '@/lib/booking/rules/withdrawal';
import { withdrawalRule } from '@/lib/booking/withdrawal/withdrawal-rule';
import { loadComingSeats, loadSeat } from './loaders';
import type { SeatView } from '../types';
import { now as clock } from '@/lib/server/clock';

type Withdrawable<W> = { seat: SeatView; withdrawal: W };

/** Seats of the client that can be withdrawn from now, the next start first. */
export async function loadWithdrawableSeats(actor: AccountActor): Promise<Withdrawable<Withdrawal>[]> {
  const rule = withdrawalRule();
  if (!rule.isOn) return [];
  const now = await clock();
  return (await loadComingSeats(actor)).flatMap(({ seat }) => {
    const withdrawal = withdrawalNow(seat, rule, now);
    return withdrawal ? [{ seat, withdrawal }] : [];
  });
}

/** The client's own seat with what withdrawing from it now would mean (null: not possible); null for any other. */
export async function loadWithdrawableSeat(
  actor: AccountActor,
  seatId: string,
): Promise<(Withdrawable<Withdrawal | null> & { orderedAt: Date }) | null> {
  const loaded = await loadSeat(actor, seatId);
  if (!loaded?.seat.orderedAt || loaded.seat.status === 'held') return null;
  const { seat, now } = loaded;
  const { orderedAt } = loaded.seat;
  const withdrawal = seat.status === 'booked' ? withdrawalNow(seat, withdrawalRule(), now) : null;
  return { seat, orderedAt, withdrawal };
}

/** The right of withdrawal of a seat that would be ordered now. */
export async function loadWithdrawalOfOrder(seat: SeatView): Promise<OrderWithdrawal | null> {
  return withdrawalOfOrder(seat, withdrawalRule(), await clock());
}
