import type { Database } from '@/lib/server/db/client';
import type { JobName, JobPayloads } from './queues';

/**
 * Of these subjects the ones for which no job of the queue waits, runs or will be tried again: theirs was lost, for
 * instance with a backup. `field` is where the payload names the subject.
 */
export async function listWithoutJob<N extends JobName>(
  database: Database,
  name: N,
  field: keyof JobPayloads[N] & string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    select data ->> ${field} as id from pgboss.job
    where name = ${name} and state in ('created', 'retry', 'active') and data ->> ${field} = any(${ids})`;
  const busy = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !busy.has(id));
}
