import type { AccountActor } from '@/lib/access/actor';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addLocalDays, isLocalDate, type LocalDate, localDate, startOfLocalDay } from '@/lib/shared/time';
import { isCancellable } from '../rules/cancellation';
import { loadOwnBooking } from '../loaders';
import { movedOffer } from './propose-time';

const daysShown = 7;

/**
 * A client's session that can be moved, with the times to which it could be, by days of the client's zone, a week from a
 * day on; null for any other. The session's own time counts as free.
 */
export async function loadTimesToMove(
  actor: AccountActor,
  bookingId: string,
  { from, zone }: { from: string | undefined; zone: string },
) {
  const booking = await loadOwnBooking(actor, bookingId);
  const now = await clock();
  if (booking?.status !== 'accepted' || !isCancellable(booking.startsAt, now)) return null;
  const today = localDate(now, zone);
  const first = from && isLocalDate(from) && from > today ? from : today;
  const after = addLocalDays(first, daysShown);
  const offer = await readOffer(db(), booking.serviceId);
  const window = { start: startOfLocalDay(first, zone), end: startOfLocalDay(after, zone) };
  const slots = offer ? await listFreeTimes(db(), movedOffer(offer, booking), window, now, booking.id) : [];
  const days = new Map<LocalDate, Date[]>();
  for (const { start } of slots.filter((slot) => slot.start.getTime() !== booking.startsAt.getTime())) {
    const day = localDate(start, zone);
    days.set(day, [...(days.get(day) ?? []), start]);
  }
  const before = addLocalDays(first, -daysShown);
  return { booking, days: [...days], before: first > today ? before : null, after };
}
