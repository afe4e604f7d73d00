import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isTimeTaken, occupyTime } from '@/lib/availability/occupy-time';
import { isMovable, rescheduleEnds, timeBeside } from '@/lib/booking/rules/reschedule';
import { lockProvider } from '@/lib/profiles/read-profile';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { hasLimit, readOffer } from '@/lib/services/free-times';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours, addMinutes, minutesBetween } from '@/lib/shared/time';
import { occupationOf } from '../occupation';
import { findBooking, lockBooking } from '../repository';
import type { RescheduleInput } from '../schema';
import { tellParties } from '../tell-parties';
import type { BookingRecord } from '../types';
import { endReschedule, offerProposedTime } from './end-reschedule';
import { findOpenReschedule, insertReschedule, type RescheduleRecord } from './repository';
import { isTimeToMove, lastStartToMove } from './times-to-move';

/** No session is moved further ahead than services can be booked. */
const mostDaysAhead = 365;
const mostAnHour = 30;

/**
 * Proposes another time for an accepted session that has not begun. A client picks a time that is offered, the session's
 * own time counting as free; a provider any time that nothing else takes. The time is kept until the other side answers,
 * at most 48 hours and never beyond either start. A new proposal replaces the own one before; while the other side's
 * waits, that is to be answered first: `booking.rescheduleWaiting`. What was paid at booking moves at most 60 days from
 * when it was booked: `payment.tooFarAhead`.
 */
export async function proposeTime(
  actor: Actor,
  { bookingId, start, message }: RescheduleInput,
): Promise<Result<{ bookingId: string }>> {
  const booking = await findBooking(db(), bookingId);
  if (!booking || !can(actor, 'booking:reschedule', booking)) return err('common.notFound');
  if (!(await isWithinLimit(`reschedule/${actor.accountId}`, mostAnHour, 3600)))
    return err('common.rateLimited');
  const party = booking.clientId === actor.accountId ? ('client' as const) : ('provider' as const);
  const now = await clock();
  const possible = await checkStart(booking, party, start, now);
  if (!possible.ok) return possible;
  try {
    return await inTransaction((tx) =>
      write(tx, { bookingId, start, message, by: { party, accountId: actor.accountId }, now }),
    );
  } catch (error) {
    if (isTimeTaken(error)) return err('booking.slotTaken');
    throw error;
  }
}

/** Whether this side may propose this start; what others take meanwhile the database decides. */
async function checkStart(
  booking: BookingRecord,
  party: 'client' | 'provider',
  start: Date,
  now: Date,
): Promise<Result<undefined>> {
  if (start <= now) return err('booking.timePast');
  if (start.getTime() === booking.startsAt.getTime()) return err('booking.sameTime');
  if (start > addHours(now, mostDaysAhead * 24)) return err('payment.tooFarAhead');
  const last = lastStartToMove(booking, now);
  if (last && start > last) return err('payment.tooFarAhead');
  if (party === 'provider' || (await isTimeToMove(db(), booking, start, now))) return ok();
  return err('booking.slotTaken');
}

type Proposal = {
  bookingId: string;
  start: Date;
  message: string | null;
  by: { party: 'client' | 'provider'; accountId: string };
  now: Date;
};

async function write(tx: Tx, proposal: Proposal): Promise<Result<{ bookingId: string }>> {
  const { bookingId, start, message, by, now } = proposal;
  const booking = await lockBooking(tx, bookingId);
  if (booking?.status !== 'accepted') return err('booking.statusChanged');
  if (!isMovable(booking, now)) return err('booking.alreadyStarted');
  const open = await findOpenReschedule(tx, bookingId);
  if (open && open.proposedBy !== by.party && now < open.heldUntil) return err('booking.rescheduleWaiting');
  if (open && isSame(open, proposal)) return ok({ bookingId });
  const endsAt = addMinutes(start, minutesBetween(booking.startsAt, booking.endsAt));
  const beside = timeBeside(occupationOf({ ...booking, startsAt: start, endsAt }), occupationOf(booking));
  if (!beside) return err('booking.sameTime');
  if (!(await isStillToMove(tx, booking, proposal))) return err('booking.slotTaken');
  if (open) await makeWay(tx, booking, open, proposal);
  const heldUntil = rescheduleEnds(now, booking.startsAt, start);
  const { id } = await insertReschedule(tx, {
    bookingId,
    proposedBy: by.party,
    startsAt: start,
    endsAt,
    fromStartsAt: booking.startsAt,
    heldUntil,
    message,
    createdAt: now,
  });
  await occupyTime(tx, { ...takenBy(booking, start), ...beside, sourceId: id, heldUntil }, now);
  if (open) await offerProposedTime(tx, booking, open, now);
  await recordAudit(tx, {
    at: now,
    party: by.party,
    accountId: by.accountId,
    action: 'reschedule.propose',
    subjectType: 'reschedule',
    subjectId: id,
    to: 'open',
  });
  await enqueue(tx, 'directory.refresh', { providerId: booking.providerId });
  await tellParties(tx, bookingId, 'rescheduleProposed', by.party === 'client' ? 'provider' : 'client');
  return ok({ bookingId });
}

/** The same proposal sent twice: it stands. */
function isSame(open: RescheduleRecord, { start, by, now }: Proposal): boolean {
  const isOwn = open.proposedBy === by.party && now < open.heldUntil;
  return isOwn && open.startsAt.getTime() === start.getTime();
}

/** Counts towards the limits of the service like the session that it may become. */
function takenBy({ specialistId, serviceId }: BookingRecord, start: Date) {
  return { specialistId, serviceId, sessionStartsAt: start, kind: 'proposal' as const };
}

/**
 * What a client picked of a limited service is judged again where it counts, one request of a specialist after the
 * other.
 */
async function isStillToMove(tx: Tx, booking: BookingRecord, { start, by, now }: Proposal): Promise<boolean> {
  const offer = by.party === 'client' ? await readOffer(tx, booking.serviceId) : null;
  if (!offer || !hasLimit(offer)) return true;
  await lockProvider(tx, booking.specialistId);
  return isTimeToMove(tx, booking, start, now);
}

/** The proposal before ends, replaced or because its time is over. */
async function makeWay(
  tx: Tx,
  { providerId }: BookingRecord,
  open: RescheduleRecord,
  { by, now }: Proposal,
): Promise<void> {
  const closing =
    now < open.heldUntil
      ? { transition: 'withdraw' as const, by }
      : { transition: 'lapse' as const, by: { party: 'system' as const, accountId: null } };
  const closed = await endReschedule(tx, { proposal: open, providerId, now, ...closing });
  if (!closed.ok) throw new Error(`reschedule ${open.id}: ${closed.error.code}`);
}
