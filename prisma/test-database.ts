import { prepareJobs } from '@/lib/server/jobs/boss';
import { applyMigrations } from '../scripts/db/migrate';
import { freePort } from '../scripts/lib/processes';
import { ensureDatabase, startPostgres } from '../scripts/services/postgres';
import { clusterFolder } from '../scripts/supervisor/config';

type Project = { provide: (key: 'templateUrl', value: string) => void };

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** One server for all database tests; each test file gets a copy of the migrated template. */
export default async function setup(project: Project): Promise<() => Promise<void>> {
  const server = await startPostgres({
    folder: clusterFolder('test-postgres'),
    port: await freePort(),
    durable: false,
  });
  const name = `template_${process.pid}`;
  await ensureDatabase(server, name);
  await applyMigrations(server.url(name));
  await prepareJobs(server.url(name));
  project.provide('templateUrl', server.url(name));
  return () => server.stop();
}
