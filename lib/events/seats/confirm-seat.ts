import type { Tx } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import type { Mover } from '../change-status';
import { tellClient, tellHost } from '../tell';
import type { SeatRecord } from '../types';
import { changeSeat } from './change-seat';

/** Paid, in time or late while a seat was free, or nothing to pay: the seat is booked and both sides are told. */
export async function confirmSeat(
  tx: Tx,
  seat: SeatRecord,
  by: Mover,
  now: Date,
): Promise<Result<SeatRecord>> {
  const transition = seat.status === 'expired' ? 'confirmLate' : 'confirm';
  const moved = await changeSeat(tx, { seat, transition, by, now });
  if (!moved.ok) return moved;
  await tellClient(tx, seat.id, 'seatBooked');
  await tellHost(tx, seat.eventId, 'seatBooked', seat.id);
  return ok(moved.value);
}
