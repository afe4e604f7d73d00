import type { Channel } from '@/lib/availability/rules/terms';
import { intersectIntervals, presence, type Stay, totalMilliseconds } from '@/lib/booking/rules/attendance';
import type { BookingStatus, BookingTransition } from '@/lib/booking/rules/status';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours, addMinutes, type Interval } from '@/lib/shared/time';

/** The room opens so long before the start. */
export const CHECK_IN_OPENS_MINUTES = 10;
/** A provider who has been present so long after the start has waited enough. */
export const PROVIDER_WAIT_MINUTES = 10;
/** The provider may correct the outcome so long after the end. */
export const CORRECTION_HOURS = 24;

export const outcomes = ['completed', 'missed', 'providerNeverCame'] as const;
export type Outcome = (typeof outcomes)[number];

export type Session = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly clientStays: readonly Stay[];
  readonly providerStays: readonly Stay[];
};

/** The machine's transition that carries an outcome out. */
export const outcomeTransition = {
  completed: 'complete',
  missed: 'markMissed',
  providerNeverCame: 'providerNeverCame',
} as const satisfies Record<Outcome, BookingTransition>;

/** Whether somebody may enter: from 10 minutes before the start until the scheduled end, not at it; in person never. */
export function isCheckInOpen(
  session: Pick<Session, 'startsAt' | 'endsAt'> & { readonly channel: Channel },
  now: Date,
): boolean {
  if (session.channel === 'in_person') return false;
  return addMinutes(session.startsAt, -CHECK_IN_OPENS_MINUTES) <= now && now < session.endsAt;
}

/**
 * Whether the session has started: both were in the room together at some instant from its opening to its
 * scheduled end, however briefly. From then on the full price is due.
 */
export function hasStarted(session: Session): boolean {
  return (
    intersectIntervals(within(session, session.clientStays), within(session, session.providerStays)).length >
    0
  );
}

/**
 * What became of a session, from attendance alone. Together at some instant: completed. Else missed, when
 * the provider was present for 10 minutes in all between start and scheduled end (of a shorter session, the
 * whole of it), and until that wait was over the client had not come since the start. Else the provider
 * never came: that includes a client who came and left before a late provider. Being there only before
 * the start is not coming.
 */
export function decideOutcome(session: Session): Outcome {
  if (hasStarted(session)) return 'completed';
  const waitedUntil = endOfWait(session);
  if (waitedUntil === undefined) return 'providerNeverCame';
  const waiting = [{ start: session.startsAt, end: waitedUntil }];
  return intersectIntervals(presence(session.clientStays), waiting).length > 0
    ? 'providerNeverCame'
    : 'missed';
}

/**
 * When the outcome is decided. In a room, at the scheduled end. In person the provider marks it, and what
 * is unmarked 24 h after the end counts as completed.
 */
export function outcomeDueAt(session: { readonly endsAt: Date; readonly channel: Channel }): Date {
  return session.channel === 'in_person' ? addHours(session.endsAt, CORRECTION_HOURS) : session.endsAt;
}

/** Whether the outcome is to be decided now: from the moment it is due, that instant included. */
export function isOutcomeDue(
  session: { readonly endsAt: Date; readonly channel: Channel },
  now: Date,
): boolean {
  return outcomeDueAt(session) <= now;
}

/** The last instant at which the provider may say, or say otherwise, what became of a session. */
export function sayUntil({ endsAt }: Pick<Session, 'endsAt'>): Date {
  return addHours(endsAt, CORRECTION_HOURS);
}

type Ended = { readonly endsAt: Date; readonly channel: Channel; readonly status: BookingStatus };

/** From the scheduled end until exactly 24 h after it; `booking.notEnded` before, `booking.tooLate` after. */
function checkTime(session: Ended, now: Date): Result<undefined> {
  if (now < session.endsAt) return err('booking.notEnded');
  return now <= sayUntil(session) ? ok() : err('booking.tooLate');
}

/**
 * The transition by which the provider marks a session in person: `booking.attendanceDecides` where both check in.
 * What is decided already is corrected instead: `booking.statusChanged`.
 */
export function marking(session: Ended, outcome: Outcome, now: Date): Result<BookingTransition> {
  if (session.status !== 'accepted') return err('booking.statusChanged');
  if (session.channel !== 'in_person') return err('booking.attendanceDecides');
  const inTime = checkTime(session, now);
  return inTime.ok ? ok(outcomeTransition[outcome]) : inTime;
}

const corrections = {
  completed: 'correctToCompleted',
  missed: 'correctToMissed',
  providerNeverCame: 'correctToNeverCame',
} as const satisfies Record<Outcome, BookingTransition>;

/**
 * The transition by which the provider corrects what a session that took place or was missed counts as, in a room or in
 * person; `booking.statusChanged` when it counts as that already, or is not decided, or went back to the client.
 */
export function correcting(session: Ended, outcome: Outcome, now: Date): Result<BookingTransition> {
  const { status } = session;
  if ((status !== 'completed' && status !== 'missed') || status === outcome)
    return err('booking.statusChanged');
  const inTime = checkTime(session, now);
  return inTime.ok ? ok(corrections[outcome]) : inTime;
}

/** The instant at which the provider has been present long enough, or undefined when it never was. */
function endOfWait({ startsAt, endsAt, providerStays }: Session): Date | undefined {
  const scheduled: Interval = { start: startsAt, end: endsAt };
  let missing = Math.min(PROVIDER_WAIT_MINUTES * 60_000, totalMilliseconds([scheduled]));
  for (const { start, end } of intersectIntervals(presence(providerStays), [scheduled])) {
    const length = end.getTime() - start.getTime();
    if (length >= missing) return new Date(start.getTime() + missing);
    missing -= length;
  }
  return undefined;
}

/** Presence that counts: from the opening of the room to the scheduled end. */
function within(session: Session, stays: readonly Stay[]): Interval[] {
  const open = { start: addMinutes(session.startsAt, -CHECK_IN_OPENS_MINUTES), end: session.endsAt };
  return intersectIntervals(presence(stays), [open]);
}
