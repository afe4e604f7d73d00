import { isAnswerable } from '@/lib/booking/rules/answer-deadline';
import { isHeld } from '@/lib/booking/rules/hold';
import { isOpenProposal } from '@/lib/booking/rules/proposal';
import { returnMoney } from '@/lib/payments/return-money';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import type { Offer } from '@/lib/services/types';
import { addMinutes } from '@/lib/shared/time';
import { changeStatus } from './change-status';
import { endHold } from './end-hold';
import { endProposal } from './end-proposal';
import { listDue, lockBooking } from './repository';
import { tellParties } from './tell-parties';
import type { BookingRecord } from './types';
import { listOverIn } from './waiting/repository';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/**
 * Writes down what time alone has decided: holds and proposals that are over, requests nobody answered. Returns how many
 * failed.
 */
export function expireDue(now: Date): Promise<number> {
  return sweepRows({
    name: 'booking.expireDue',
    next: (seen) => listDue(db(), now, batch, seen),
    handle: ({ id }) => inTransaction((tx) => expire(tx, id, now)),
  });
}

/**
 * Writes down what is over and took the time of a session that somebody is about to hold: it goes to those who wait before
 * anybody else has it.
 */
export async function expireBefore(
  { specialistIds, ...offer }: Offer,
  start: Date,
  now: Date,
): Promise<void> {
  const end = addMinutes(start, offer.durationMinutes + offer.bufferAfterMinutes);
  const wanted = { specialistIds, start: addMinutes(start, -offer.bufferBeforeMinutes), end };
  await sweepRows({
    name: 'booking.expireBefore',
    next: (seen) => listOverIn(db(), wanted, now, seen),
    handle: ({ id }) => inTransaction((tx) => expire(tx, id, now)),
  });
}

async function expire(tx: Tx, id: string, now: Date): Promise<void> {
  const booking = await lockBooking(tx, id);
  if (!booking) return;
  if (isHoldOver(booking, now)) await endHold(tx, { booking, transition: 'holdOver', by, now });
  else if (booking.status === 'proposed' && !isOpenProposal(booking, now)) await lapse(tx, booking, now);
  else if (isUnanswered(booking, now)) await rejectBySilence(tx, booking, now);
}

function isHoldOver({ status, heldUntil, holdExtendedAt }: BookingRecord, now: Date): boolean {
  return status === 'held' && heldUntil !== null && !isHeld({ heldUntil, extendedAt: holdExtendedAt }, now);
}

async function lapse(tx: Tx, booking: BookingRecord, now: Date): Promise<void> {
  const ended = await endProposal(tx, { booking, transition: 'proposalOver', by, now });
  if (!ended.ok) throw new Error(`proposal ${booking.id}: ${ended.error.code}`);
}

function isUnanswered({ status, answerBy }: BookingRecord, now: Date): boolean {
  return status === 'pending' && answerBy !== null && !isAnswerable(answerBy, now);
}

async function rejectBySilence(tx: Tx, booking: BookingRecord, now: Date): Promise<void> {
  const data = { closedAt: now, closedBy: 'system' as const };
  const moved = await changeStatus(tx, { booking, transition: 'answerTimeOver', by, now, data });
  if (!moved.ok) throw new Error(`silence on ${booking.id}: ${moved.error.code}`);
  await returnMoney(tx, { bookingId: booking.id, cause: 'unanswered', now });
  await tellParties(tx, booking.id, 'unanswered');
}
