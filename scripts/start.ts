import { readEnv } from '@/lib/server/env';
import { ensureBuild } from './supervisor/build';
import { readPorts } from './supervisor/config';
import { runUntilStopped } from './supervisor/run-until-stopped';
import { seedWhenEmpty } from './supervisor/seed';
import { startStack, startWebProcesses, startWorkerProcess } from './supervisor/services';

/** `npm start`: the product on PORT (3000), with everything it needs that is not configured. */
async function main(): Promise<void> {
  const ports = readPorts(process.env);
  ensureBuild();
  const stack = await startStack(process.env, {
    ports,
    cluster: 'postgres',
    database: 'consilia',
    durable: true,
  });
  try {
    readEnv({ ...stack.environment, NODE_ENV: 'production' });
    if (stack.isEmbedded) await seedWhenEmpty(stack);
    startWorkerProcess(stack);
    await startWebProcesses(stack, ports.web, 'start');
  } catch (error) {
    await stack.stop();
    throw error;
  }
  console.log(`\nConsilia is ready: ${ports.web.map((port) => `http://localhost:${port}`).join(', ')}`);
  await runUntilStopped(stack);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
