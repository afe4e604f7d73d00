import type { Actor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { localDate } from '@/lib/shared/time';
import { err, ok, type Result } from '@/lib/shared/result';
import { findConnectAccount } from './connect/repository';
import { exportEarnings } from './earnings/export-earnings';
import { readEarningTotals } from './earnings/read-earnings';
import { findFirstStart, listEarnings } from './earnings/repository';
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

/** A year of earnings as a table for other programs, for the owner of the practice in view. */
export async function loadEarningsTable(
  actor: Actor,
  year: number,
  zoneOf: (owner: ProviderActor) => Promise<string>,
): Promise<Result<string>> {
  if (actor.kind !== 'account' || !actor.provider) return err('common.notFound');
  const owner = { ...actor, provider: actor.provider };
  if (!can(actor, 'provider:own', { providerId: owner.provider.id })) return err('common.notFound');
  return ok(await exportEarnings(owner, { year, zone: await zoneOf(owner) }));
}

/** The years, the latest first, for which there may be earnings: from that of the first sale to this one. */
export async function loadEarningYears(actor: ProviderActor, zone: string): Promise<number[]> {
  const first = await findFirstStart(db(), actor.provider.id);
  const yearOf = (at: Date) => Number(localDate(at, zone).slice(0, 4));
  const now = await clock();
  const last = yearOf(now);
  const begin = Math.min(last, first ? yearOf(first) : last);
  return Array.from({ length: last - begin + 1 }, (_, index) => last - index);
}
