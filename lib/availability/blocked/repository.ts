import type { Database, Tx } from '@/lib/server/db/client';
import type { Interval } from '@/lib/shared/time';

export type BlockedTime = Interval & { id: string; title: string | null };

const select = { id: true, startsAt: true, endsAt: true, title: true } as const;

/** What a specialist keeps for something else in a stretch of time, in order. */
export async function listBlockedTimes(
  database: Database,
  specialistId: string,
  { start, end }: Interval,
): Promise<BlockedTime[]> {
  const rows = await database.blockedTime.findMany({
    where: { specialistId, startsAt: { lt: end }, endsAt: { gt: start } },
    select,
    orderBy: { startsAt: 'asc' },
    take: 1000,
  });
  return rows.map(({ startsAt, endsAt, ...row }) => ({ ...row, start: startsAt, end: endsAt }));
}

export async function insertBlockedTime(
  tx: Tx,
  specialistId: string,
  { start, end, title }: Omit<BlockedTime, 'id'>,
): Promise<string> {
  const row = await tx.blockedTime.create({
    data: { specialistId, startsAt: start, endsAt: end, title },
    select: { id: true },
  });
  return row.id;
}

/** False when there is no such time of this specialist. */
export async function deleteBlockedTime(tx: Tx, of: { id: string; specialistId: string }): Promise<boolean> {
  const { count } = await tx.blockedTime.deleteMany({ where: of });
  return count === 1;
}
