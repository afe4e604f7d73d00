import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { money, toCurrency } from '@/lib/shared/money';
import { type MinimumPrices, pricedKinds } from './rules/minimum-price';
import type { PlanView } from './types';

const select = {
  code: true,
  feeAmount: true,
  feeInterval: true,
  currency: true,
  commissionBps: true,
  commissionVatIncluded: true,
  advisorBearsFee: true,
  features: true,
  isActive: true,
  version: true,
} as const satisfies Prisma.PlanSelect;

function toView({
  feeAmount,
  feeInterval,
  currency,
  commissionVatIncluded,
  ...row
}: Prisma.PlanGetPayload<{ select: typeof select }>): PlanView {
  return {
    ...row,
    fee: money(feeAmount, toCurrency(currency)),
    feeInterval: feeInterval === 'month' || feeInterval === 'year' ? feeInterval : null,
    isCommissionVatIncluded: commissionVatIncluded,
  };
}

const mostPlans = 50;

/** The plans that are sold, and those in `kept`, which somebody still holds; in the operator's order. */
export async function listPlans(database: Database, kept: readonly string[]): Promise<PlanView[]> {
  const rows = await database.plan.findMany({
    where: { OR: [{ isActive: true }, { code: { in: [...kept] } }] },
    select,
    orderBy: { position: 'asc' },
    take: mostPlans,
  });
  return rows.map(toView);
}

/** All plans, those that are switched off too. */
export async function listAllPlans(database: Database): Promise<PlanView[]> {
  const rows = await database.plan.findMany({ select, orderBy: { position: 'asc' }, take: mostPlans });
  return rows.map(toView);
}

export async function findPlan(database: Database, code: string): Promise<PlanView | null> {
  const row = await database.plan.findUnique({ where: { code }, select });
  return row && toView(row);
}

export type PlanTerms = {
  feeAmount: number;
  commissionBps: number;
  commissionVatIncluded: boolean;
  advisorBearsFee: boolean;
  features: string[];
};

/** Compare-and-set on the version; false when somebody else was faster. */
export async function updatePlan(
  tx: Tx,
  { code, version }: { code: string; version: number },
  data: PlanTerms | { isActive: boolean },
): Promise<boolean> {
  const { count } = await tx.plan.updateMany({
    where: { code, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** How many providers hold each plan. */
export async function countHolders(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.provider.groupBy({ by: ['planCode'], _count: true });
  return new Map(rows.map(({ planCode, _count }) => [planCode, _count]));
}

export async function readMinimums(database: Database): Promise<MinimumPrices> {
  const rows = await database.minimumPrice.findMany({ select: { kind: true, amount: true }, take: 10 });
  const amountOf = (kind: string) => rows.find((row) => row.kind === kind)?.amount ?? 0;
  const entries = pricedKinds.map((kind) => [kind, amountOf(kind)] as const);
  return Object.fromEntries(entries) as MinimumPrices;
}

export async function writeMinimums(tx: Tx, minimums: MinimumPrices): Promise<void> {
  for (const kind of pricedKinds)
    await tx.minimumPrice.update({
      where: { kind },
      data: { amount: minimums[kind] },
      select: { kind: true },
    });
}

/** What the audit log names a plan by. */
export async function findPlanId(tx: Tx, code: string): Promise<string> {
  return (await tx.plan.findUniqueOrThrow({ where: { code }, select: { id: true } })).id;
}

/** The same of the minimum of a kind. */
export async function findMinimumId(tx: Tx, kind: string): Promise<string> {
  return (await tx.minimumPrice.findUniqueOrThrow({ where: { kind }, select: { id: true } })).id;
}
