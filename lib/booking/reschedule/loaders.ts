import type { AccountActor } from '@/lib/access/actor';
import { lastPlannedDay } from '@/lib/availability/rules/planned-days';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { addLocalDays, isLocalDate, type LocalDate, localDate, startOfLocalDay } from '@/lib/shared/time';
import { loadOwnBooking } from '../loaders';
import { cancelTerms } from '../rules/cancellation';
import { isMovable } from '../rules/reschedule';
import { listTimesToMove } from './times-to-move';

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
  if (!booking || !isMovable(booking, now)) return null;
  const today = localDate(now, zone);
  const first = firstDay(from, today);
  const after = addLocalDays(first, daysShown);
  const window = { start: startOfLocalDay(first, zone), end: startOfLocalDay(after, zone) };
  const days = new Map<LocalDate, Date[]>();
  for (const start of await listTimesToMove(db(), booking, window, now)) {
    const day = localDate(start, zone);
    days.set(day, [...(days.get(day) ?? []), start]);
  }
  const before = addLocalDays(first, -daysShown);
  return {
    booking,
    terms: cancelTerms(booking, now),
    days: [...days],
    before: first > today ? before : null,
    after,
  };
}

/** From today on as far as anything can be planned. */
function firstDay(from: string | undefined, today: LocalDate): LocalDate {
  if (!from || !isLocalDate(from) || from < today) return today;
  const last = lastPlannedDay(today);
  return from < last ? from : last;
}
