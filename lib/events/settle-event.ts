import { deliverPayment } from '@/lib/payments/deliver-payment';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeEventStatus } from './change-status';
import { endEvent, endingTimeout } from './end-event';
import { lockEvent } from './repository';
import { changeSeat } from './seats/change-seat';
import { listLateSeats, listSeatsOfEvent } from './seats/repository';
import { tellClient } from './tell';
import type { EventRecord } from './types';

export { listEnded as listEndedEvents } from './repository';

export type EventOutcome = { hasHostCome: boolean; hasAttended: (clientId: string) => boolean };

const by = { party: 'system' as const, accountId: null };

/**
 * Writes what became of an event, as attendance tells it. Held: the price is due for every seat, those that were empty or
 * cancelled late included. The host did not come: nobody is charged. Running it twice changes nothing; before the end,
 * `booking.notEnded`.
 */
export function settleEvent(eventId: string, outcome: EventOutcome, now: Date): Promise<Result<undefined>> {
  const settle = async (tx: Tx) => {
    const event = await lockEvent(tx, eventId);
    if (!event) return err('common.notFound');
    if (now < event.endsAt) return err('booking.notEnded');
    if (event.status !== 'published') return err('event.statusChanged');
    if (!outcome.hasHostCome) return endEvent(tx, { event, ending: 'host_absent', by, now });
    return completeEvent(tx, event, outcome, now);
  };
  return inTransaction(settle, { timeout: endingTimeout });
}

async function completeEvent(
  tx: Tx,
  event: EventRecord,
  { hasAttended }: EventOutcome,
  now: Date,
): Promise<Result<undefined>> {
  const { id, endsAt } = event;
  const data = { closedAt: now };
  const moved = await changeEventStatus(tx, { event, transition: 'complete', by, now, data });
  if (!moved.ok) return moved;
  for (const seat of await listSeatsOfEvent(tx, id, ['booked'])) {
    const transition = hasAttended(seat.clientId) ? 'attend' : 'miss';
    const closed = { closedAt: now, closedBy: 'system' as const };
    const changed = await changeSeat(tx, { seat, transition, by, now, data: closed, isPartOfEvent: true });
    if (!changed.ok) throw new Error(`event ${id} was held, seat ${seat.id}: ${changed.error.code}`);
    await deliverPayment(tx, { seatId: seat.id, cause: 'eventHeld', endsAt, now });
    if (transition === 'miss') await tellClient(tx, seat.id, 'absent');
  }
  for (const { id: seatId } of await listLateSeats(tx, id))
    await deliverPayment(tx, { seatId, cause: 'lateCancel', endsAt, now });
  return ok();
}
