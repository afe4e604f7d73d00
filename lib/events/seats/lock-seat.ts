import type { Tx } from '@/lib/server/db/client';
import { findSeat, lockSeat } from './repository';
import { lockEvent } from '../repository';
import type { EventRecord, SeatRecord } from '../types';

/** A seat with its event, both kept from changing until the transaction ends: always the event first. */
export async function lockSeatWithEvent(
  tx: Tx,
  seatId: string,
): Promise<{ seat: SeatRecord; event: EventRecord } | null> {
  const found = await findSeat(tx, seatId);
  const event = found && (await lockEvent(tx, found.eventId));
  const seat = event && (await lockSeat(tx, seatId));
  return event && seat ? { seat, event } : null;
}
