import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import type { Network } from '@/lib/server/outbound/network';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { addSource } from './add-source';
import { queueDueCalendars } from './jobs';
import { readSource } from './read-source';
import { readSourceNow } from './read-source-now';
import { removeSource } from './remove-source';
import { listSources } from './repository';
import { sourceSchema } from './schema';

const address = 'https://calendar.example.org/secret/basic.ics';
const input = { name: 'Work', address };
const noon = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 36 * 3_600_000);
const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** A calendar with an hour at each of these times. */
function calendar(...starts: Date[]): string {
  const events = starts.map(
    (start, index) =>
      `BEGIN:VEVENT\r\nUID:${index}@example.org\r\nDTSTART:${stamp(start)}\r\nDURATION:PT1H\r\nEND:VEVENT\r\n`,
  );
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;
}

type Answer = {
  status?: number;
  text?: string;
  headers?: Record<string, string>;
  before?: () => Promise<void>;
};

/** An outside that answers every question so, and notes what was asked. */
function outside({ status = 200, text = '', headers = {}, before }: Answer) {
  const asked: Record<string, string>[] = [];
  const network: Network = {
    resolve: async () => ['93.184.215.14'],
    get: async (request) => {
      asked.push(request.headers);
      await before?.();
      return { status, headers, body: Readable.from([Buffer.from(text)]) };
    },
  };
  return { asked, network, ownBookings: async () => new Set<string>() };
}

async function withSource() {
  const claire = await makeSpecialist();
  expect((await addSource(claire.actor, input)).ok).toBe(true);
  const { id } = await db().calendarSource.findFirstOrThrow({ where: { specialistId: claire.providerId } });
  return { claire, id };
}

const busyOf = async (sourceId: string) =>
  (await db().importedBusy.findMany({ where: { sourceId }, orderBy: { startsAt: 'asc' } })).map(
    ({ startsAt }) => startsAt,
  );
const viewOf = async ({ providerId }: SeededProvider) => (await listSources(db(), providerId))[0];
const jobsOf = (name: string, field: string, id: string) => db().$queryRaw<{ id: string }[]>`
  select id::text from pgboss.job where name = ${name} and data ->> ${field} = ${id}`;

async function moveClock(milliseconds: number) {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}
afterEach(() => moveClock(0));

describe('adding a calendar from elsewhere', () => {
  it('puts it on the queue and shows its host alone', async () => {
    const { claire, id } = await withSource();
    expect(await jobsOf('calendar.read', 'sourceId', id)).toHaveLength(1);
    const view = await viewOf(claire);
    expect(view).toMatchObject({
      name: 'Work',
      host: 'calendar.example.org',
      isBeingRead: true,
      readAt: null,
    });
    expect(JSON.stringify(view)).not.toContain('secret');
  });

  it('refuses other addresses, the same one twice, and an eleventh', async () => {
    const { claire } = await withSource();
    const add = (given: string) => addSource(claire.actor, { name: 'x', address: given });
    const field = (code: string) => ({ error: { fields: { address: code } } });
    expect(await add('http://calendar.example.org/a')).toMatchObject(field('availability.calendarAddress'));
    expect(await add('https://localhost:3000/a')).toMatchObject(field('availability.calendarAddress'));
    expect(await add('https://169.254.169.254/a')).toMatchObject(field('availability.calendarAddress'));
    expect(await add(address.replace('https', 'webcal'))).toMatchObject(field('availability.calendarKnown'));
    for (let count = 1; count < 10; count += 1) expect((await add(`${address}?${count}`)).ok).toBe(true);
    expect(await add(`${address}?10`)).toMatchObject({ error: { code: 'availability.tooManyCalendars' } });
  });

  it('is for providers, and only their own', async () => {
    const { claire, id } = await withSource();
    const others = [anonymous, await makeAccount(), (await makeSpecialist()).actor];
    for (const actor of others) {
      expect(await removeSource(actor, { sourceId: id })).toMatchObject({
        error: { code: 'common.notFound' },
      });
      expect(await readSourceNow(actor, { sourceId: id })).toMatchObject({
        error: { code: 'common.notFound' },
      });
    }
    expect(await addSource(anonymous, input)).toMatchObject({ error: { code: 'common.notFound' } });
    expect(await viewOf(claire)).toBeDefined();
  });

  it('needs a name and an address of a sensible length', () => {
    expect(sourceSchema.safeParse({ name: ' ', address: '' }).success).toBe(false);
    expect(sourceSchema.safeParse({ name: 'x', address: `https://x.org/${'y'.repeat(2000)}` }).success).toBe(
      false,
    );
  });
});

