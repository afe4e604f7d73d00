import { isOpenReschedule } from '@/lib/booking/rules/reschedule';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { lockBooking } from '../repository';
import { tellParties } from '../tell-parties';
import { endReschedule, offerProposedTime } from './end-reschedule';
import { findOpenReschedule, listLapsed } from './repository';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/**
 * Writes down that proposals have lapsed: nobody answered in time, which both hear, or the session was cancelled or began,
 * which both know. Returns how many rows failed.
 */
export function lapseReschedules(now: Date): Promise<number> {
  return sweepRows({
    name: 'booking.lapseReschedules',
    next: (seen) => listLapsed(db(), now, batch, seen),
    handle: ({ bookingId }) => inTransaction((tx) => lapse(tx, bookingId, now)),
  });
}

async function lapse(tx: Tx, bookingId: string, now: Date): Promise<void> {
  const booking = await lockBooking(tx, bookingId);
  const proposal = booking && (await findOpenReschedule(tx, bookingId));
  if (!proposal) return;
  const isStanding = booking.status === 'accepted';
  if (isStanding && isOpenReschedule(proposal, now)) return;
  const { providerId } = booking;
  const closed = await endReschedule(tx, { proposal, providerId, transition: 'lapse', by, now });
  if (!closed.ok) throw new Error(`proposal ${proposal.id}: ${closed.error.code}`);
  await offerProposedTime(tx, booking, proposal, now);
  if (isStanding && now < booking.startsAt) await tellParties(tx, bookingId, 'rescheduleLapsed');
}
