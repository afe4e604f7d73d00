import { parseArgs } from 'node:util';
import { closeDatabase, db } from '@/lib/server/db/client';
import { closeJobs } from '@/lib/server/jobs/boss';
import { seedDemo } from './demo';
import { adminEmail } from './people';

/** Fills the database with the demo. Refuses one that holds an account of a real person, or a part of a demo. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'when-empty': { type: 'boolean' } } });
  const whenEmpty = values['when-empty'] ?? false;
  const [all, real, admins] = await Promise.all([
    db().account.count(),
    db().account.count({ where: { isDemo: false } }),
    db().account.count({ where: { email: adminEmail } }),
  ]);
  if (real > 0) {
    if (whenEmpty) return;
    throw new Error('This database holds accounts of real people: it is not seeded.');
  }
  if (all > 0 && admins === 0)
    throw new Error('The demo was not finished when it was made: `npm run demo:reset` makes it anew.');
  if (all > 0) {
    if (whenEmpty) return;
    throw new Error('The demo is here already; `npm run demo:reset` makes it anew.');
  }
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
