import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { newId } from '@/lib/shared/ids';
import { encodeCursor } from '@/lib/shared/pagination';
import { ok } from '@/lib/shared/result';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { heldSeat } from '@/prisma/test-seats';
import { listFeedEvents } from '../feed-events';
import { loadAgendaEvents } from '../hosting/loaders';
import { loadComingSeats, loadEventSeats } from '../seats/loaders';
import { readPublicEvent } from '../read-public-event';
import { eventSearchSchema } from '../schema';
import { loadCalendar, loadEventPages } from './loaders';
import { listEventsOf } from './repository';
import { searchEvents } from './search-events';

// Asked by a visitor whose zone is unknown.
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined }) }));

const now = new Date();
const zone = 'Europe/Berlin';
let claire: SeededProvider;
let yuri: SeededProvider;
let ids: Record<'sleep' | 'law' | 'free', string>;

const text = (title: string) => [{ locale: 'de' as const, title, description: '' }];
const find = async (query: Record<string, string>) =>
  (await searchEvents(eventSearchSchema.parse(query), zone)).items.map(({ id }) => id);

beforeAll(async () => {
  claire = await makeSpecialist();
  yuri = await makeSpecialist({
    account: { name: 'Юрий Орлов' },
    provider: { specialities: ['law'], displayName: 'Юрий Орлов' },
  });
  const at = (days: number) => addHours(now, 24 * days);
  ids = {
    sleep: await makeEvent(claire, { startsAt: at(3), texts: text('Besser schlafen'), language: 'de' }),
    law: await makeEvent(yuri, { startsAt: at(5), texts: text('Mietrecht für alle'), language: 'ru' }),
    free: await makeEvent(claire, { startsAt: at(9), texts: text('Schlaflabor'), priceAmount: 0 }),
  };
  // None of these is to be found.
  await makeEvent(claire, { startsAt: at(4), status: 'draft' });
  await makeEvent(claire, { startsAt: at(-1), confirmedAt: at(-2) });
  await makeEvent(claire, { startsAt: at(6), status: 'cancelled', ending: 'by_host', closedAt: now });
  const hidden = await makeSpecialist({ provider: { status: 'draft' } });
  await makeEvent(hidden, { startsAt: at(3) });
});

describe('the public calendar', () => {
  it('shows what is on sale and has not started, the next first', async () => {
    expect(await find({})).toEqual([ids.sleep, ids.law, ids.free]);
  });

  it.each<[Record<string, string>, (keyof typeof ids)[]]>([
    [{ q: 'schlaf' }, ['sleep', 'free']],
    [{ q: 'Schlafen besser' }, ['sleep']],
    [{ q: 'der recht' }, ['law']],
    [{ q: 'юрий' }, ['law']],
    [{ q: 'labor' }, []],
    [{ q: '%' }, []],
    [{ speciality: 'law' }, ['law']],
    [{ language: 'ru' }, ['law']],
    [{ free: '1' }, ['free']],
    [{ speciality: 'psychology', language: 'de' }, ['sleep']],
  ])('finds by %j', async (query, found) => {
    expect(await find(query)).toEqual(found.map((name) => ids[name]));
  });

  it('knows that nothing was asked by signs alone', async () => {
    expect(await searchEvents(eventSearchSchema.parse({ q: '!!' }), zone)).toMatchObject({
      items: [],
      hasNoWords: true,
    });
  });

  it('takes days of the reader’s zone, both included', async () => {
    const day = (days: number) => localDate(addHours(now, 24 * days), zone);
    expect(await find({ from: day(5) })).toEqual([ids.law, ids.free]);
    expect(await find({ to: day(5) })).toEqual([ids.sleep, ids.law]);
    expect(await find({ from: day(4), to: day(6) })).toEqual([ids.law]);
  });

  it('goes on where a page ended, and passes over what is no cursor', async () => {
    const anna = await makeSpecialist({ provider: { specialities: ['finance'] } });
    const made: string[] = [];
    for (let n = 0; n < 26; n += 1)
      made.push(await makeEvent(anna, { startsAt: addHours(now, 300 + 2 * n) }));
    const query = { speciality: 'finance' };
    const first = await searchEvents(eventSearchSchema.parse(query), zone);
    expect(first.items.map(({ id }) => id)).toEqual(made.slice(0, 24));
    expect(await find({ ...query, after: first.nextCursor ?? '' })).toEqual(made.slice(24));
    const outside = [-8.64e15, -1, 8.64e15, 1e300, 1.5].map((at) => encodeCursor([at, newId()]));
    for (const after of ['x', ...outside]) expect(await find({ ...query, after })).toEqual(made.slice(0, 24));
  });

  it('tells seats that are left, and asks once', async () => {
    const client = await makeAccount();
    await heldSeat(client, ids.free);
    await heldSeat(await makeAccount(), ids.sleep);
    const { items } = await searchEvents(eventSearchSchema.parse({ q: 'schlaf' }), zone);
    expect(items).toMatchObject([
      {
        seatsLeft: 9,
        price: { amount: 2500, currency: 'EUR' },
        host: { name: 'Nora Wieland', slug: expect.any(String) },
        texts: [{ locale: 'de', title: 'Besser schlafen' }],
      },
      { seatsLeft: 9, price: { amount: 0 } },
    ]);
    expect((await loadComingSeats(client)).map(({ seat }) => seat.eventId)).toEqual([ids.free]);
    const profile = await listEventsOf(db(), claire.providerId, now, 20);
    expect(profile.map(({ id }) => id)).toEqual([ids.sleep, ids.free]);
  });
});

