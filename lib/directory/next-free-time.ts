import type { Database } from '@/lib/server/db/client';
import { listTimesOf } from '@/lib/services/next-times';
import { addHours } from '@/lib/shared/time';

/** Looked at one after the other: most advisors are free within days, few only after weeks. */
const windowDays = [
  [0, 4],
  [4, 21],
  [21, 366],
] as const;

/** The earliest start that can be booked with anything the provider sells; null when there is none. */
export async function nextFreeTime(database: Database, providerId: string, now: Date): Promise<Date | null> {
  for (const [from, to] of windowDays) {
    const window = { start: addHours(now, from * 24), end: addHours(now, to * 24) };
    const times = (await listTimesOf(database, [providerId], window, now)).get(providerId) ?? [];
    const starts = times.flatMap(({ slots }) => slots[0]?.start.getTime() ?? []);
    if (starts.length > 0) return new Date(Math.min(...starts));
  }
  return null;
}
