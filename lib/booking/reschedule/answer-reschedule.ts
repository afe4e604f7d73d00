import type { AccountActor, Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { isTimeTaken, moveTime } from '@/lib/availability/occupy-time';
import { freeUntilAfterMove, isOpenReschedule } from '@/lib/booking/rules/reschedule';
import { planCharge } from '@/lib/payments/charges/plan-charge';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeStatus } from '../change-status';
import { occupationOf } from '../occupation';
import { lockBooking } from '../repository';
import type { BookingInput } from '../schema';
import { tellParties } from '../tell-parties';
import type { BookingRecord } from '../types';
import { offerFreedTime } from '../waiting/offer-freed-time';
import { endReschedule, offerProposedTime } from './end-reschedule';
import { findOpenReschedule, type RescheduleRecord } from './repository';

type Open = {
  booking: BookingRecord;
  proposal: RescheduleRecord;
  by: { party: 'client' | 'provider'; accountId: string };
  now: Date;
};
type Answer = Result<{ bookingId: string }>;

/** The session moves to the proposed time, with its price and its money; both hear of it. */
export function acceptReschedule(actor: Actor, input: BookingInput): Promise<Answer> {
  return withOpenReschedule(actor, input, accept);
}

/** The session stays where it is. */
export function declineReschedule(actor: Actor, input: BookingInput): Promise<Answer> {
  return withOpenReschedule(actor, input, async (tx, { booking, proposal, by, now }) => {
    const { providerId, id: bookingId } = booking;
    const closed = await endReschedule(tx, { proposal, providerId, transition: 'decline', by, now });
    if (!closed.ok) return closed;
    await offerProposedTime(tx, booking, proposal, now);
    await tellParties(tx, bookingId, 'rescheduleDeclined');
    return ok({ bookingId });
  });
}

/** Whoever proposed takes it back. */
export function withdrawReschedule(actor: Actor, input: BookingInput): Promise<Answer> {
  return withOpenReschedule(actor, input, async (tx, { booking, proposal, by, now }) => {
    const { providerId, id: bookingId } = booking;
    const closed = await endReschedule(tx, { proposal, providerId, transition: 'withdraw', by, now });
    if (!closed.ok) return closed;
    await offerProposedTime(tx, booking, proposal, now);
    await tellParties(tx, bookingId, 'rescheduleWithdrawn', by.party === 'client' ? 'provider' : 'client');
    return ok({ bookingId });
  });
}

/**
 * The open proposal of a booking of the actor's, both kept from changing; `booking.rescheduleOver` when there is none.
 */
async function withOpenReschedule(
  actor: Actor,
  { bookingId }: BookingInput,
  decide: (tx: Tx, open: Open) => Promise<Answer>,
): Promise<Answer> {
  const now = await clock();
  try {
    return await inTransaction(async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      if (!booking || !can(actor, 'booking:reschedule', booking)) return err('common.notFound');
      const proposal = await findOpenReschedule(tx, bookingId);
      if (!proposal || !isOpenReschedule(proposal, now) || booking.status !== 'accepted')
        return err('booking.rescheduleOver');
      return decide(tx, { booking, proposal, by: sideOf(actor, booking), now });
    });
  } catch (error) {
    if (isTimeTaken(error)) return err('booking.slotTaken');
    throw error;
  }
}

function sideOf({ accountId }: AccountActor, { clientId }: BookingRecord): Open['by'] {
  return { party: clientId === accountId ? 'client' : 'provider', accountId };
}

async function accept(tx: Tx, { booking, proposal, by, now }: Open): Promise<Answer> {
  const { providerId, id: bookingId, freeCancelUntil: oldFreeUntil } = booking;
  const closed = await endReschedule(tx, { proposal, providerId, transition: 'accept', by, now });
  if (!closed.ok) return closed;
  const { startsAt, endsAt, proposedBy } = proposal;
  const freeCancelUntil = freeUntilAfterMove({
    proposedBy,
    newStart: startsAt,
    oldFreeUntil,
    acceptedAt: now,
  });
  const moved = { ...booking, startsAt, endsAt };
  await moveTime(tx, occupationOf(moved), now);
  const changed = await changeStatus(tx, {
    booking: moved,
    transition: 'reschedule',
    by,
    now,
    data: { startsAt, endsAt, freeCancelUntil, decidedAt: now },
  });
  if (!changed.ok) return changed;
  await planCharge(tx, { bookingId, startsAt, now });
  await offerFreedTime(tx, { ...occupationOf(booking), givenUpBy: booking.clientId }, now);
  await tellParties(tx, bookingId, 'rescheduled');
  return ok({ bookingId });
}
