import { isTimeTaken } from '@/lib/availability/occupy-time';
import { applyFacts } from '@/lib/payments/apply-facts';
import { returnMoney } from '@/lib/payments/return-money';
import { deliverPayment } from '@/lib/payments/deliver-payment';
import type { PaymentFacts } from '@/lib/payments/types';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { lockGiven } from '@/lib/services/read-members';
import { confirmHeldBooking } from './confirm-held-booking';
import { changeStatus } from './change-status';
import { lockBooking } from './repository';
import { tellParties } from './tell-parties';
import type { BookingRecord } from './types';

type BookingFacts = PaymentFacts & { subject: { bookingId: string } };

/**
 * What the payment service says of a booking's money, applied in one transaction with what follows for the booking.
 * Paid while held or proposed, or late while the time is still free: pending or accepted. Paid when the time is taken, or the
 * booking is over otherwise: everything goes back and the client is told. Money that is lost takes its booking along.
 */
export async function followPayment(facts: BookingFacts, now: Date): Promise<void> {
  try {
    await inTransaction((tx) => follow(tx, facts, now, false));
  } catch (error) {
    if (!isTimeTaken(error)) throw error;
    await inTransaction((tx) => follow(tx, facts, now, true));
  }
}

async function follow(tx: Tx, facts: BookingFacts, now: Date, isTaken: boolean): Promise<void> {
  const booking = await lockBooking(tx, facts.subject.bookingId);
  if (!booking) throw new Error(`payment of an unknown booking ${facts.subject.bookingId}`);
  const change = await applyFacts(tx, facts, now);
  if (change === 'lost') return loseBooking(tx, booking, now);
  if (change !== 'secured') return;
  const isWaiting = ['held', 'proposed', 'expired'].includes(booking.status);
  if (isWaiting && !isTaken && booking.startsAt > now && (await isStillGiven(tx, booking, now))) {
    const confirmed = await confirmHeldBooking(tx, booking, system, now);
    if (confirmed.ok) return;
  }
  if (booking.status === 'pending' || booking.status === 'accepted') return;
  if (booking.status === 'completed' || booking.status === 'missed') {
    const cause = booking.status;
    await deliverPayment(tx, { bookingId: booking.id, cause, endsAt: booking.endsAt, now });
    return;
  }
  await returnMoney(tx, { bookingId: booking.id, cause: 'tooLate', now });
  // A proposal that was declined or withdrawn while its client paid gives back without having said so yet.
  if (isWaiting || booking.proposedAt) await tellParties(tx, booking.id, 'paymentReturned', 'client');
}

/**
 * A hold that is over keeps nobody at an organisation, whether or not that was written down: whoever was to give the session
 * may have left.
 */
function isStillGiven(
  tx: Tx,
  { status, heldUntil, providerId, specialistId, serviceId }: BookingRecord,
  now: Date,
): Promise<boolean> | true {
  const isKept = status !== 'expired' && heldUntil !== null && now < heldUntil;
  return isKept || specialistId === providerId || lockGiven(tx, { serviceId, specialistId });
}

const system = { party: 'system' as const, accountId: null };

/**
 * The money of a booking that was to take place did not come, or was not what is due: it is cancelled, or its hold ends.
 */
async function loseBooking(tx: Tx, booking: BookingRecord, now: Date): Promise<void> {
  const { id, status } = booking;
  if (status === 'completed' || status === 'missed')
    return log.error({ booking: id, status }, 'payment lost after the session');
  const isHold = status === 'held' || status === 'proposed';
  if (!isHold && status !== 'pending' && status !== 'accepted') return;
  const transition = status === 'held' ? 'holdOver' : status === 'proposed' ? 'proposalOver' : 'paymentLost';
  const data = status === 'held' ? {} : { closedAt: now, closedBy: 'system' as const };
  const moved = await changeStatus(tx, { booking, transition, by: system, now, data });
  if (!moved.ok) throw new Error(`booking ${id} without its money: ${moved.error.code}`);
  await tellParties(tx, id, 'paymentLost', isHold ? 'client' : 'both');
}
