import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { toCurrency } from '@/lib/shared/money';
import type { PlanBuyer, PlanSubscription } from './types';

const select = {
  id: true,
  providerId: true,
  planCode: true,
  status: true,
  version: true,
  checkoutAttempt: true,
  checkoutSessionId: true,
  checkoutUrl: true,
  checkoutOpenedAt: true,
  stripeSubscriptionId: true,
  stripeItemId: true,
  stripeScheduleId: true,
  feeAmount: true,
  currency: true,
  isTaxed: true,
  periodStart: true,
  periodEnd: true,
  cancelAt: true,
  pendingPlanCode: true,
  changeAttempt: true,
  asked: true,
  pastDueSince: true,
  startedAt: true,
} as const satisfies Prisma.PlanSubscriptionSelect;

function toRecord({
  currency,
  ...row
}: Prisma.PlanSubscriptionGetPayload<{ select: typeof select }>): PlanSubscription {
  return { ...row, currency: toCurrency(currency) };
}

/** The subscription of a provider that is not over: chosen, paid or past due. */
export async function findLive(database: Database, providerId: string): Promise<PlanSubscription | null> {
  const row = await database.planSubscription.findFirst({
    where: { providerId, status: { not: 'ended' } },
    select,
  });
  return row && toRecord(row);
}

/** The same, kept from others until the transaction ends. */
export async function lockLive(tx: Tx, providerId: string): Promise<PlanSubscription | null> {
  await tx.$queryRaw`
    select 1 from plan_subscription where provider_id = ${providerId}::uuid and status <> 'ended' for update`;
  return findLive(tx, providerId);
}

export async function findSubscription(database: Database, id: string): Promise<PlanSubscription | null> {
  const row = await database.planSubscription.findUnique({ where: { id }, select });
  return row && toRecord(row);
}

export async function lockSubscription(tx: Tx, id: string): Promise<PlanSubscription | null> {
  await tx.$queryRaw`select 1 from plan_subscription where id = ${id}::uuid for update`;
  return findSubscription(tx, id);
}

export async function insertSubscription(
  tx: Tx,
  data: { providerId: string; planCode: string; feeAmount: number; currency: string; createdAt: Date },
): Promise<PlanSubscription> {
  return toRecord(await tx.planSubscription.create({ data, select }));
}

/** Compare-and-set on the version; the record as it is then, or null when another writer was faster. */
export async function updateSubscription(
  database: Database,
  { id, version }: Pick<PlanSubscription, 'id' | 'version'>,
  data: Prisma.PlanSubscriptionUncheckedUpdateManyInput,
): Promise<PlanSubscription | null> {
  const { count } = await database.planSubscription.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1 ? findSubscription(database, id) : null;
}

/** Who pays, as invoices and mails name them. */
export async function findBuyer(database: Database, providerId: string): Promise<PlanBuyer | null> {
  const row = await database.provider.findUnique({
    where: { id: providerId },
    select: {
      accountId: true,
      status: true,
      displayName: true,
      sellerName: true,
      sellerEmail: true,
      timeZone: true,
      planCode: true,
      reverseCharge: true,
      reverseChargeVerifiedAt: true,
      account: { select: { email: true, locale: true } },
    },
  });
  if (!row) return null;
  const { accountId, timeZone, planCode, account } = row;
  return {
    providerId,
    accountId,
    timeZone,
    planCode,
    name: row.sellerName ?? row.displayName,
    email: row.sellerEmail ?? account.email,
    ownerEmail: account.email,
    locale: account.locale,
    isReverseCharge: row.reverseCharge && row.reverseChargeVerifiedAt !== null,
    isClosed: row.status === 'closed',
  };
}

export async function setPlan(tx: Tx, providerId: string, planCode: string): Promise<void> {
  await tx.provider.update({ where: { id: providerId }, data: { planCode }, select: { id: true } });
}

/** A fee of 0 is free of charge; false for plans that are not there. */
export async function isFreePlan(database: Database, code: string): Promise<boolean> {
  const row = await database.plan.findUnique({
    where: { code },
    select: { feeAmount: true, isActive: true },
  });
  return row !== null && row.isActive && row.feeAmount === 0;
}

export async function isKnownPlan(database: Database, code: string): Promise<boolean> {
  return (await database.plan.count({ where: { code } })) === 1;
}

export async function findPlanCustomer(database: Database, providerId: string): Promise<string | null> {
  const row = await database.planCustomer.findUnique({
    where: { providerId },
    select: { stripeCustomerId: true },
  });
  return row?.stripeCustomerId ?? null;
}

/** Of two at once the first counts. */
export async function insertPlanCustomer(
  database: Database,
  providerId: string,
  stripeCustomerId: string,
): Promise<void> {
  await database.planCustomer.createMany({ data: [{ providerId, stripeCustomerId }], skipDuplicates: true });
}

/** Forgets a customer that the payment service no longer knows. */
export async function deletePlanCustomer(
  database: Database,
  providerId: string,
  stripeCustomerId: string,
): Promise<void> {
  await database.planCustomer.deleteMany({ where: { providerId, stripeCustomerId } });
}
