import { now } from '@/lib/server/clock';
import { closeDatabase, db } from '@/lib/server/db/client';
import type { Checked } from '@/lib/server/db/invariant';
import { checkAll, emptyOnes, printResults } from '../invariants/check-all';
import { countUnderWay, isNothing } from '../invariants/under-way';
import { delay } from '../lib/processes';

const patienceMs = 120_000;

/** What is true of the demo that the tests begin with. */
export async function checkInvariantsBefore(environment: NodeJS.ProcessEnv): Promise<Checked[]> {
  Object.assign(process.env, environment);
  try {
    return await checkAll(db(), await now());
  } finally {
    await closeDatabase();
  }
}

/**
 * What must be true of the data before the tests and after everything that they have done to it; 1 when it is not, or
 * when an invariant had nothing to check either time: the tests move the clock past what the demo still has ahead.
 */
export async function checkInvariantsAfter(
  environment: NodeJS.ProcessEnv,
  before: Checked[],
): Promise<number> {
  Object.assign(process.env, environment);
  try {
    await untilSettled();
    const after = await checkAll(db(), await now());
    const wrongBefore = before.filter(({ violations }) => violations.length > 0);
    if (wrongBefore.length > 0) printResults(wrongBefore);
    const checkedBefore = new Set(before.filter(({ checked }) => checked > 0).map(({ name }) => name));
    const empty = emptyOnes(after.filter(({ name }) => !checkedBefore.has(name)));
    return wrongBefore.length + printResults(after) + empty.length === 0 ? 0 : 1;
  } finally {
    await closeDatabase();
  }
}

async function untilSettled(): Promise<void> {
  for (const end = Date.now() + patienceMs; ; await delay(500)) {
    const left = await countUnderWay(db(), await now());
    if (isNothing(left)) return;
    if (Date.now() > end) throw new Error(`The worker does not come to an end: ${JSON.stringify(left)}`);
  }
}
