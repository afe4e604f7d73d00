import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase } from '@/lib/server/db/client';
import { closeJobs } from '@/lib/server/jobs/boss';
import { dataFolder, readPorts } from '@/scripts/supervisor/config';
import { ensureBuild } from '@/scripts/supervisor/build';
import { crashes } from './faults/crashes';
import { kills } from './faults/kills';
import { oneTime } from './faults/one-time';
import { services } from './faults/services';
import { webhooks } from './faults/webhooks';
import { Clock } from './stand/clock';
import { Stand } from './stand/stand';

type Drill = { title: string; run: (stand: Stand, clock: Clock) => Promise<string[]> };

const drills: Record<string, Drill> = {
  a: { title: '100 clients want one time', run: oneTime },
  b: { title: 'kill -9 of app, worker and database under load', run: kills },
  c: { title: 'crashes between database and payment service', run: crashes },
  d: { title: 'webhooks duplicated, reversed, late, forged', run: webhooks },
  e: { title: 'mail and payment service refusing, hanging, answering after the effect', run: services },
};

/**
 * `npm run drills`: what is too long for every test run. `--only a,c` runs some; `--resume` leaves out what has passed
 * since the results file was made. Each drill prints its figures and ends with the invariants.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, resume: { type: 'boolean' } } });
  process.env.CONSILIA_DATA_DIR = join(dataFolder(), 'drills');
  mkdirSync(dataFolder(), { recursive: true });
  const results = join(dataFolder(), 'passed.txt');
  const passed = values.resume && existsSync(results) ? readFileSync(results, 'utf8').split('\n') : [];
  const wanted = (values.only?.split(',') ?? Object.keys(drills)).filter((name) => !passed.includes(name));
  const ports = readPorts({ PORT: '4900', ...process.env, WEB_PROCESSES: '2' });
  ensureBuild();
  let failures = 0;
  for (const name of wanted) {
    const drill = drills[name];
    if (!drill) throw new Error(`There is no drill ${name}: choose from ${Object.keys(drills).join(', ')}.`);
    const lines = await inStand(new Stand(ports), drill);
    const isRight = !lines.some((line) => line.startsWith('WRONG'));
    console.log(`\n${isRight ? '✓' : '✗'} ${name}: ${drill.title}\n  ${lines.join('\n  ')}\n`);
    if (isRight) appendFileSync(results, `${name}\n`);
    else failures += 1;
  }
  process.exit(failures === 0 ? 0 : 1);
}

/** Each drill on a database of its own; the processes end with it, whatever happens. */
async function inStand(stand: Stand, { title, run }: Drill): Promise<string[]> {
  console.log(`— ${title}`);
  const stop = () => void stand.stop().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await stand.start();
    return await run(stand, new Clock(stand));
  } catch (error) {
    return [`WRONG: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await closeJobs();
    await closeDatabase();
    await stand.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
