import type { ProviderActor } from '@/lib/access/actor';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { db } from '@/lib/server/db/client';
import { listWeeklyRanges } from './repository';

/** The provider's weekly hours, in order. */
export function loadOwnWeek(actor: ProviderActor): Promise<readonly WeeklyRange[]> {
  return listWeeklyRanges(db(), actor.provider.id);
}
