import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';

export type Health = { database: 'up' | 'down'; jobs: 'up' | 'down'; version: string };

const staleAfterMs = 30_000;

/** Whether the database answers, and whether a worker has been seen within half a minute. */
export async function readHealth(): Promise<Health> {
  const version = process.env.npm_package_version ?? '0.1.0';
  try {
    const since = new Date(Date.now() - staleAfterMs);
    const workers = await db().workerHeartbeat.count({ where: { seenAt: { gte: since } } });
    return { database: 'up', jobs: workers > 0 ? 'up' : 'down', version };
  } catch (error) {
    log.error({ err: error }, 'health: database');
    return { database: 'down', jobs: 'down', version };
  }
}
