import type { Database } from '@/lib/server/db/client';

/** Whether the last check that was finished found a difference: nothing is paid out until one finds none. */
export async function arePayoutsStopped(database: Database): Promise<boolean> {
  const last = await database.reconciliation.findFirst({
    where: { finishedAt: { not: null } },
    select: { _count: { select: { differences: true } } },
    orderBy: { finishedAt: 'desc' },
  });
  return last !== null && last._count.differences > 0;
}
