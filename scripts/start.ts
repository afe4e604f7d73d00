import { ensureBuild } from './supervisor/build';
import { checkConfiguration, readPorts } from './supervisor/config';
import { runUntilStopped } from './supervisor/run-until-stopped';
import { seedWhenEmpty } from './supervisor/seed';
import { startStack, startWebProcesses, startWorkerProcess } from './supervisor/services';

/** `npm start`: the product on PORT (3000), with everything it needs that is not configured. */
async function main(): Promise<void> {
  const ports = readPorts(process.env);
  checkConfiguration(process.env, ports);
  if (process.env.APP_URL?.startsWith('https:') && !process.env.TRUSTED_PROXIES)
    console.warn(
      'APP_URL is https, so a proxy stands in front: set TRUSTED_PROXIES, or all share one rate limit.',
    );
  ensureBuild();
  const stack = await startStack(process.env, {
    ports,
    cluster: 'postgres',
    database: 'consilia',
    durable: true,
  });
  try {
    if (stack.isDemo) await seedWhenEmpty(stack);
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