describe('the page of the calendar', () => {
  it('marks the days of the month in view on which something begins, whatever is searched for', async () => {
    const law = localDate(addHours(now, 24 * 5), env().OPERATOR_TIME_ZONE);
    const { days, found, isGuess } = await loadCalendar({ from: law, q: 'labor' });
    expect(days.has(law)).toBe(true);
    expect(days.has(localDate(addHours(now, 24 * 4), env().OPERATOR_TIME_ZONE))).toBe(false);
    expect([found.items, isGuess]).toEqual([[], true]);
    expect((await loadCalendar({ from: '2190-01-31' })).days.size).toBe(0);
  });

  it('opens on the month of the first event found, or of the asked day', async () => {
    const far = await makeEvent(yuri, {
      startsAt: addHours(now, 24 * 70),
      texts: [{ locale: 'en', title: 'Quixotic evenings', description: '' }],
    });
    const { found, first } = await loadCalendar({ q: 'quixotic' });
    expect(found.items.map(({ id }) => id)).toEqual([far]);
    const month = localDate(addHours(now, 24 * 70), env().OPERATOR_TIME_ZONE).slice(0, 7);
    expect(first).toBe(`${month}-01`);
    expect((await loadCalendar({ q: 'quixotic', from: '2190-01-31' })).first).toBe('2190-01-01');
  });

  it('knows the pages of what is to come, with their languages', async () => {
    const pages = await loadEventPages();
    expect(pages.find(({ id }) => id === ids.sleep)?.locales).toEqual(['de']);
    const onSale = { status: 'published' as const, startsAt: { gt: now } };
    const events = await db().event.count({ where: { ...onSale, provider: { status: 'published' } } });
    expect(pages.length).toBe(events);
    expect(await db().event.count({ where: onSale })).toBeGreaterThan(events);
  });
});

describe('one event', () => {
  it('is public once it was on sale, also when it is over', async () => {
    const event = await readPublicEvent(db(), ids.sleep, now);
    expect(event).toMatchObject({
      status: 'published',
      minimumSeats: 2,
      seller: { name: 'Nora Wieland' },
      vat: { regime: 'exempt' },
    });
    expect(event?.freeCancelUntil).toEqual(addHours(event?.startsAt ?? now, -48));
    const draft = await makeEvent(claire, { startsAt: addHours(now, 500), status: 'draft' });
    expect(await readPublicEvent(db(), draft, now)).toBeNull();
  });

  it('says how many seats are left, and what the reader has of it', async () => {
    const host = await makeSpecialist();
    const event = await makeEvent(host, { startsAt: addHours(now, 510), priceAmount: 0, maximumSeats: 3 });
    const client = await makeAccount();
    const seatId = await heldSeat(client, event);
    const free = { seatsLeft: 2, refusal: null, isWaiting: false };
    expect(await loadEventSeats(anonymous, event)).toEqual(ok({ ...free, own: null }));
    const own = { seatId, isHeld: false };
    expect(await loadEventSeats(client, event)).toEqual(ok({ ...free, own }));
    for (const id of ['x', '01900000-0000-7000-8000-000000000000'])
      expect(await loadEventSeats(client, id)).toMatchObject({ error: { code: 'common.notFound' } });
  });
});

describe('calendars of one’s own', () => {
  it('hold hosted events and booked seats, in the language of the account', async () => {
    const client = await makeAccount({ locale: 'fr' });
    await heldSeat(client, ids.free);
    await heldSeat(client, ids.law);
    const window = { start: now, end: addHours(now, 24 * 30) };
    const reader = { accountId: client.accountId, locale: 'fr', timeZone: zone, practice: null };
    const appointments = await listFeedEvents({ ...reader, kind: 'appointments' }, window);
    expect(appointments).toMatchObject([{ status: 'accepted', summary: 'Événement\u202F: Schlaflabor' }]);
    expect(appointments[0]?.url).toContain('/fr/places/');
    expect(await listFeedEvents({ ...reader, kind: 'agenda' }, window)).toEqual([]);
    const practice = { id: claire.providerId, kind: 'specialist' as const, memberOf: [] };
    const agenda = await listFeedEvents({ ...reader, kind: 'agenda', practice }, window);
    expect(agenda.map(({ id }) => id)).toEqual([ids.sleep, ids.free]);
    const provider = claire.actor.provider;
    if (!provider) throw new Error('no provider');
    const shown = await loadAgendaEvents({ ...claire.actor, provider }, window);
    expect(shown.map(({ id }) => id)).toEqual([ids.sleep, ids.free]);
  });
});
