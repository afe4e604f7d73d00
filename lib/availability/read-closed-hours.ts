import type { Database } from '@/lib/server/db/client';
import { addLocalDays, type LocalDate } from '@/lib/shared/time';
import { ownPost } from './own-post';
import { listExceptions, listWeeklyRanges } from './repository';
import { closedHours, type Stretch } from './rules/closed-hours';
import { openingHours } from './rules/opening-hours';

/** When a practice takes no bookings on some days of its calendar, by day; these follow one another. */
export async function readClosedHours(
  database: Database,
  providerId: string,
  days: readonly LocalDate[],
): Promise<Record<LocalDate, Stretch[]>> {
  const [first] = days;
  if (first === undefined) return {};
  const post = ownPost(providerId);
  const [weekly, exceptions] = await Promise.all([
    listWeeklyRanges(database, post),
    // What began the evening before runs on into the first day.
    listExceptions(database, post, { from: addLocalDays(first, -1), limit: days.length + 1 }),
  ]);
  const hours = openingHours(weekly, exceptions);
  return Object.fromEntries(days.map((day) => [day, closedHours(hours, day)]));
}
