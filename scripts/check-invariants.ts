import { now } from '@/lib/server/clock';
import { closeDatabase, db } from '@/lib/server/db/client';
import { checkAll, printResults } from './invariants/check-all';
import { runningUrl } from './services/postgres';
import { appEnvironment, clusterFolder, readPorts } from './supervisor/config';
import { type Stack, startStack } from './supervisor/services';

const cluster = 'postgres';
const database = 'consilia';

/** Where the data is: DATABASE_URL, else the embedded database, as it runs or started for this check. */
async function prepare(): Promise<Stack | null> {
  if (process.env.DATABASE_URL) return null;
  const ports = readPorts(process.env);
  const url = await runningUrl({ folder: clusterFolder(cluster), port: ports.postgres }, database);
  const stack = url ? null : await startStack(process.env, { ports, cluster, database, durable: true });
  Object.assign(process.env, stack?.environment ?? appEnvironment(process.env, ports, url ?? ''));
  return stack;
}

/** `npm run check:invariants`: what must always be true of the data. Ends with 1 when something is not. */
async function main(): Promise<void> {
  const stack = await prepare();
  try {
    const violations = printResults(await checkAll(db(), await now()));
    process.exitCode = violations === 0 ? 0 : 1;
  } finally {
    await closeDatabase();
    await stack?.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
