import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { GET } from '@/app/api/calendar/[token]/route';
import { db } from '@/lib/server/db/client';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { calendarFile } from '../emails/calendar';
import { endFeed, renewFeed } from './change-feed';
import { loadOwnFeed } from './loaders';
import type { FeedKind } from './types';

const now = new Date();
const start = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000 + 72 * 3_600_000);
type Owner = Awaited<ReturnType<typeof makeAccount>>;

async function addressOf(owner: Owner, kind: FeedKind): Promise<string> {
  return (await loadOwnFeed(owner, kind))?.address ?? 'none';
}

async function made(owner: Owner, kind: FeedKind): Promise<string> {
  expect((await renewFeed(owner, { kind })).ok).toBe(true);
  return addressOf(owner, kind);
}

function ask(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const token = address.split('/').at(-1) ?? '';
  return GET(new Request(address, { headers }), { params: Promise.resolve({ token }) });
}

/** What a calendar program of another maker reads. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    summary: String(event.getFirstPropertyValue('summary')),
    status: String(event.getFirstPropertyValue('status')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    url: String(event.getFirstPropertyValue('url')),
    start: new ICAL.Event(event).startDate.toJSDate(),
    end: new ICAL.Event(event).endDate.toJSDate(),
    changed: event.getFirstPropertyValue('last-modified')?.toString(),
    names: event.getAllProperties().map(({ name }) => name),
  }));
  return { calendar, events };
}
const eventsOf = async (address: string) => read(await (await ask(address)).text()).events;

async function makeParties() {
  const claire = await makeSpecialist({ account: { locale: 'de', name: 'Nora Wieland' } });
  const client = await makeAccount({ name: 'Éva, Größe; \\ Ольга', locale: 'ru' });
  const book = async (startsAt: Date, data: Parameters<typeof change>[1] = {}) => {
    const id = await makeAuthorisedRequest({ specialist: claire, client, startsAt });
    await change(id, data);
    return id;
  };
  return { claire, client, book };
}

type Status = 'pending' | 'accepted' | 'completed' | 'cancelled' | 'rejected' | 'missed' | 'held';
function change(id: string, data: { status?: Status; calendarSequence?: number; clientNote?: string }) {
  const held = data.status === 'held' ? { heldUntil: addHours(now, 1), answerBy: null } : {};
  return db().booking.update({ where: { id }, data: { ...data, ...held }, select: { id: true } });
}

afterEach(() => db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } }));

describe('a feed, as another program reads it', () => {
  it('names the client to the advisor and the advisor to the client, in the language of each', async () => {
    const { claire, client, book } = await makeParties();
    const note = 'A secret note';
    const id = await book(start, { status: 'accepted', calendarSequence: 3, clientNote: note });
    const agenda = await made(claire.actor, 'agenda');
    const [session] = await eventsOf(agenda);
    expect(session).toMatchObject({
      uid: `${id}@consilia`,
      sequence: 3,
      status: 'CONFIRMED',
      summary: 'Sitzung: Éva, Größe; \\ Ольга',
      url: `http://localhost:3000/de/praxis/termine/${id}`,
      start,
      end: addMinutes(start, 60),
    });
    const { updatedAt } = await db().booking.findUniqueOrThrow({ where: { id } });
    expect(session?.changed).toBe(updatedAt.toISOString().replace(/\.\d+/, ''));
    const [appointment] = await eventsOf(await made(client, 'appointments'));
    expect(appointment).toMatchObject({
      uid: session?.uid,
      summary: 'Встреча: Nora Wieland',
      url: `http://localhost:3000/ru/vstrechi/${id}`,
    });
    const text = await (await ask(agenda)).text();
    for (const secret of [note, 'Lindenstr', client.email, claire.actor.email, 'Individual session'])
      expect(text).not.toContain(secret);
  });

  it('has the UID of the mailed file', async () => {
    const { claire, book } = await makeParties();
    const bookingId = await book(start);
    const mailed = calendarFile({
      id: bookingId,
      sequence: 1,
      status: 'accepted',
      startsAt: start,
      endsAt: addMinutes(start, 60),
      now,
      summary: 'x',
      url: 'http://localhost:3000/x',
      location: 'http://localhost:3000/x',
      organizer: { name: 'Consilia', email: 'hello@consilia.example' },
    });
    const [event] = await eventsOf(await made(claire.actor, 'agenda'));
    expect(event?.uid).toBe(read(mailed.content).events[0]?.uid);
  });

  it('holds what stands, requests as tentative, from 90 days ago to 400 days ahead', async () => {
    const { claire, book } = await makeParties();
    const at = (days: number, minutes = 0) => addMinutes(addHours(now, days * 24), minutes);
    const shown = [
      await book(at(-90, 10), { status: 'completed' }),
      await book(at(1), { status: 'pending' }),
      await book(at(400, -10), { status: 'accepted' }),
    ];
    await book(at(-90, -200), { status: 'completed' });
    await book(at(400, 200), { status: 'accepted' });
    for (const [index, status] of (['cancelled', 'rejected', 'missed', 'held'] as const).entries())
      await book(at(10 + index), { status });
    const events = await eventsOf(await made(claire.actor, 'agenda'));
    expect(events.map(({ uid, status }) => [uid.slice(0, 36), status])).toEqual([
      [shown[0], 'CONFIRMED'],
      [shown[1], 'TENTATIVE'],
      [shown[2], 'CONFIRMED'],
    ]);
  });

  it('is read when it is empty, and names itself', async () => {
    const owner = await makeAccount({ locale: 'fr' });
    const response = await ask(await made(owner, 'appointments'));
    const { calendar, events } = read(await response.text());
    expect(events).toEqual([]);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Consilia\u202F: rendez-vous');
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('is not sent again to who has it, until something changes', async () => {
    const { claire, book } = await makeParties();
    const id = await book(start);
    const address = await made(claire.actor, 'agenda');
    const etag = (await ask(address)).headers.get('etag') ?? '';
    const again = await ask(address, { 'if-none-match': `"x", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await change(id, { status: 'accepted', calendarSequence: 1 });
    expect((await ask(address, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('the address of a feed', () => {
  it('is kept as a hash, and works without its ending too', async () => {
    const owner = await makeAccount();
    const address = await made(owner, 'appointments');
    const token = /\/api\/calendar\/([\w-]{43})\.ics$/.exec(address)?.[1] ?? '';
    const stored = await db().calendarFeed.findMany({ where: { accountId: owner.accountId } });
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(token);
    expect((await ask(address.replace(/\.ics$/, ''))).status).toBe(200);
  });

  it('is gone when it is replaced or switched off', async () => {
    const owner = await makeAccount();
    const first = await made(owner, 'appointments');
    const second = await made(owner, 'appointments');
    expect(second).not.toBe(first);
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200]);
    expect((await endFeed(owner, { kind: 'appointments' })).ok).toBe(true);
    expect((await ask(second)).status).toBe(404);
    expect(await loadOwnFeed(owner, 'appointments')).toBeNull();
    expect((await endFeed(owner, { kind: 'appointments' })).ok).toBe(true);
    const audit = await db().auditEntry.findMany({ where: { subjectId: owner.accountId } });
    expect(audit.map(({ action }) => action).toSorted()).toEqual([
      'calendarFeed.end',
      'calendarFeed.renew',
      'calendarFeed.renew',
    ]);
  });

  it('asked for by two at once is one', async () => {
    const owner = await makeAccount();
    const both = await Promise.all([1, 2, 3].map(() => renewFeed(owner, { kind: 'appointments' })));
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(await db().calendarFeed.count({ where: { accountId: owner.accountId } })).toBe(1);
    expect((await ask(await addressOf(owner, 'appointments'))).status).toBe(200);
  });

  it('answers nobody while its account is suspended, nor when it never was', async () => {
    const owner = await makeAccount();
    const address = await made(owner, 'appointments');
    await db().account.update({ where: { id: owner.accountId }, data: { status: 'suspended' } });
    const suspended = await ask(address);
    const unknown = await ask(`http://localhost:3000/api/calendar/${'A'.repeat(43)}.ics`);
    expect([suspended.status, await suspended.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(unknown.status).toBe(404);
    expect((await ask('http://localhost:3000/api/calendar/')).status).toBe(404);
  });

  it('of an agenda is for who offers something, none is for visitors', async () => {
    expect(await renewFeed(await makeAccount(), { kind: 'agenda' })).toMatchObject({
      error: { code: 'common.notFound' },
    });
    for (const change of [renewFeed, endFeed])
      expect(await change(anonymous, { kind: 'appointments' })).toMatchObject({
        error: { code: 'auth.signInRequired' },
      });
  });

  it('cannot be shown any more when its secret was made with another key, and works on', async () => {
    const owner = await makeAccount();
    await made(owner, 'appointments');
    await db().calendarFeed.updateMany({
      where: { accountId: owner.accountId },
      data: { tokenHash: 'other' },
    });
    expect(await loadOwnFeed(owner, 'appointments')).toEqual({ address: null });
  });

  it('is asked 120 times an hour, then told to wait', async () => {
    const address = await made(await makeAccount(), 'appointments');
    for (let count = 0; count < 120; count += 1) expect((await ask(address)).status).toBe(200);
    const refused = await ask(address);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
  });
});
