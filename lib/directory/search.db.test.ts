import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { asProvider } from '@/lib/profiles/own-provider';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type ProviderSeed } from '@/prisma/seed/factories/providers';
import { indexProvider } from './index-provider';
import { loadAvailability } from './loaders';
import { nextFreeTimes } from './next-free-time';
import { updateNextFree } from './repository';
import { searchSchema } from './schema';
import { searchAdvisors } from './search';
import { switchAvailable } from './switch-available';

async function listed(name: string, seed: ProviderSeed = {}) {
  const made = await makeSpecialist({ ...seed, account: { name } });
  await indexProvider(db(), made.providerId, new Date());
  return made;
}

const search = (query: Record<string, unknown>) => searchAdvisors(searchSchema.parse(query), 'Europe/Berlin');
const names = async (query: Record<string, unknown>) =>
  (await search(query)).advisors.map(({ displayName }) => displayName).toSorted();

const none: ProviderSeed['ranges'] = [];

beforeAll(async () => {
  await listed('Éva Größe', {
    provider: { specialities: ['sleep'], spokenLanguages: ['de', 'fr'] },
    texts: [
      { locale: 'ru', headline: 'Ещё спокойнее', about: '' },
      { locale: 'en', headline: 'Anxiety and rest', about: '' },
    ],
    services: [{ priceAmount: 0, durationMinutes: 15 }, { priceAmount: 7000 }],
  });
  await listed('Jonas Reuter', { provider: { specialities: ['law'], spokenLanguages: ['de'] } });
  await listed('Without Hours', { provider: { specialities: ['law'] }, ranges: none });
});

describe('searchAdvisors', () => {
  it.each([
    ['a name without its accents', 'eva GROSSE', ['Éva Größe']],
    ['a word of another language', 'еще', ['Éva Größe']],
    ['the name of a speciality in any language', 'schlaf', ['Éva Größe']],
    ['all of several words', 'anxiety sommeil', ['Éva Größe']],
    ['a typing error', 'anxeity', ['Éva Größe']],
    ['a typing error in a name', 'Reutter', ['Jonas Reuter']],
    ['nothing', 'xylophone', []],
    ['signs that mean something to the database', '100% _', []],
    ['a speciality by an everyday word', 'юрист', ['Jonas Reuter', 'Without Hours']],
    ['the same in another of its forms', 'юристы', ['Jonas Reuter', 'Without Hours']],
    ['a typing error in Cyrillic', 'бесонница', ['Éva Größe']],
    ['a Latin letter within a Cyrillic word', 'бecсонница', ['Éva Größe']],
    ['both at once', 'бecонница', ['Éva Größe']],
    ['words between which single letters stand', 'a contract', ['Jonas Reuter', 'Without Hours']],
  ])('finds %s', async (_what, q, found) => {
    expect(await names({ q })).toEqual(found);
  });

  it('says that there is no word to search for', async () => {
    expect(await search({ q: ' !! ' })).toMatchObject({ total: 0, advisors: [], hasNoWords: true });
    expect((await search({ q: '' })).hasNoWords).toBeUndefined();
  });

  it('finds a word itself before a longer one that holds it', async () => {
    await listed('Decision Maker', {
      provider: { specialities: ['coaching'] },
      texts: [{ locale: 'de', headline: 'Entscheidung leicht gemacht', about: '' }],
    });
    expect(await names({ q: 'scheidung' })).toEqual(['Jonas Reuter', 'Without Hours']);
    expect(await names({ q: 'tscheidung' })).toEqual(['Decision Maker']);
    await db().searchDocument.deleteMany({ where: { words: { contains: 'entscheidung' } } });
  });

  it('narrows by speciality, any of the languages, and how soon somebody is free', async () => {
    expect(await names({ speciality: 'law' })).toEqual(['Jonas Reuter', 'Without Hours']);
    expect(await names({ language: ['fr', 'en'] })).toEqual(['Without Hours', 'Éva Größe']);
    expect(await names({ within: 'week' })).toEqual(['Jonas Reuter', 'Éva Größe']);
    expect(await names({ speciality: 'astrology', within: 'never', language: 'xx' })).toHaveLength(3);
  });

  it('counts languages as if none were chosen', async () => {
    expect((await search({ language: 'fr' })).languages[0]).toEqual({ code: 'de', count: 2 });
  });

  it('shows the next times of the paid service, three days of three', async () => {
    const { advisors } = await search({ q: 'eva' });
    const paid = await db().service.findFirstOrThrow({ where: { priceAmount: 7000 } });
    expect(advisors[0]?.nextDays.map(({ times }) => times.length)).toEqual([expect.any(Number), 3, 3]);
    expect(advisors[0]?.nextDays[1]?.times[0]?.serviceId).toBe(paid.id);
    expect((await search({ q: 'hours' })).advisors[0]?.nextDays).toEqual([]);
  });
});

