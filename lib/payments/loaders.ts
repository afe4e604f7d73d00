import type { ProviderActor } from '@/lib/access/actor';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { findConnectAccount } from './connect/repository';
import { readEarningTotals } from './earnings/read-earnings';
import { listEarnings } from './earnings/repository';
import type { Earning, EarningTotals } from './earnings/types';

const perPage = 30;

/** Whether money can be paid out: nothing begun, details missing, or ready. Told by webhooks alone. */
export type PayoutAccount = 'none' | 'incomplete' | 'ready';

export async function loadPayoutAccount(actor: ProviderActor): Promise<PayoutAccount> {
  const account = await findConnectAccount(db(), actor.provider.id);
  if (!account) return 'none';
  return account.transfersActive && account.detailsComplete ? 'ready' : 'incomplete';
}

/** What is held, released and paid out, in the provider's months. */
export async function loadEarningTotals(actor: ProviderActor, zone: string): Promise<EarningTotals> {
  return readEarningTotals(db(), { providerId: actor.provider.id, zone, now: await clock() });
}

/** The provider's paid sessions, page by page from 1, the latest first. */
export async function loadEarnings(
  actor: ProviderActor,
  page: number,
): Promise<{ earnings: Earning[]; hasMore: boolean }> {
  const skip = (Math.max(1, page) - 1) * perPage;
  const rows = await listEarnings(db(), actor.provider.id, { take: perPage + 1, skip });
  return { earnings: rows.slice(0, perPage), hasMore: rows.length > perPage };
}
