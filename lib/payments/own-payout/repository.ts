import { type OwnPayoutStatus, ownPayoutStatuses } from '@/lib/payments/rules/own-payout-status';
import type { Database, Tx } from '@/lib/server/db/client';

/** One at a time: each is limited by what the others leave. */
export async function lockOwnPayouts(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('own_payout'))`;
}

type NewPayout = { amount: number; currency: string; requestedBy: string };

export async function insertOwnPayout(tx: Tx, payout: NewPayout, now: Date): Promise<string> {
  const data = { ...payout, status: 'requested', createdAt: now };
  return (await tx.ownPayout.create({ data, select: { id: true } })).id;
}

/** What was asked for and is not booked yet. */
export async function sumUnderWay(database: Database): Promise<number> {
  const { _sum } = await database.ownPayout.aggregate({
    where: { status: 'requested' },
    _sum: { amount: true },
  });
  return _sum.amount ?? 0;
}

type OwnPayoutRecord = {
  id: string;
  amount: number;
  currency: string;
  status: OwnPayoutStatus;
  createdAt: Date;
};

export async function findOwnPayout(
  database: Database,
  where: { id: string } | { stripePayoutId: string },
): Promise<OwnPayoutRecord | null> {
  const select = { id: true, amount: true, currency: true, status: true, createdAt: true } as const;
  const row = await database.ownPayout.findUnique({ where, select });
  const status = ownPayoutStatuses.find((known) => known === row?.status);
  return row && status ? { ...row, status } : null;
}

/** Reads the row and keeps others from changing it until the transaction ends. */
export async function lockOwnPayout(tx: Tx, id: string): Promise<OwnPayoutRecord | null> {
  await tx.$queryRaw`select 1 from own_payout where id = ${id}::uuid for update`;
  return findOwnPayout(tx, { id });
}

export async function updateOwnPayout(
  tx: Tx,
  id: string,
  data: { status: OwnPayoutStatus; stripePayoutId?: string; settledAt?: Date },
): Promise<void> {
  await tx.ownPayout.update({ where: { id }, data, select: { id: true } });
}
