import { tieClient } from '@/lib/relationships/tie-client';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';
import type { Mover } from '../change-status';
import { findEvent } from '../repository';
import { type SeatTransition, seatMachine } from '../rules/status';
import type { SeatRecord } from '../types';
import { offerFreedSeats } from '../waiting/offer-freed-seats';
import { settleSeatEntry } from '../waiting/settle-seat-entry';
import { updateSeat } from './repository';

type Move = {
  seat: SeatRecord;
  transition: SeatTransition;
  by: Mover;
  now: Date;
  /** The event itself changes too, so that its pages are made anew anyway. */
  isPartOfEvent?: boolean;
  /** What else is written with the new status. */
  data?: Prisma.SeatUncheckedUpdateManyInput;
};

/**
 * The one way to a new status of a seat: the machine allows it, compare-and-set writes it, the audit log tells it. Whoever
 * has a seat is a client of the provider; one that is free again goes to the first who waits for it. The event's row is
 * locked by the caller, so that seats are counted one after the other. `event.statusChanged` when somebody was faster.
 */
export async function changeSeat(
  tx: Tx,
  { seat, transition, by, now, data, isPartOfEvent = false }: Move,
): Promise<Result<SeatRecord>> {
  const next = seatMachine.next(seat.status, transition, by.party);
  if (!next.ok) return next.error.code === 'common.conflict' ? err('event.statusChanged') : next;
  const status = next.value;
  const bookedAt = status === 'booked' ? now : seat.bookedAt;
  if (!(await updateSeat(tx, seat, { ...data, status, bookedAt }))) return err('event.statusChanged');
  await recordAudit(tx, {
    at: now,
    ...by,
    action: `seat.${transition}`,
    subjectType: 'seat',
    subjectId: seat.id,
    from: seat.status,
    to: status,
  });
  if (status === 'booked')
    await tieClient(tx, { providerId: seat.providerId, clientId: seat.clientId, since: now });
  await settleSeatEntry(tx, { seat: { ...seat, status }, by, now });
  const isFreed = status === 'expired' || status === 'cancelled';
  if (isFreed && !isPartOfEvent) await offerOn(tx, seat, now);
  if (!isPartOfEvent) await enqueue(tx, 'event.refresh', { eventId: seat.eventId });
  return ok({ ...seat, status, bookedAt, version: seat.version + 1 });
}

async function offerOn(tx: Tx, { eventId, clientId }: SeatRecord, now: Date): Promise<void> {
  const event = await findEvent(tx, eventId);
  if (event) await offerFreedSeats(tx, event, clientId, now);
}
