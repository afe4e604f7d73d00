import type { SpecialistTime } from '@/lib/availability/rules/slots';
import type { Database } from '@/lib/server/db/client';
import type { Interval } from '@/lib/shared/time';
import { listBusy, listWeeklyRanges } from './repository';

/** Everything known about some specialists' time in one window: two queries, however many they are. */
export async function readSpecialistTimes(
  database: Database,
  specialistIds: string[],
  window: Interval,
): Promise<SpecialistTime[]> {
  const [weekly, busy] = await Promise.all([
    listWeeklyRanges(database, specialistIds),
    listBusy(database, specialistIds, window),
  ]);
  return specialistIds.map((id) => ({
    id,
    weekly: weekly.get(id) ?? [],
    exceptions: [],
    busy: busy.get(id) ?? [],
  }));
}
