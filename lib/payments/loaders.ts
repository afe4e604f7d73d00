import type { Actor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { localDate } from '@/lib/shared/time';
import { err, ok, type Result } from '@/lib/shared/result';
import type { EarningQuestion } from '@/lib/payments/rules/earning-question';
import { monthInterval } from '@/lib/payments/rules/months';
import { exportEarnings } from './earnings/export-earnings';
import { readEarningMonths, readEarningTotals } from './earnings/read-earnings';
import { findFirstStart, listEarnings } from './earnings/repository';
import type { Earning, EarningMonth, EarningTotals } from './earnings/types';
import { readPayoutOutlook } from './outlook/read-outlook';
import type { PayoutOutlook } from './outlook/types';

const perPage = 30;

/** How and when the provider is paid, and what keeps it from being so. */
export async function loadPayoutOutlook(actor: ProviderActor): Promise<PayoutOutlook> {
  return readPayoutOutlook(db(), actor.provider.id, await clock());
}

/** What is held, released and paid out, in the provider's months. */
export async function loadEarningTotals(actor: ProviderActor, zone: string): Promise<EarningTotals> {
  return readEarningTotals(db(), { providerId: actor.provider.id, zone, now: await clock() });
}

export type MoneyAtHand = {
  totals: EarningTotals;
  /** Something is released, and details of the account or of tax keep it from being paid out. */
  areDetailsMissing: boolean;
  /** Since when money waits for them, also what is only held, and what follows from that. */
  waiting: PayoutOutlook['waiting'];
};

/** What the owner reads of money in the overview. */
export async function loadMoneyAtHand(actor: ProviderActor, zone: string): Promise<MoneyAtHand> {
  const [totals, { obstacles, waiting }] = await Promise.all([
    loadEarningTotals(actor, zone),
    loadPayoutOutlook(actor),
  ]);
  const isKept = obstacles.includes('account') || obstacles.includes('tax');
  return { totals, areDetailsMissing: totals.released > 0 && isKept, waiting };
}

/** What was earned in each of the last twelve months of the provider's zone. */
export async function loadEarningMonths(actor: ProviderActor, zone: string): Promise<EarningMonth[]> {
  return readEarningMonths(db(), { providerId: actor.provider.id, zone, now: await clock() });
}

/** Sessions and seats with money, of a state and a month of the zone, page by page from 1, the latest first. */
export async function loadEarnings(
  actor: ProviderActor,
  { page, state, month, zone }: { page: number; zone: string } & EarningQuestion,
): Promise<{ earnings: Earning[]; hasMore: boolean }> {
  const filter = {
    take: perPage + 1,
    skip: (Math.max(1, page) - 1) * perPage,
    state: state ?? undefined,
    between: month ? monthInterval(month, zone) : undefined,
  };
  const rows = await listEarnings(db(), actor.provider.id, filter);
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
