import { type Job, PgBoss } from 'pg-boss';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';
import { type JobName, type JobPayloads, jobNames } from './queues';

export type JobHandler<N extends JobName> = (payload: JobPayloads[N]) => Promise<void>;
export type JobHandlers = { [N in JobName]: JobHandler<N> };

/** How often each sweep is put on its queue; `stately` queues hold at most one that waits and one that runs. */
const sweeps: { name: JobName; everyMs: number }[] = [
  { name: 'booking.sweep', everyMs: 2_000 },
  { name: 'event.sweep', everyMs: 2_000 },
  { name: 'room.sweep', everyMs: 2_000 },
  { name: 'payment.sweep', everyMs: 5_000 },
  { name: 'refund.sweep', everyMs: 60_000 },
  { name: 'money.sweep', everyMs: 3_600_000 },
  { name: 'document.sweep', everyMs: 10 * 60_000 },
  { name: 'outbox.sweep', everyMs: 5_000 },
  { name: 'directory.sweep', everyMs: 30_000 },
  { name: 'account.sweep', everyMs: 24 * 3_600_000 },
  { name: 'calendar.sweep', everyMs: 30_000 },
  { name: 'note.sweep', everyMs: 24 * 3_600_000 },
  { name: 'waiting.sweep', everyMs: 60_000 },
  { name: 'file.sweep', everyMs: 10 * 60_000 },
  { name: 'claim.sweep', everyMs: 5_000 },
  { name: 'provider.sweep', everyMs: 15_000 },
];

const parallel: Partial<Record<JobName, number>> = {
  'email.send': 3,
  'stripe.call': 4,
  'stripe.event': 4,
  'calendar.read': 4,
};

function startSweeps(boss: PgBoss): () => void {
  const timers = sweeps.map(({ name, everyMs }) => {
    const send = () =>
      boss.send(name, {}).catch((error: unknown) => log.warn({ err: error, job: name }, 'sweep not queued'));
    void send();
    return setInterval(send, everyMs);
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

async function beat(id: string): Promise<void> {
  const data = { version: process.env.npm_package_version ?? 'unknown', seenAt: new Date() };
  await db().workerHeartbeat.upsert({ where: { id }, create: { id, ...data }, update: data });
}

async function handle<N extends JobName>(
  name: N,
  jobs: Job<JobPayloads[N]>[],
  handler: JobHandler<N>,
): Promise<void> {
  for (const job of jobs) {
    try {
      await handler(job.data);
    } catch (error) {
      log.error({ err: error, job: name, id: job.id }, 'job failed');
      throw error;
    }
  }
}

/** Runs the handlers until `stop` is called; any number of workers may run on one database. */
export async function startWorker(handlers: JobHandlers): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    migrate: false,
    createSchema: false,
    schedule: false,
    // Jobs of a worker that was killed are noticed within this time after their heartbeat is missed.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    max: 6,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  const work = async <N extends JobName>(name: N) => {
    const options = { pollingIntervalSeconds: 0.5, localConcurrency: parallel[name] ?? 1 };
    await boss.work<JobPayloads[N]>(name, options, (jobs) => handle(name, jobs, handlers[name]));
  };
  for (const name of jobNames) await work(name);
  const id = `worker-${process.pid}`;
  await beat(id);
  const heart = setInterval(
    () => void beat(id).catch((error: unknown) => log.warn({ err: error }, 'heartbeat')),
    5_000,
  );
  const stopSweeps = startSweeps(boss);
  return {
    stop: async () => {
      stopSweeps();
      clearInterval(heart);
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
