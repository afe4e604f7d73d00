import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isTimeTaken, occupyTime } from '@/lib/availability/occupy-time';
import { isCancellable } from '@/lib/booking/rules/cancellation';
import { rescheduleEnds, timeBeside } from '@/lib/booking/rules/reschedule';
import { lastPayableStart } from '@/lib/payments/rules/payment-time';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { findFreeTime, readOffer } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours, addMinutes, minutesBetween } from '@/lib/shared/time';
import { occupationOf } from '../change-status';
import { findBooking, lockBooking } from '../repository';
import type { RescheduleInput } from '../schema';
import { tellParties } from '../tell-parties';
import type { BookingRecord } from '../types';
import { endReschedule } from './end-reschedule';
import { findOpenReschedule, insertReschedule } from './repository';

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
  if (booking.priceAmount > 0 && start > lastPayableStart(booking.createdAt))
    return err('payment.tooFarAhead');
  if (party === 'provider') return ok();
  const offer = await readOffer(db(), booking.serviceId);
  const question = offer && movedOffer(offer, booking);
  return question && (await findFreeTime(db(), question, start, now, booking.id))
    ? ok()
    : err('booking.slotTaken');
}

/** The offer as it is asked for a session that moves: as long as that session, and nothing is paid any more. */
export function movedOffer(offer: Offer, booking: BookingRecord): Offer {
  return {
    ...offer,
    durationMinutes: minutesBetween(booking.startsAt, booking.endsAt),
    bufferBeforeMinutes: booking.bufferBeforeMinutes,
    bufferAfterMinutes: booking.bufferAfterMinutes,
    price: { ...offer.price, amount: 0 },
  };
}

type Proposal = {
  bookingId: string;
  start: Date;
  message: string | null;
  by: { party: 'client' | 'provider'; accountId: string };
  now: Date;
};

async function write(
  tx: Tx,
  { bookingId, start, message, by, now }: Proposal,
): Promise<Result<{ bookingId: string }>> {
  const booking = await lockBooking(tx, bookingId);
  if (booking?.status !== 'accepted') return err('booking.statusChanged');
  if (!isCancellable(booking.startsAt, now)) return err('booking.alreadyStarted');
  const { providerId } = booking;
  const open = await findOpenReschedule(tx, bookingId);
  if (open && open.proposedBy !== by.party && now < open.heldUntil) return err('booking.rescheduleWaiting');
  if (open) {
    const isOver = now >= open.heldUntil;
    const closing = isOver
      ? { transition: 'lapse' as const, by: { party: 'system' as const, accountId: null } }
      : { transition: 'withdraw' as const, by };
    const closed = await endReschedule(tx, { proposal: open, providerId, now, ...closing });
    if (!closed.ok) return closed;
  }
  const endsAt = addMinutes(start, minutesBetween(booking.startsAt, booking.endsAt));
  const heldUntil = rescheduleEnds(now, booking.startsAt, start);
  const proposal = await insertReschedule(tx, {
    bookingId,
    proposedBy: by.party,
    startsAt: start,
    endsAt,
    fromStartsAt: booking.startsAt,
    heldUntil,
    message,
    createdAt: now,
  });
  const own = occupationOf(booking);
  const beside = timeBeside(occupationOf({ ...booking, startsAt: start, endsAt }), own);
  if (!beside) return err('booking.sameTime');
  const taken = { ...beside, specialistId: booking.specialistId, sourceId: proposal.id };
  await occupyTime(tx, { ...taken, kind: 'proposal', heldUntil }, now);
  await recordAudit(tx, {
    at: now,
    party: by.party,
    accountId: by.accountId,
    action: 'reschedule.propose',
    subjectType: 'reschedule',
    subjectId: proposal.id,
    to: 'open',
  });
  await enqueue(tx, 'directory.refresh', { providerId });
  await tellParties(tx, bookingId, 'rescheduleProposed', by.party === 'client' ? 'provider' : 'client');
  return ok({ bookingId });
}
