import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { openSession } from '@/lib/server/session/store';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { Browser } from './browser';

export type Visitor = { actor: AccountActor; browsers: Browser[] };
export type Advisor = SeededProvider & { browsers: Browser[] };

/** A session for each web process; long enough for a drill that moves the clock by weeks. */
async function browsersOf(actor: AccountActor, webUrls: string[], now: Date): Promise<Browser[]> {
  const token = await openSession(db(), {
    accountId: actor.accountId,
    now,
    address: null,
    userAgent: 'drill',
  });
  await db().session.updateMany({
    where: { accountId: actor.accountId },
    data: { expiresAt: addHours(now, 24 * 365) },
  });
  return webUrls.map((url) => new Browser(url, token));
}

export async function makeVisitors(count: number, webUrls: string[], now: Date): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (let n = 0; n < count; n += 1) {
    const actor = await makeAccount({ name: `Client ${n}`, createdAt: now });
    visitors.push({ actor, browsers: await browsersOf(actor, webUrls, now) });
  }
  return visitors;
}

/** Every second advisor confirms at once, the others are asked; every third has a longer session with buffers. */
export async function makeAdvisors(count: number, webUrls: string[], now: Date): Promise<Advisor[]> {
  const advisors: Advisor[] = [];
  for (let n = 0; n < count; n += 1) {
    const seeded = await makeSpecialist({
      account: { name: `Advisor ${n}`, createdAt: now },
      services: [
        {
          confirmationMode: n % 2 === 0 ? 'instant' : 'request',
          priceAmount: 3000 + 1234 * n,
          durationMinutes: n % 3 === 0 ? 90 : 60,
          bufferAfterMinutes: n % 3 === 0 ? 30 : 0,
          horizonDays: 60,
        },
      ],
    });
    advisors.push({ ...seeded, browsers: await browsersOf(seeded.actor, webUrls, now) });
  }
  return advisors;
}
