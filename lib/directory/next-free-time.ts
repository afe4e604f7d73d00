import type { Database } from '@/lib/server/db/client';
import { listFreeTimes } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import { addHours } from '@/lib/shared/time';

/** Looked at one after the other: most advisors are free within days, few only after weeks. */
const windowDays = [
  [0, 4],
  [4, 21],
  [21, 366],
] as const;

/** The earliest start that can be booked with any of the offers; null when there is none. */
export async function nextFreeTime(
  database: Database,
  offers: readonly Offer[],
  now: Date,
): Promise<Date | null> {
  for (const [from, to] of windowDays) {
    const window = { start: addHours(now, from * 24), end: addHours(now, to * 24) };
    const starts: number[] = [];
    for (const offer of offers) {
      const [first] = offer.horizonDays >= from ? await listFreeTimes(database, offer, window, now) : [];
      if (first) starts.push(first.start.getTime());
    }
    if (starts.length > 0) return new Date(Math.min(...starts));
  }
  return null;
}
