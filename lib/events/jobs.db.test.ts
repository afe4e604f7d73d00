import { afterEach, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { eventOf, heldSeat } from '@/prisma/test-seats';
import { listKnownEvents } from './feed-events';
import { refreshEvent, sweepEvents } from './jobs';

const now = new Date();
afterEach(() => db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } }));

async function clockAt(at: Date): Promise<void> {
  const milliseconds = at.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}

it('pages that show an event are made anew when it or its seats change', async () => {
  const claire = await makeSpecialist();
  const eventId = await makeEvent(claire, { startsAt: addHours(now, 100), priceAmount: 0 });
  await heldSeat(await makeAccount(), eventId);
  const jobs = await db().$queryRaw<{ count: bigint }[]>`
    select count(*) as count from pgboss.job where name = 'event.refresh' and data ->> 'eventId' = ${eventId}`;
  expect(Number(jobs[0]?.count)).toBeGreaterThan(0);
  await refreshEvent({ eventId });
  const tags = await db().$queryRaw<{ tag: string }[]>`
    select tag from page_tag where tag in (${`event:${eventId}`}, ${`provider:${claire.actor.provider?.slug}`})`;
  expect(tags).toHaveLength(2);
});

it('an event whose minimum cannot be judged keeps no other waiting', async () => {
  const claire = await makeSpecialist();
  const make = (hours: number) => makeEvent(claire, { startsAt: addHours(now, hours), priceAmount: 0 });
  const [bad, good] = [await make(50), await make(52)];
  const seatId = await heldSeat(await makeAccount(), bad);
  // Nothing was paid, so that nothing can be given back.
  await db().payment.update({ where: { seatId }, data: { status: 'paid_held' } });
  await clockAt(addHours(now, 51.5));
  await expect(sweepEvents()).rejects.toThrow('1 rows failed');
  expect([(await eventOf(bad)).status, (await eventOf(good)).status]).toEqual(['published', 'cancelled']);
});

it('a host’s own events are known when a feed brings them back, and what they attend elsewhere takes their time', async () => {
  const claire = await makeSpecialist();
  const eventId = await makeEvent(claire, { startsAt: addHours(now, 100), priceAmount: 0 });
  const seatId = await heldSeat(await makeAccount(), eventId);
  const unknown = '01900000-0000-7000-8000-000000000000';
  const ids = [eventId, seatId, unknown];
  expect(await listKnownEvents(claire.providerId, ids)).toEqual(new Set([eventId]));
  const henrik = await makeSpecialist();
  expect(await listKnownEvents(henrik.providerId, ids)).toEqual(new Set());
});
