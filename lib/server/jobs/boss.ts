import { fromPrisma, PgBoss } from 'pg-boss';
import type { Tx } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';
import { deadLetterQueue, type JobName, type JobPayloads, jobNames, queues } from './queues';

const store = globalThis as { consiliaSender?: Promise<PgBoss> };

/** Makes or updates the tables and queues of pg-boss; part of migrating. */
export async function prepareJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 2 });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  try {
    await boss.createQueue(deadLetterQueue);
    for (const name of jobNames) {
      // A sweep that failed is not kept: the next one does its work.
      const kind = name.endsWith('.sweep')
        ? ({ policy: 'stately' } as const)
        : ({ policy: 'standard', deadLetter: deadLetterQueue } as const);
      await boss.createQueue(name, { ...queues[name], ...kind });
      await boss.updateQueue(name, queues[name]);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
    max: 1,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  return boss;
}

/** Puts a job on its queue inside the business transaction: it exists if and only if that commits. */
export async function enqueue<N extends JobName>(tx: Tx, name: N, payload: JobPayloads[N]): Promise<void> {
  store.consiliaSender ??= startSender();
  const boss = await store.consiliaSender;
  await boss.send(name, payload, { db: fromPrisma(tx) });
}

export async function closeJobs(): Promise<void> {
  const boss = await store.consiliaSender;
  delete store.consiliaSender;
  await boss?.stop({ graceful: false });
}
