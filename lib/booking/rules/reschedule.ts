import { FREE_CANCEL_HOURS, isCancellable } from '@/lib/booking/rules/cancellation';
import type { BookingStatus } from '@/lib/booking/rules/status';
import { defineMachine } from '@/lib/shared/status-machine';
import { addHours, type Interval, overlaps } from '@/lib/shared/time';

export const rescheduleStatuses = ['open', 'accepted', 'declined', 'withdrawn', 'lapsed'] as const;
export type RescheduleStatus = (typeof rescheduleStatuses)[number];

/** `other` is the side that is asked, `proposer` the one that asked. */
export const rescheduleMachine = defineMachine({
  statuses: rescheduleStatuses,
  actors: ['proposer', 'other', 'system'],
  transitions: {
    /** The session moves there. */
    accept: { from: ['open'], to: 'accepted', by: ['other'], timer: 'heldUntil' },
    /** The session stays where it is. */
    decline: { from: ['open'], to: 'declined', by: ['other'] },
    /** Taken back, or replaced by another proposal of the same side. */
    withdraw: { from: ['open'], to: 'withdrawn', by: ['proposer'] },
    /** Nobody answered, or the session ended in another way. */
    lapse: { from: ['open'], to: 'lapsed', by: ['system'], timer: 'heldUntil' },
  },
});
export type RescheduleTransition = keyof typeof rescheduleMachine.transitions;

/** A proposed time is kept for so long, if neither the old nor the new session starts before. */
export const RESCHEDULE_HOURS = 48;
/** A time that the provider proposed can be cancelled free of charge for so long after it was accepted. */
export const GRACE_HOURS = 24;

const earliest = (...instants: Date[]): Date =>
  new Date(Math.min(...instants.map((instant) => instant.getTime())));
const latest = (...instants: Date[]): Date =>
  new Date(Math.max(...instants.map((instant) => instant.getTime())));

/** Whether another time can be proposed for a session: it is accepted and has not begun. */
export function isMovable(session: { status: BookingStatus; startsAt: Date }, now: Date): boolean {
  return session.status === 'accepted' && isCancellable(session.startsAt, now);
}

/** Until when a proposal can be accepted, that instant not included. */
export function rescheduleEnds(now: Date, oldStart: Date, newStart: Date): Date {
  return earliest(addHours(now, RESCHEDULE_HOURS), oldStart, newStart);
}

/** Whether a proposal can still be accepted. */
export function isOpenReschedule({ heldUntil }: { heldUntil: Date }, now: Date): boolean {
  return now < heldUntil;
}

type Move = {
  proposedBy: 'client' | 'provider';
  newStart: Date;
  /** The deadline of the session as it was; null: never free. */
  oldFreeUntil: Date | null;
  acceptedAt: Date;
};

/**
 * The last instant of free cancelling of a session that moved. Proposed by the client: the earlier of the old deadline
 * and 48 hours before the new start, so that moving a session wins no time; never free stays so. Proposed by the
 * provider: 48 hours before the new start, and at least 24 hours from accepting, but not beyond the start.
 */
export function freeUntilAfterMove({ proposedBy, newStart, oldFreeUntil, acceptedAt }: Move): Date | null {
  const usual = addHours(newStart, -FREE_CANCEL_HOURS);
  if (proposedBy === 'client') return oldFreeUntil && earliest(oldFreeUntil, usual);
  return earliest(newStart, latest(usual, addHours(acceptedAt, GRACE_HOURS)));
}

/**
 * What a proposal takes of the specialist's time beside what the session takes already; both are equally long. Null when
 * it takes nothing more, because it is the same time.
 */
export function timeBeside(proposed: Interval, own: Interval): Interval | null {
  if (!overlaps(proposed, own)) return proposed;
  if (proposed.start < own.start) return { start: proposed.start, end: own.start };
  return own.end < proposed.end ? { start: own.end, end: proposed.end } : null;
}