describe('reading it', () => {
  it('puts its busy times in the place of those before and tells the directory, only of changes', async () => {
    const { claire, id } = await withSource();
    const refreshed = () => jobsOf('directory.refresh', 'providerId', claire.providerId);
    await readSource(id, outside({ text: calendar(noon, addMinutes(noon, 30), addHours(noon, 48)) }));
    expect(await busyOf(id)).toEqual([noon, addHours(noon, 48)]);
    expect(await viewOf(claire)).toMatchObject({ busyCount: 2, isBeingRead: false, failure: null });
    const before = (await refreshed()).length;
    await readSource(id, outside({ text: calendar(addHours(noon, 48), noon, addMinutes(noon, 30)) }));
    expect(await refreshed()).toHaveLength(before);
    await readSource(id, outside({ text: calendar(addHours(noon, 72)) }));
    expect(await busyOf(id)).toEqual([addHours(noon, 72)]);
    expect(await refreshed()).toHaveLength(before + 1);
  });

  it('asks for news only, and once a day for everything', async () => {
    const { claire, id } = await withSource();
    await readSource(id, outside({ text: calendar(noon), headers: { etag: '"1"' } }));
    const unchanged = outside({ status: 304 });
    await readSource(id, unchanged);
    expect(unchanged.asked[0]).toMatchObject({ 'if-none-match': '"1"' });
    expect(await busyOf(id)).toEqual([noon]);
    await moveClock(24 * 3_600_000);
    const later = outside({ status: 304 });
    await readSource(id, later);
    expect(later.asked[0]).not.toHaveProperty('if-none-match');
    expect(await viewOf(claire)).toMatchObject({ failure: { code: 'bad_answer' }, busyCount: 1 });
  });

  it('asks for everything after its provider has moved to another zone', async () => {
    const { claire, id } = await withSource();
    const day = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:d\r\nDTSTART;VALUE=DATE:${stamp(noon).slice(0, 8)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    await readSource(id, outside({ text: day, headers: { etag: '"1"' } }));
    const [berlin] = await busyOf(id);
    await db().provider.update({ where: { id: claire.providerId }, data: { timeZone: 'Asia/Kathmandu' } });
    await readSource(id, outside({ text: day }));
    const [kathmandu] = await busyOf(id);
    expect([berlin?.getUTCHours(), kathmandu?.getUTCHours(), kathmandu?.getUTCMinutes()]).toEqual([
      expect.toBeOneOf([22, 23]),
      18,
      15,
    ]);
  });

  it('keeps what it had when it fails, says why and since when, and waits longer each time', async () => {
    const { claire, id } = await withSource();
    await readSource(id, outside({ text: calendar(noon) }));
    const fail = () => readSource(id, outside({ text: '<html>' }));
    await fail();
    const first = await viewOf(claire);
    expect(first?.failure?.code).toBe('no_calendar');
    await moveClock(3_600_000);
    await readSource(id, outside({ status: 404 }));
    expect(await viewOf(claire)).toMatchObject({
      failure: { code: 'not_found', since: first?.failure?.since },
      busyCount: 1,
    });
    expect(await busyOf(id)).toEqual([noon]);
    const { nextReadAt } = await db().calendarSource.findUniqueOrThrow({ where: { id } });
    const minutes = (nextReadAt.getTime() - Date.now()) / 60_000 - 60;
    expect(minutes).toBeGreaterThan(53);
    expect(minutes).toBeLessThan(67);
    await readSource(id, outside({ text: calendar() }));
    expect(await viewOf(claire)).toMatchObject({ failure: null, busyCount: 0 });
  });

  it('of two at once only the one that began later counts', async () => {
    const { id } = await withSource();
    const later = outside({ text: calendar(noon) });
    const earlier = outside({ text: calendar(addHours(noon, 5)), before: () => readSource(id, later) });
    await readSource(id, earlier);
    expect(await busyOf(id)).toEqual([noon]);
  });

  it('does nothing for one that was removed meanwhile, and leaves nothing behind', async () => {
    const { claire, id } = await withSource();
    await readSource(id, outside({ text: calendar(noon) }));
    const remove = async () => {
      expect((await removeSource(claire.actor, { sourceId: id })).ok).toBe(true);
    };
    await readSource(id, outside({ text: calendar(noon), before: remove }));
    expect(await busyOf(id)).toEqual([]);
    await readSource(id, outside({ text: calendar(noon) }));
    expect(await viewOf(claire)).toBeUndefined();
    const refreshed = await jobsOf('directory.refresh', 'providerId', claire.providerId);
    expect(refreshed).toHaveLength(2);
  });

  it('counts no booking of ours that came by our own feed', async () => {
    const { id } = await withSource();
    const ours = '01900000-0000-7000-8000-000000000001';
    const text = calendar(noon, addHours(noon, 4)).replace('0@example.org', `${ours}@consilia`);
    await readSource(id, { ...outside({ text }), ownBookings: async (_specialistId, ids) => new Set(ids) });
    expect(await busyOf(id)).toEqual([addHours(noon, 4)]);
    await readSource(id, outside({ text }));
    expect(await busyOf(id)).toEqual([noon, addHours(noon, 4)]);
  });
});

it('whose time has come is queued once, and again when that was lost, while its account is active', async () => {
  const { claire, id } = await withSource();
  const queued = async () => (await jobsOf('calendar.read', 'sourceId', id)).length;
  await queueDueCalendars();
  expect(await queued()).toBe(1);
  await moveClock(6 * 60_000);
  await Promise.all([queueDueCalendars(), queueDueCalendars()]);
  expect(await queued()).toBe(2);
  await moveClock(12 * 60_000);
  await queueDueCalendars();
  expect(await queued()).toBe(3);
  await moveClock(18 * 60_000);
  await db().account.update({ where: { id: claire.actor.accountId }, data: { status: 'suspended' } });
  await queueDueCalendars();
  expect(await queued()).toBe(3);
});

it('may be read at once, 30 times an hour', async () => {
  const { claire, id } = await withSource();
  const read = () => readSourceNow(claire.actor, { sourceId: id });
  for (let count = 0; count < 30; count += 1) expect((await read()).ok).toBe(true);
  expect(await read()).toMatchObject({ error: { code: 'common.rateLimited' } });
  expect((await viewOf(claire))?.isBeingRead).toBe(true);
});
