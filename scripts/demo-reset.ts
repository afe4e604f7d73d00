import { clusterFolder, readPorts, wantsSandbox } from './supervisor/config';
import { seedWhenEmpty } from './supervisor/seed';
import { startStack } from './supervisor/services';
import { dropDatabase, startPostgres } from './services/postgres';

const cluster = 'postgres';
const database = 'consilia';

async function isRunning(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError';
  }
}

/** `npm run demo:reset`: throws the demo away and makes it anew, relative to today. */
async function main(): Promise<void> {
  const ports = readPorts(process.env);
  if (process.env.DATABASE_URL)
    throw new Error('demo:reset empties the embedded database only: unset DATABASE_URL.');
  if (!wantsSandbox(process.env))
    throw new Error(
      'The demo needs the sandboxes: unset the keys of Stripe and Resend, and an https APP_URL.',
    );
  for (const port of ports.web) {
    if (await isRunning(port))
      throw new Error(`Consilia is running on port ${port}: stop it first (Ctrl-C).`);
  }
  const server = await startPostgres({ folder: clusterFolder(cluster), port: ports.postgres, durable: true });
  try {
    await dropDatabase(server, database);
  } finally {
    await server.stop();
  }
  console.log('The old demo is gone.');
  const stack = await startStack(process.env, { ports, cluster, database, durable: true });
  try {
    await seedWhenEmpty(stack);
  } finally {
    await stack.stop();
  }
  console.log('The demo is new. `npm start` shows it.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
