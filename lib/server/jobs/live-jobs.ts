import { Prisma } from '@/lib/server/db/generated/client';
import type { JobName, JobPayloads } from './queues';

/**
 * A condition on rows: no job of the queue waits, runs or will be tried again for them, because theirs was lost, for
 * instance with a backup. `field` is where the payload names the row, `id` its column.
 */
export function withoutJob<N extends JobName>(
  name: N,
  field: keyof JobPayloads[N] & string,
  id: 'id' | 'id::text',
): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(id)} not in (
    select job.data ->> ${field} from pgboss.job job
    where job.name = ${name} and job.state in ('created', 'retry', 'active') and job.data ->> ${field} is not null)`;
}
