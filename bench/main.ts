import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase } from '@/lib/server/db/client';
import { closeJobs } from '@/lib/server/jobs/boss';
import { seedDemo } from '@/prisma/seed/demo';
import { serviceId } from '@/prisma/seed/people';
import { ensureBuild } from '@/scripts/supervisor/build';
import { dataFolder, readPorts } from '@/scripts/supervisor/config';
import { measureBooking } from './measures/booking';
import { measureDirectory } from './measures/directory';
import { compareAddresses } from './measures/http';
import { measureQueries } from './measures/queries';
import { measureScripts } from './measures/scripts';
import { measureSlots } from './measures/slots-function';
import type { Measured } from './measures/types';
import { Stand } from './stand/stand';

const profile = '/en/advisors/claire-vasseur';
const barePage = 'public/bare-page.html';

/** A page without anything, of the same size, served by the same server. */
async function makeBarePage(stand: Stand, base: string): Promise<void> {
  const { length } = await (await fetch(base + profile)).text();
  const frame = '<!doctype html><title>Bare</title><p></p>';
  writeFileSync(barePage, frame.replace('<p>', `<p>${'x'.repeat(Math.max(0, length - frame.length))}`));
  // The server reads the list of its files when it starts.
  await stand.takeDown('web-1');
  await stand.revive('web-1');
}

async function measureAll(stand: Stand): Promise<Measured[]> {
  const [base = ''] = stand.webUrls;
  await seedDemo(new Date());
  await stand.takeDown('worker');
  await stand.takeDown('web-2');
  await makeBarePage(stand, base);
  const times = `/api/slots?service=${serviceId('claire-vasseur', 'session')}&zone=Europe/Paris`;
  const lines = [measureSlots()];
  lines.push(
    await compareAddresses('free times / constant route', base + times, `${base}/api/health/live`, 0.5),
  );
  lines.push(
    await compareAddresses('profile page / bare page', base + profile, `${base}/bare-page.html`, 0.9),
  );
  for (const path of ['/en', '/en/advisors', profile, '/en/sign-in'])
    lines.push(await measureScripts(base, path));
  lines.push(await measureQueries(base, times, 8));
  lines.push(await measureQueries(base, '/en/advisors', 12));
  lines.push(await measureQueries(base, profile, 3));
  // Last: what this process writes is counted by the database only seconds later.
  lines.push(await measureBooking(stand.environment.DATABASE_URL ?? ''));
  lines.push(...(await measureDirectory()));
  return lines;
}

/** `npm run bench`: ratios against bare counterparts in the same run. Ends with 1 when a target is missed. */
async function main(): Promise<void> {
  process.env.CONSILIA_DATA_DIR = join(dataFolder(), 'bench');
  ensureBuild();
  const stand = new Stand(readPorts({ PORT: '4950', ...process.env, WEB_PROCESSES: '2' }), false);
  let lines: Measured[];
  try {
    await stand.start();
    lines = await measureAll(stand);
  } finally {
    rmSync(barePage, { force: true });
    await closeJobs();
    await closeDatabase();
    await stand.stop();
  }
  for (const { name, figure, target, isMet } of lines)
    console.log(`${isMet ? '✓' : '✗'} ${name.padEnd(38)} ${figure.padEnd(48)} ${target}`);
  process.exit(lines.every(({ isMet }) => isMet) ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
