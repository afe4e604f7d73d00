import { parseArgs } from 'node:util';
import { closeDatabase, db } from '@/lib/server/db/client';
import { closeJobs } from '@/lib/server/jobs/boss';
import { seedDemo } from './demo';

/** Fills the database with the demo. Refuses one that holds an account of a real person. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'when-empty': { type: 'boolean' }, reset: { type: 'boolean' } },
  });
  const [all, real] = await Promise.all([
    db().account.count(),
    db().account.count({ where: { isDemo: false } }),
  ]);
  if (all > 0 && values['when-empty']) return;
  if (real > 0 && !values.reset)
    throw new Error('This database holds accounts of real people: it is not seeded.');
  if (all > 0 && !values.reset)
    throw new Error('The demo is here already; `npm run demo:reset` makes it anew.');
  console.log('Making the demo…');
  await seedDemo(new Date());
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(async () => {
    await closeJobs();
    await closeDatabase();
  });
