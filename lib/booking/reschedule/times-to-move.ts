import { chargeTime, lastPayableStart, wayToPay } from '@/lib/payments/rules/payment-time';
import type { Database } from '@/lib/server/db/client';
import { findFreeTime, listFreeTimes, readOffer } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import { type Interval, minutesBetween } from '@/lib/shared/time';
import type { BookingRecord } from '../types';
import { findOpenReschedule } from './repository';

/**
 * The starts to which a client may move a session, with `start <= it < end`: those that its service offers for a session
 * as long, in the way to meet that was booked, its own time and that of the client's own proposal counting as free. What
 * was paid at booking moves no further than it could have been paid then.
 */
export async function listTimesToMove(
  database: Database,
  booking: BookingRecord,
  window: Interval,
  now: Date,
): Promise<Date[]> {
  const asked = await questionOf(database, booking);
  if (!asked) return [];
  const slots = await listFreeTimes(database, asked.offer, window, now, asked.moving);
  return slots.filter((slot) => suits(slot, booking, now)).map(({ start }) => start);
}

/** Whether a client may move a session to this start, judged by the same rules as the list. */
export async function isTimeToMove(
  database: Database,
  booking: BookingRecord,
  start: Date,
  now: Date,
): Promise<boolean> {
  const asked = await questionOf(database, booking);
  const slot = asked && (await findFreeTime(database, asked.offer, start, now, asked.moving));
  return slot !== undefined && slot !== null && suits(slot, booking, now);
}

/**
 * The last start of what is paid by now, since money may not wait for longer; null when nothing is: at the door, elsewhere,
 * or by a stored card that will only be charged.
 */
export function lastStartToMove(
  { priceAmount, paymentMode, createdAt, startsAt }: BookingRecord,
  now: Date,
): Date | null {
  if (priceAmount === 0 || paymentMode !== 'at_booking') return null;
  if (wayToPay(paymentMode, startsAt, createdAt) === 'checkout') return lastPayableStart(createdAt);
  const charged = chargeTime(paymentMode, startsAt, createdAt);
  return charged && charged <= now ? lastPayableStart(charged) : null;
}

type Slot = { start: Date; channels: readonly BookingRecord['channel'][] };

function suits({ start, channels }: Slot, booking: BookingRecord, now: Date): boolean {
  const last = lastStartToMove(booking, now);
  const isOther = start.getTime() !== booking.startsAt.getTime();
  return isOther && channels.includes(booking.channel) && (last === null || start <= last);
}

/**
 * The offer of the one who gives a session, as it is asked for when it moves, and what gives its time up; null when
 * there is no service any more.
 */
async function questionOf(
  database: Database,
  booking: BookingRecord,
): Promise<{ offer: Offer; moving: string[] } | null> {
  const [offer, open] = await Promise.all([
    readOffer(database, booking.serviceId),
    findOpenReschedule(database, booking.id),
  ]);
  if (!offer) return null;
  return {
    offer: {
      ...offer,
      specialistIds: [booking.specialistId],
      durationMinutes: minutesBetween(booking.startsAt, booking.endsAt),
      bufferBeforeMinutes: booking.bufferBeforeMinutes,
      bufferAfterMinutes: booking.bufferAfterMinutes,
      price: { ...offer.price, amount: 0 },
    },
    moving: open?.proposedBy === 'client' ? [booking.id, open.id] : [booking.id],
  };
}
