import type { ProviderActor } from '@/lib/access/actor';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { db } from '@/lib/server/db/client';
import { listWeeklyRanges } from './repository';

/** The provider's weekly hours, in order. */
export async function loadOwnWeek(actor: ProviderActor): Promise<readonly WeeklyRange[]> {
  const weeks = await listWeeklyRanges(db(), [actor.provider.id]);
  return weeks.get(actor.provider.id) ?? [];
}
