import { freeTime, moveTime, occupyTime } from '@/lib/availability/occupy-time';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';
import { updateEvent } from './repository';
import { type EventParty, type EventTransition, eventMachine } from './rules/status';
import type { EventRecord } from './types';

export type Mover = { party: EventParty; accountId: string | null };

type Move = {
  event: EventRecord;
  transition: EventTransition;
  by: Mover;
  now: Date;
  /** What else is written with the new status. */
  data?: Prisma.EventUncheckedUpdateManyInput;
};

/** The host's time that an event takes; it has no breaks around it. */
function occupationOf({ id, hostId, startsAt, endsAt }: EventRecord) {
  return {
    specialistId: hostId,
    start: startsAt,
    end: endsAt,
    kind: 'event' as const,
    sourceId: id,
    heldUntil: null,
  };
}

/**
 * The one way to a new status: the machine allows it, compare-and-set writes it, the audit log tells it, and the host's
 * time is taken or given back. Aborts the transaction when the time is taken. `event.statusChanged` when somebody was
 * faster.
 */
export async function changeEventStatus(
  tx: Tx,
  { event, transition, by, now, data }: Move,
): Promise<Result<EventRecord>> {
  const next = eventMachine.next(event.status, transition, by.party);
  if (!next.ok) return next.error.code === 'common.conflict' ? err('event.statusChanged') : next;
  const status = next.value;
  if (!(await updateEvent(tx, event, { ...data, status }))) return err('event.statusChanged');
  await recordAudit(tx, {
    at: now,
    ...by,
    action: `event.${transition}`,
    subjectType: 'event',
    subjectId: event.id,
    from: event.status,
    to: status,
  });
  if (status === 'published') await occupyTime(tx, occupationOf(event), now);
  if (status === 'cancelled') await freeTime(tx, event.id);
  await tellPages(tx, event);
  return ok({ ...event, status, version: event.version + 1 });
}

/**
 * Moves the time that an event on sale takes, or takes another host's. Aborts the transaction when something else takes
 * it.
 */
export async function moveEventTime(
  tx: Tx,
  { from, to }: { from: EventRecord; to: EventRecord },
  now: Date,
): Promise<void> {
  const { specialistId, start, end, sourceId } = occupationOf(to);
  if (from.hostId !== to.hostId) {
    await freeTime(tx, sourceId);
    return occupyTime(tx, occupationOf(to), now);
  }
  const isMoved = start.getTime() !== from.startsAt.getTime() || end.getTime() !== from.endsAt.getTime();
  if (isMoved) await moveTime(tx, { specialistId, start, end, sourceId, sessionStartsAt: start }, now);
}

/** What public pages show of an event is looked at anew, and the free times of its host. */
export async function tellPages(tx: Tx, { id, hostId }: EventRecord): Promise<void> {
  await enqueue(tx, 'event.refresh', { eventId: id });
  await enqueue(tx, 'directory.refresh', { providerId: hostId });
}
