import type { ProviderActor } from '@/lib/access/actor';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { db } from '@/lib/server/db/client';
import { type LocalDate, localDate } from '@/lib/shared/time';
import { ownPost } from './own-post';
import { listExceptions, listSessionStarts, listWeeklyRanges } from './repository';
import type { DayException } from './rules/opening-hours';

/** The provider's weekly hours, in order. */
export function loadOwnWeek(actor: ProviderActor): Promise<readonly WeeklyRange[]> {
  return listWeeklyRanges(db(), ownPost(actor.provider.id));
}

/** Days that are different, from a day of the provider's calendar on. */
export function loadOwnExceptions(actor: ProviderActor, from: LocalDate): Promise<readonly DayException[]> {
  return listExceptions(db(), ownPost(actor.provider.id), { from, limit: 1000 });
}

/** How many sessions begin on each day from now on, where there are any; days of the provider's calendar. */
export async function loadBookedDays(
  actor: ProviderActor,
  now: Date,
  zone: string,
): Promise<Record<LocalDate, number>> {
  const starts = await listSessionStarts(db(), actor.provider.id, now);
  const days: Record<LocalDate, number> = {};
  for (const start of starts) {
    const day = localDate(start, zone);
    days[day] = (days[day] ?? 0) + 1;
  }
  return days;
}
