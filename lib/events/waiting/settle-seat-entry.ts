import { moveEntry } from '@/lib/booking/waiting/move-entry';
import type { Tx } from '@/lib/server/db/client';
import type { Mover } from '../change-status';
import type { SeatStatus } from '../rules/status';
import { lockSeatEntry } from './repository';

type Settled = { entryId: string; status: SeatStatus; by: Mover; now: Date };

const system = { party: 'system' as const, accountId: null };

/**
 * What an offered seat means for the wait that it answers: booked ends it as booked; let go or not answered in time, it
 * ends too, since there is nothing else to wait for. What becomes of the seat later does not reach it.
 */
export async function settleSeatEntry(tx: Tx, { entryId, status, by, now }: Settled): Promise<void> {
  if (status !== 'booked' && status !== 'expired') return;
  const entry = await lockSeatEntry(tx, entryId);
  if (entry?.status !== 'offered') return;
  const who = by.party === 'client' ? { party: 'client' as const, accountId: by.accountId } : system;
  if (status === 'booked') {
    await need(moveEntry(tx, { entry, transition: 'take', by: who, now }));
    return;
  }
  const passed = await need(moveEntry(tx, { entry, transition: 'pass', by: who, now }));
  await need(moveEntry(tx, { entry: { ...entry, status: passed }, transition: 'end', by: system, now }));
}

async function need(moving: ReturnType<typeof moveEntry>) {
  const moved = await moving;
  if (!moved.ok) throw new Error(`waiting for a seat: ${moved.error.code}`);
  return moved.value.status;
}
