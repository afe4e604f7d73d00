import { now } from '@/lib/server/clock';
import { closeDatabase, db } from '@/lib/server/db/client';
import { checkAll, emptyOnes, printResults } from '../invariants/check-all';
import { countUnderWay, isNothing } from '../invariants/under-way';
import { delay } from '../lib/processes';

const patienceMs = 120_000;

/**
 * What must be true of the data after everything that the tests have done to it; 1 when it is not, or when an invariant
 * had nothing to check.
 */
export async function checkInvariantsAfter(environment: NodeJS.ProcessEnv): Promise<number> {
  Object.assign(process.env, environment);
  try {
    await untilSettled();
    const results = await checkAll(db(), await now());
    return printResults(results) + emptyOnes(results).length === 0 ? 0 : 1;
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
