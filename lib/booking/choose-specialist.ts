import { readLoads } from '@/lib/availability/read-specialist-time';
import { chooseMember } from '@/lib/availability/rules/member-choice';
import type { Slot } from '@/lib/availability/rules/slots';
import type { Database } from '@/lib/server/db/client';
import type { Offer } from '@/lib/services/types';
import { addLocalDays, localDate, startOfLocalDay } from '@/lib/shared/time';

/**
 * Who of those who are free gives a session that is booked with "any advisor": the one with the fewest sessions that day in
 * the practice's zone, then the longest idle (see `chooseMember`).
 */
export async function chooseSpecialist(
  database: Database,
  { provider: { timeZone } }: Offer,
  { specialistIds, start }: Slot,
  now: Date,
): Promise<string> {
  const [first = ''] = specialistIds;
  if (specialistIds.length < 2) return first;
  const date = localDate(start, timeZone);
  const day = {
    start: startOfLocalDay(date, timeZone),
    end: startOfLocalDay(addLocalDays(date, 1), timeZone),
  };
  const loads = await readLoads(database, specialistIds, { day, before: start, now });
  return chooseMember(loads) ?? first;
}
