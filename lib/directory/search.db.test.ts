import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { makeSpecialist, type ProviderSeed } from '@/prisma/seed/factories/providers';
import { indexProvider } from './index-provider';
import { searchSchema } from './schema';
import { searchAdvisors } from './search';

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
  ])('finds %s', async (_what, q, found) => {
    expect(await names({ q })).toEqual(found);
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
