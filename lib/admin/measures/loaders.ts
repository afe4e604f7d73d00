import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { listMeasures } from './repository';

export type MeasureView = Awaited<ReturnType<typeof listMeasures>>[number];

const shown = 5;

/** What was done about a provider's account, for admins. */
export async function loadMeasures(actor: AccountActor, providerId: string): Promise<MeasureView[]> {
  return can(actor, 'claim:list', null) ? listMeasures(db(), providerId, shown) : [];
}

/** The latest measure about the practice in view, for its owner and managers; null when there was none. */
export async function loadOwnMeasure({ provider }: ProviderActor): Promise<MeasureView | null> {
  const [latest] = await listMeasures(db(), provider.id, 1);
  return latest ?? null;
}
