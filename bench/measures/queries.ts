import { db } from '@/lib/server/db/client';
import { delay } from '@/scripts/lib/processes';
import type { Measured } from './types';

const requests = 20;
/** A backend tells its numbers at most once a second while it works, and its last ones when it has been idle for 10 s. */
const statisticsMs = 12_000;

async function committed(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    select xact_commit as count from pg_stat_database where datname = current_database()`;
  return Number(row?.count ?? 0);
}

/**
 * Queries that one request makes, from the database's own count of transactions: outside of one, each query is its own.
 * Nothing else may run meanwhile. More than `most` smells of a query for each row.
 */
export async function measureQueries(base: string, path: string, most: number): Promise<Measured> {
  await (await fetch(base + path)).arrayBuffer();
  await delay(statisticsMs);
  const before = await committed();
  for (let n = 0; n < requests; n += 1) await (await fetch(base + path)).arrayBuffer();
  await delay(statisticsMs);
  // The question itself is one.
  const each = Math.max(0, (await committed()) - before - 1) / requests;
  return {
    name: `queries of ${path.split('?')[0]}`,
    figure: each.toFixed(1),
    target: `≤ ${most}`,
    isMet: each <= most,
  };
}
