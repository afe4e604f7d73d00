import { returnMoney } from '@/lib/payments/return-money';
import type { Tx } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import { changeEventStatus, type Mover } from './change-status';
import { endingTransition, type EventEnding } from './rules/status';
import { changeSeat } from './seats/change-seat';
import { listLateSeats, listSeatsOfEvent } from './seats/repository';
import { type EventNews, tellClient, tellHost } from './tell';
import type { EventRecord, SeatRecord } from './types';

const news = {
  by_host: 'cancelled',
  below_minimum: 'belowMinimum',
  host_absent: 'hostAbsent',
} as const satisfies Record<EventEnding, EventNews>;

const causes = {
  by_host: 'providerCancelled',
  below_minimum: 'eventNotHeld',
  host_absent: 'eventNotHeld',
} as const;

/** A thousand seats, each with its money and its mail, take half a minute. */
export const endingTimeout = 120_000;

type Ending = { event: EventRecord; ending: EventEnding; by: Mover; now: Date };

/**
 * An event ends without having taken place: everything that was paid for it goes back, late cancellations included,
 * checkouts that are open end, and everybody is told. Its row is locked by the caller.
 */
export async function endEvent(tx: Tx, { event, ending, by, now }: Ending): Promise<Result<undefined>> {
  const data = { closedAt: now, ending };
  const moved = await changeEventStatus(tx, { event, transition: endingTransition[ending], by, now, data });
  if (!moved.ok) return moved;
  const late = await listLateSeats(tx, event.id);
  for (const seat of await listSeatsOfEvent(tx, event.id, ['held', 'booked'])) {
    const isHeld = seat.status === 'held';
    const transition = isHeld ? 'holdOver' : 'eventCancelled';
    const closed = isHeld ? {} : { closedAt: now, closedBy: by.party };
    const changed = await changeSeat(tx, { seat, transition, by, now, data: closed, isPartOfEvent: true });
    if (!changed.ok) throw new Error(`event ${event.id} ends, seat ${seat.id}: ${changed.error.code}`);
    await returnMoney(tx, { seatId: seat.id, cause: isHeld ? 'holdOver' : causes[ending], now });
    if (!isHeld) await tellClient(tx, seat.id, news[ending]);
  }
  await returnLate(tx, late, ending, now);
  await tellHost(tx, event.id, news[ending]);
  return ok();
}

/** Who cancelled late had nothing back so far. */
async function returnLate(tx: Tx, seats: SeatRecord[], ending: EventEnding, now: Date): Promise<void> {
  for (const { id: seatId } of seats) {
    await returnMoney(tx, { seatId, cause: causes[ending], now });
    await tellClient(tx, seatId, news[ending]);
  }
}
