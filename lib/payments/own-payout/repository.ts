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
export async function sumUnderWay(tx: Tx): Promise<number> {
  const { _sum } = await tx.ownPayout.aggregate({ where: { status: 'requested' }, _sum: { amount: true } });
  return _sum.amount ?? 0;
}

export function findOwnPayout(database: Database, where: { id: string } | { stripePayoutId: string }) {
  return database.ownPayout.findUnique({
    where,
    select: { id: true, amount: true, currency: true, status: true, stripePayoutId: true, createdAt: true },
  });
}

export async function updateOwnPayout(
  tx: Tx,
  id: string,
  data: { status: 'sent' | 'paid' | 'failed'; stripePayoutId?: string; settledAt?: Date },
): Promise<void> {
  await tx.ownPayout.update({ where: { id }, data, select: { id: true } });
}
