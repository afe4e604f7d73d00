import { returnMoney } from '@/lib/payments/return-money';
import type { Tx } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import type { Mover } from '../change-status';
import type { SeatRecord } from '../types';
import { changeSeat } from './change-seat';

type Ending = { seat: SeatRecord; transition: 'abandon' | 'holdOver'; by: Mover; now: Date };

/** A hold ends unpaid, by its client or by time: the seat is free at once and an open checkout ends with it. */
export async function endSeatHold(tx: Tx, ending: Ending): Promise<Result<undefined>> {
  const moved = await changeSeat(tx, ending);
  if (!moved.ok) return moved;
  await returnMoney(tx, { seatId: ending.seat.id, cause: 'holdOver', now: ending.now });
  return ok();
}
