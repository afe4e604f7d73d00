import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase } from '@/lib/server/db/client';
import { closeJobs } from '@/lib/server/jobs/boss';
import { dataFolder, type Ports, readPorts } from '@/scripts/supervisor/config';
import { ensureBuild } from '@/scripts/supervisor/build';
import { crashes } from './faults/crashes';
import { kills } from './faults/kills';
import { oneTime } from './faults/one-time';
import { payoutRun } from './faults/payout-run';
import { services } from './faults/services';
import { webhooks } from './faults/webhooks';
import { Clock } from './stand/clock';
import { Stand } from './stand/stand';

type Drill = {
  title: string;
  run: (stand: Stand, clock: Clock) => Promise<string[]>;
  /** Nobody asks for a page: it needs no build. */
  isWorkerOnly?: boolean;
};

const drills: Record<string, Drill> = {
  a: { title: '100 clients want one time', run: oneTime },
  b: { title: 'kill -9 of app, worker and database under load', run: kills },
  c: { title: 'crashes between database and payment service', run: crashes },
  d: { title: 'webhooks duplicated, reversed, late, forged', run: webhooks },
  e: { title: 'mail and payment service refusing, hanging, answering after the effect', run: services },
  j: { title: 'kill -9 of the worker while it pays out', run: payoutRun, isWorkerOnly: true },
};

/** Random tests of the database layer, made as often as would take too long each time. */
const longTests: Record<string, { title: string; file: string; environment: NodeJS.ProcessEnv }> = {
  f: {
    title: 'offered is accepted and nothing else, 10 000 times over a year',
    file: 'lib/booking/offered-accepted.db.test.ts',
    environment: { NODE_ENV: 'test', ATTEMPTS: '10000' },
  },
  g: {
    title: '10 000 random operations of 16 at once leave nothing wrong',
    file: 'lib/rooms/random-operations.db.test.ts',
    environment: { NODE_ENV: 'test', OPERATIONS: '10000' },
  },
  h: {
    title: 'up to five events of a payment in every order, doubled, some while it is under way',
    file: 'lib/rooms/webhook-orders.db.test.ts',
    environment: { NODE_ENV: 'test', ORDERS: '120' },
  },
  i: {
    title: '400 practices: random terms, sessions, claims, disputes, refunds, records and payouts',
    file: 'lib/rooms/random-money.db.test.ts',
    environment: { NODE_ENV: 'test', COURSES: '400' },
  },
  k: {
    title: 'a month of 300 sessions agrees with figures worked out apart',
    file: 'lib/rooms/simulated-month.db.test.ts',
    environment: { NODE_ENV: 'test', MONTH_SESSIONS: '300' },
  },
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
  const all = [...Object.keys(drills), ...Object.keys(longTests)];
  const wanted = (values.only?.split(',') ?? all).filter((name) => !passed.includes(name));
  const ports = readPorts({ PORT: '4900', ...process.env, WEB_PROCESSES: '2' });
  if (wanted.some((name) => drills[name] && !drills[name].isWorkerOnly)) ensureBuild();
  let failures = 0;
  for (const name of wanted) {
    if (!all.includes(name)) throw new Error(`There is no drill ${name}: choose from ${all.join(', ')}.`);
    if (await isPassed(name, ports)) appendFileSync(results, `${name}\n`);
    else failures += 1;
  }
  process.exit(failures === 0 ? 0 : 1);
}

async function isPassed(name: string, ports: Ports): Promise<boolean> {
  const test = longTests[name];
  if (test) return runTest(test);
  const drill = drills[name];
  if (!drill) return false;
  const lines = await inStand(new Stand(ports, true, !drill.isWorkerOnly), drill);
  const isRight = !lines.some((line) => line.startsWith('WRONG'));
  console.log(`\n${isRight ? '✓' : '✗'} ${name}: ${drill.title}\n  ${lines.join('\n  ')}\n`);
  return isRight;
}

function runTest({ title, file, environment }: (typeof longTests)[string]): boolean {
  console.log(`— ${title}`);
  const env = { ...process.env, ...environment };
  const args = ['run', '--project', 'db', file];
  return spawnSync('node_modules/.bin/vitest', args, { stdio: 'inherit', env }).status === 0;
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
