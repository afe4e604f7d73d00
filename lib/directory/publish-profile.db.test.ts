import { describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { now as clock } from '@/lib/server/clock';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours } from '@/lib/shared/time';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist, type ProviderSeed } from '@/prisma/seed/factories/providers';
import { refreshDirectory, refreshProvider } from './jobs';
import { deleteUnusedWords } from './repository';
import { publishProfile } from './publish-profile';
import { unpublishProfile } from './unpublish-profile';

const draft = (seed: ProviderSeed = {}) =>
  makeSpecialist({ ...seed, provider: { status: 'draft', ...seed.provider } });
const document = (providerId: string) => db().searchDocument.findUnique({ where: { providerId } });
const status = async (id: string) => (await db().provider.findUniqueOrThrow({ where: { id } })).status;

async function firstFree(serviceId = '') {
  const offer = await readOffer(db(), serviceId);
  const now = await clock();
  if (!offer) throw new Error('no offer');
  return (await listFreeTimes(db(), offer, { start: now, end: addHours(now, 200) }, now))[0]?.start;
}

describe('publishProfile', () => {
  it('puts a complete profile into the directory', async () => {
    const { actor, providerId, serviceIds } = await draft({
      account: { name: 'Éva Größe' },
      provider: { mainLocale: 'ru' },
      texts: [{ locale: 'ru', headline: 'Ещё спокойнее', about: '' }],
      services: [{ priceAmount: 0 }, { priceAmount: 7000, titles: { fr: 'Séance' } }],
    });
    expect((await publishProfile(actor)).ok).toBe(true);
    expect(await status(providerId)).toBe('published');
    const found = await document(providerId);
    expect(found).toMatchObject({ specialities: ['psychology'], languages: ['en'], priceFrom: 7000 });
    expect(found?.words).toContain('eva grosse');
    expect(found?.words).toContain('еще спокоинее');
    expect(found?.words).toContain('seance');
    expect(found?.nextFreeAt).toEqual(await firstFree(serviceIds[0]));
    expect((await publishProfile(actor)).ok).toBe(true);
    const entries = await db().auditEntry.findMany({ where: { subjectId: providerId } });
    expect(entries.map(({ action }) => action)).toEqual(['provider.publish']);
  });

  it('says what is missing, and leaves the profile as it is', async () => {
    const { actor, providerId } = await draft({
      provider: { sellerAddress: null },
      texts: [],
      services: [{ isActive: false }],
    });
    expect(await publishProfile(actor)).toMatchObject({
      error: { code: 'provider.profileIncomplete', details: { missing: 'headline offer sellerAddress' } },
    });
    expect([await status(providerId), await document(providerId)]).toEqual(['draft', null]);
  });

  it('takes an event that lies ahead for a service, draft or not', async () => {
    const seeded = await draft({ services: [] });
    await makeEvent(seeded, { startsAt: addHours(new Date(), -5), status: 'draft' });
    expect(await publishProfile(seeded.actor)).toMatchObject({ error: { details: { missing: 'offer' } } });
    await makeEvent(seeded, { startsAt: addHours(new Date(), 50), status: 'draft' });
    expect((await publishProfile(seeded.actor)).ok).toBe(true);
  });

  it('wants the headline in the main language', async () => {
    const { actor } = await draft({ texts: [{ locale: 'fr', headline: 'Calme', about: '' }] });
    expect(await publishProfile(actor)).toMatchObject({ error: { details: { missing: 'headline' } } });
  });

  it('is not for suspended providers and visitors', async () => {
    const { actor, providerId } = await draft({ provider: { status: 'suspended' } });
    expect(await publishProfile(actor)).toMatchObject({ error: { code: 'provider.suspended' } });
    expect((await unpublishProfile(actor)).ok).toBe(true);
    expect(await status(providerId)).toBe('suspended');
    expect(await publishProfile(anonymous)).toMatchObject({ error: { code: 'common.notFound' } });
  });

  it('is not for an address that nobody has verified', async () => {
    const { actor, providerId } = await draft();
    expect(await publishProfile({ ...actor, isEmailVerified: false })).toMatchObject({
      error: { code: 'common.notFound' },
    });
    expect(await status(providerId)).toBe('draft');
  });

  it('takes the profile out again', async () => {
    const { actor, providerId } = await draft();
    await publishProfile(actor);
    expect((await unpublishProfile(actor)).ok).toBe(true);
    expect([await status(providerId), await document(providerId)]).toEqual(['draft', null]);
  });
});

describe('refreshing', () => {
  const touched = async (slug: string) =>
    (await db().$queryRaw<{ tag: string }[]>`select tag from page_tag`)
      .map(({ tag }) => tag)
      .filter((tag) => tag === `provider:${slug}` || tag === 'directory')
      .toSorted();

  it('makes public pages stale when the offer changed, as whoever changed it may not have come to it', async () => {
    await db().$executeRaw`delete from page_tag`;
    const { actor, providerId } = await draft();
    const slug = actor.provider?.slug ?? '';
    await refreshProvider({ providerId });
    expect(await touched(slug)).toEqual([]);
    await publishProfile(actor);
    const [job] = await db().$queryRaw<{ data: { providerId: string; isOfferChanged: boolean } }[]>`
      select data from pgboss.job where name = 'directory.refresh' and data ->> 'providerId' = ${providerId}`;
    await refreshProvider(job?.data ?? { providerId });
    expect(await touched(slug)).toEqual(['directory', `provider:${slug}`]);
  });

  it('never leaves somebody in the directory who was taken off meanwhile', async () => {
    const { actor, providerId } = await draft();
    for (let round = 0; round < 5; round += 1) {
      await publishProfile(actor);
      await Promise.all([
        refreshProvider({ providerId }),
        unpublishProfile(actor),
        refreshProvider({ providerId }),
      ]);
      expect(await document(providerId)).toBeNull();
    }
  });

  it('follows what is booked, and what time does', async () => {
    const { providerId, serviceIds } = await makeSpecialist();
    await refreshProvider({ providerId });
    const free = await firstFree(serviceIds[0]);
    expect((await document(providerId))?.nextFreeAt).toEqual(free);
    const past = addHours(new Date(), -1);
    await db().searchDocument.update({ where: { providerId }, data: { nextFreeAt: past } });
    await refreshDirectory();
    expect((await document(providerId))?.nextFreeAt).toEqual(free);
    await db().weeklyRange.deleteMany({ where: { providerId } });
    await refreshDirectory();
    expect((await document(providerId))?.nextFreeAt).toEqual(free);
    await refreshProvider({ providerId });
    expect((await document(providerId))?.nextFreeAt).toBeNull();
  });

  it('forgets words once nobody uses them', async () => {
    const { providerId } = await makeSpecialist();
    await refreshProvider({ providerId });
    const used = (await document(providerId))?.words.split(' ') ?? [];
    await db().searchWord.create({ data: { word: 'niemandswort', letters: 12 } });
    await deleteUnusedWords(db());
    const words = (await db().searchWord.findMany()).map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(used));
    expect(words).not.toContain('niemandswort');
  });
});