describe('paging', () => {
  const total = 30;
  const seeds = Array.from({ length: total }, (_, index) => ({
    nextFreeAt: index < 20 ? new Date(Date.UTC(2030, 0, 1 + (index % 7))) : null,
  }));

  beforeAll(async () => {
    for (const { nextFreeAt } of seeds) {
      const { providerId } = await listed('Paging Person', { ranges: none });
      await db().searchDocument.update({ where: { providerId }, data: { nextFreeAt } });
    }
  });

  it('shows everybody once, the soonest first, and comes back the same way', async () => {
    const first = await search({ q: 'paging' });
    const second = await search({ q: 'paging', after: first.next });
    const third = await search({ q: 'paging', after: second.next });
    const ids = [first, second, third].map(({ advisors }) => advisors.map(({ id }) => id));
    expect(ids.map((page) => page.length)).toEqual([12, 12, 6]);
    expect(new Set(ids.flat()).size).toBe(total);
    expect([first.previous, third.next]).toEqual([undefined, undefined]);
    const back = await search({ q: 'paging', before: third.previous });
    expect(back.advisors.map(({ id }) => id)).toEqual(ids[1]);
    const start = await search({ q: 'paging', before: back.previous });
    expect(start.advisors.map(({ id }) => id)).toEqual(ids[0]);
    expect(start.previous).toBeUndefined();
  });

  const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

  it.each(['nonsense', cursor(1, 'x'), newId(), ...[1e300, 8.64e15, 0.5].map((at) => cursor(at, newId()))])(
    'begins anew at a cursor that cannot be read: %s',
    async (after) => {
      expect((await search({ q: 'paging', after })).advisors).toHaveLength(12);
    },
  );
});

describe('the sweep', () => {
  it('computes the next free times of many at once as it does of each, and leaves later ones alone', async () => {
    const made = [await listed('Sweep One'), await listed('Sweep Two', { ranges: none })];
    const ids = made.map(({ providerId }) => providerId);
    const now = new Date();
    const together = await nextFreeTimes(db(), ids, now);
    for (const id of ids) expect(together.get(id)).toEqual((await nextFreeTimes(db(), [id], now)).get(id));
    expect(together.get(ids[0] ?? '')).toBeInstanceOf(Date);
    expect(together.get(ids[1] ?? '')).toBeNull();
    const before = addHours(now, -1);
    await updateNextFree(db(), new Map([[ids[0] ?? '', null]]), before);
    const row = await db().searchDocument.findUniqueOrThrow({ where: { providerId: ids[0] ?? '' } });
    expect(row.nextFreeAt).toEqual(together.get(ids[0] ?? ''));
    await updateNextFree(db(), together, addHours(now, 1));
    const later = await db().searchDocument.findUniqueOrThrow({ where: { providerId: ids[1] ?? '' } });
    expect(later.nextFreeComputedAt).toEqual(addHours(now, 1));
  });
});

async function availabilityOf(actor: Actor) {
  const provider = asProvider(actor);
  if (!provider.ok) throw new Error(provider.error.code);
  return loadAvailability(provider.value);
}

describe('available now', () => {
  it('is who switched it on and can be booked soon, until it ends or is switched off', async () => {
    const soon = await listed('Soon Free', {
      ranges: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 })),
      services: [{ durationMinutes: 5, priceAmount: 3000 }],
    });
    const later = await listed('Later Free', { services: [{ noticeMinutes: 120 }] });
    for (const { actor } of [soon, later])
      expect((await switchAvailable(actor, { isOn: true })).ok).toBe(true);
    expect(await names({ available: '1' })).toEqual(['Soon Free']);
    expect(await availabilityOf(soon.actor)).toMatchObject({ isShown: true });
    expect(await availabilityOf(later.actor)).toMatchObject({ isShown: false });
    const [found] = (await search({ q: 'Soon Free' })).advisors;
    expect(found?.isAvailableNow).toBe(true);
    await indexProvider(db(), soon.providerId, new Date());
    expect(await names({ available: '1' })).toEqual(['Soon Free']);
    await db().searchDocument.update({
      where: { providerId: soon.providerId },
      data: { availableUntil: new Date() },
    });
    expect(await names({ available: '1' })).toEqual([]);
    await switchAvailable(soon.actor, { isOn: true });
    expect(await names({ available: '1' })).toEqual(['Soon Free']);
    await switchAvailable(soon.actor, { isOn: false });
    expect(await availabilityOf(soon.actor)).toBeNull();
    expect(await names({ available: '1' })).toEqual([]);
  });

  it('is not for a profile that is not public, nor for clients', async () => {
    const draft = await makeSpecialist({ provider: { status: 'draft' } });
    expect(await switchAvailable(draft.actor, { isOn: true })).toMatchObject({
      error: { code: 'provider.notBookable' },
    });
    expect(await switchAvailable(await makeAccount(), { isOn: true })).toMatchObject({
      error: { code: 'common.notFound' },
    });
  });
});
