import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../lib/processes';
import { ensureBuild } from '../supervisor/build';
import { seedWhenEmpty } from '../supervisor/seed';
import { startStack, startWebProcesses, startWorkerProcess } from '../supervisor/services';
import { ensureBrowser } from './browser';
import { checkRequestsAfter } from './requests-after';
import { checkInvariantsAfter, checkInvariantsBefore } from './invariants-after';

/** The journeys in Chromium against a production build on a database, sandboxes and ports of their own. */
export async function runBrowserTests(): Promise<number> {
  const browser = ensureBrowser();
  if (!browser) {
    console.error(
      'The browser tests need Chromium: install it (on Debian `apt-get install chromium`) or set CHROMIUM_PATH to it.',
    );
    return 1;
  }
  ensureBuild();
  const folder = mkdtempSync(join(tmpdir(), 'consilia-e2e-'));
  process.env.CONSILIA_DATA_DIR = folder;
  const [web, stripe, mail, postgres, files] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const ports = { web: [web], stripe, mail, postgres, files };
  const source = {
    ...process.env,
    DATABASE_URL: '',
    CONSILIA_TEST_CLOCK: '1',
    STRIPE_SANDBOX_CHECK: '1',
    LOG_LEVEL: 'warn',
  };
  const stack = await startStack(source, {
    ports,
    cluster: 'e2e-postgres',
    database: 'consilia',
    durable: false,
  });
  try {
    await seedWhenEmpty(stack);
    const before = await checkInvariantsBefore(stack.environment);
    startWorkerProcess(stack);
    await startWebProcesses(stack, ports.web, 'start');
    const { status } = spawnSync(
      'node_modules/.bin/playwright',
      ['test', ...process.argv.slice(2).filter((arg) => arg.endsWith('.spec.ts'))],
      {
        stdio: 'inherit',
        env: {
          ...process.env,
          ...stack.environment,
          CHROMIUM_PATH: browser,
          PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/e2e.json',
        },
      },
    );
    return (
      (status ?? 1) ||
      (await checkRequestsAfter(stripe)) ||
      (await checkInvariantsAfter(stack.environment, before))
    );
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
