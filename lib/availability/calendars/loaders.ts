import type { ProviderActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { listSources } from './repository';
import type { CalendarSourceView } from './types';

/** The calendars from elsewhere that block the provider's time. */
export function loadOwnSources(actor: ProviderActor): Promise<CalendarSourceView[]> {
  return listSources(db(), actor.provider.id);
}
