import { dirname } from 'node:path';
import { prepareJobs } from '@/lib/server/jobs/boss';
import { applyMigrations } from '../db/migrate';
import { type Service, startService, stopService, waitForHttp } from '../lib/processes';
import { ensureDatabase, type PostgresServer, startPostgres } from '../services/postgres';
import { appEnvironment, clusterFolder, dataFolder, type Ports, wantsSandbox } from './config';
import { dropForeignCluster } from './data-owner';

const tsx = ['--disable-warning=ExperimentalWarning', '--import', 'tsx'];
/** How Node starts a web process. The option is one word, as `next dev` hands it on. */
export const next = ['--import=./scripts/supervisor/append-peer.mjs', 'node_modules/next/dist/bin/next'];

export type Stack = {
  environment: NodeJS.ProcessEnv;
  databaseUrl: string;
  /** Sandboxes and a database of our own: the only one that is ever seeded. */
  isDemo: boolean;
  services: Service[];
  stop: () => Promise<void>;
};

export type StackOptions = {
  ports: Ports;
  /** Name of the database inside the embedded cluster, and of the cluster's folder. */
  cluster: string;
  database: string;
  durable: boolean;
};

/** Brings up the database (embedded unless DATABASE_URL is set), migrates it, and starts the sandboxes. */
export async function startStack(
  source: NodeJS.ProcessEnv,
  { ports, cluster, database, durable }: StackOptions,
): Promise<Stack> {
  let server: PostgresServer | undefined;
  const services: Service[] = [];
  const stop = async () => {
    for (const service of [...services].reverse()) await stopService(service);
    await server?.stop();
  };
  try {
    if (!source.DATABASE_URL) {
      const folder = clusterFolder(cluster);
      if (dropForeignCluster(dataFolder(), dirname(folder)))
        console.log('The data folder is new: the database that belonged to the old one is gone with it.');
      server = await startPostgres({ folder, port: ports.postgres, durable });
      await ensureDatabase(server, database);
    }
    const databaseUrl = source.DATABASE_URL || (server?.url(database) ?? '');
    await applyMigrations(databaseUrl);
    await prepareJobs(databaseUrl);
    const environment = appEnvironment(source, ports, databaseUrl);
    if (wantsSandbox(source)) {
      services.push(startService('sandbox', process.execPath, [...tsx, 'sandbox/main.ts'], environment));
      await waitForHttp(`http://127.0.0.1:${ports.mail}/`, 20_000);
      await waitForHttp(`http://127.0.0.1:${ports.stripe}/_sandbox/requests`, 20_000);
      await waitForHttp(`http://127.0.0.1:${ports.files}/_sandbox/files`, 20_000);
    }
    const isDemo = server !== undefined && environment.CONSILIA_DEMO === '1';
    return { environment, databaseUrl, isDemo, services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export function startWorkerProcess(stack: Stack): Service {
  const environment = { ...stack.environment, NODE_ENV: 'production' as const };
  const service = startService('worker', process.execPath, [...tsx, 'scripts/worker.ts'], environment);
  stack.services.push(service);
  return service;
}

/** One web process a port, all on the same database. `dev` compiles on demand. */
export async function startWebProcesses(stack: Stack, ports: number[], mode: 'start' | 'dev'): Promise<void> {
  const NODE_ENV = mode === 'start' ? 'production' : 'development';
  for (const port of ports) {
    const environment: NodeJS.ProcessEnv = { ...stack.environment, NODE_ENV, PORT: String(port) };
    const service = startService(
      `web:${port}`,
      process.execPath,
      [...next, mode, '-p', String(port)],
      environment,
    );
    stack.services.push(service);
    const isAlive = () => service.process.exitCode === null && service.process.signalCode === null;
    await waitForHttp(`http://localhost:${port}/api/health`, 120_000, isAlive);
  }
}
