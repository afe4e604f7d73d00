import { checkConfiguration, readPorts } from './supervisor/config';
import { runUntilStopped } from './supervisor/run-until-stopped';
import { seedWhenEmpty } from './supervisor/seed';
import { startStack, startWebProcesses, startWorkerProcess } from './supervisor/services';

/** `npm run dev`: as `npm start`, but compiled on demand. */
async function main(): Promise<void> {
  const ports = readPorts(process.env);
  checkConfiguration(process.env, ports);
  const stack = await startStack(process.env, {
    ports,
    cluster: 'postgres',
    database: 'consilia',
    durable: true,
  });
  try {
    if (stack.isDemo) await seedWhenEmpty(stack);
    startWorkerProcess(stack);
    await startWebProcesses(stack, ports.web, 'dev');
  } catch (error) {
    await stack.stop();
    throw error;
  }
  await runUntilStopped(stack);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
