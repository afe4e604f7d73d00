import { returnMoney } from '@/lib/payments/return-money';
import type { Tx } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import { changeStatus, type Mover } from './change-status';
import type { BookingRecord } from './types';

type Ending = { booking: BookingRecord; transition: 'abandon' | 'holdOver'; by: Mover; now: Date };

/** A hold ends unpaid, by its client or by time: the time is free at once and an open checkout ends with it. */
export async function endHold(tx: Tx, { booking, transition, by, now }: Ending): Promise<Result<undefined>> {
  const moved = await changeStatus(tx, { booking, transition, by, now });
  if (!moved.ok) return moved;
  await returnMoney(tx, { bookingId: booking.id, cause: 'holdOver', now });
  return ok();
}
