import type { Database } from '@/lib/server/db/client';
import { listTimesOf } from '@/lib/services/next-times';
import { addHours } from '@/lib/shared/time';

/** Looked at one after the other: most advisors are free within days, few only after weeks. */
const windowDays = [
  [0, 4],
  [4, 21],
  [21, 366],
] as const;

/**
 * The earliest start that can be booked with anything that each of these providers sells; null where there is none. The
 * number of queries does not depend on how many they are.
 */
export async function nextFreeTimes(
  database: Database,
  providerIds: readonly string[],
  now: Date,
): Promise<Map<string, Date | null>> {
  const found = new Map<string, Date | null>(providerIds.map((id) => [id, null]));
  for (const [from, to] of windowDays) {
    const left = [...found].filter(([, at]) => at === null).map(([id]) => id);
    if (left.length === 0) break;
    const window = { start: addHours(now, from * 24), end: addHours(now, to * 24) };
    for (const [id, times] of await listTimesOf(database, left, window, now)) {
      const starts = times.flatMap(({ slots }) => slots[0]?.start.getTime() ?? []);
      if (starts.length > 0) found.set(id, new Date(Math.min(...starts)));
    }
  }
  return found;
}
