import { describe, expect, it } from 'vitest';
import { type Database, db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeService, makeSpecialist } from '@/prisma/seed/factories/providers';
import { refreshProvider } from './jobs';
import { nextFreeTimes } from './next-free-time';
import { publishProfile } from './publish-profile';
import { searchAdvisors } from './search';
import { searchSchema } from './schema';

const now = new Date();

async function organisationOf(count: number) {
  const organisation = await makeOrganisation();
  for (let index = 0; index < count; index += 1)
    await addMember(organisation, await makeSpecialist({ ranges: [] }));
  return organisation;
}

/** The pool, and how many statements went through it. */
function counting(): { database: Database; count: () => number } {
  let count = 0;
  const database = db().$extends({
    query: {
      $allOperations: ({ args, query }) => {
        count += 1;
        return query(args);
      },
    },
  });
  return { database: database as unknown as Database, count: () => count };
}

describe('the number of queries does not depend on the number of members', () => {
  it('for the free times of a month', async () => {
    const counts: number[] = [];
    for (const size of [1, 20]) {
      const { serviceIds } = await organisationOf(size);
      const { database, count } = counting();
      const offer = await readOffer(database, serviceIds[0] ?? '');
      if (!offer) throw new Error('no offer');
      const window = { start: now, end: addHours(now, 31 * 24) };
      const slots = await listFreeTimes(database, offer, window, now);
      expect(slots[0]?.specialistIds).toHaveLength(size);
      counts.push(count());
    }
    expect(counts).toEqual([2, 2]);
  }, 60_000);

  it('for the next free time of several organisations', async () => {
    const few = await organisationOf(1);
    const many = [await organisationOf(20), await organisationOf(3)];
    const counted = async (ids: string[]) => {
      const { database, count } = counting();
      const found = await nextFreeTimes(database, ids, now);
      expect([...found.values()].every((at) => at !== null)).toBe(true);
      return count();
    };
    expect(await counted([few.providerId])).toBe(await counted(many.map(({ providerId }) => providerId)));
  }, 60_000);
});

describe('an organisation in the directory', () => {
  it('is free when any of those who give something is, each in their hours there', async () => {
    const organisation = await makeOrganisation();
    const [monday, tuesday] = [1, 2].map((weekday) => ({ weekday, startMinute: 600, endMinute: 660 }));
    if (!monday || !tuesday) throw new Error('no hours');
    await addMember(organisation, await makeSpecialist(), { ranges: [monday] });
    await addMember(organisation, await makeSpecialist(), { ranges: [tuesday] });
    // Somebody who gives nothing is free in vain.
    await addMember(organisation, await makeSpecialist(), { serviceIds: [] });
    const next = (await nextFreeTimes(db(), [organisation.providerId], now)).get(organisation.providerId);
    expect(next && [1, 2]).toContain(next?.getUTCDay());
    await publishProfile(organisation.actor);
    const { advisors } = await searchAdvisors(searchSchema.parse({}), 'Europe/Berlin');
    const listed = advisors.find(({ id }) => id === organisation.providerId);
    expect(listed?.kind).toBe('organisation');
    for (const { times } of listed?.nextDays ?? [])
      for (const { start } of times) expect([1, 2]).toContain(start.getUTCDay());
  });

  it('is published once a member gives something, by its owner or a manager', async () => {
    const organisation = await makeOrganisation({ provider: { status: 'draft' } });
    expect(await publishProfile(organisation.actor)).toMatchObject({
      error: { code: 'provider.profileIncomplete', details: { missing: 'offer' } },
    });
    await makeService(organisation.providerId, { isActive: false });
    await addMember(organisation, await makeSpecialist());
    const manager = await addManager(organisation, await makeAccount());
    expect(await publishProfile(manager)).toMatchObject({ ok: true });
  });
});

it('an organisation is found by the names of its members, as they are called now', async () => {
  const organisation = await makeOrganisation();
  const member = await makeSpecialist({ provider: { displayName: 'Ottilie Zwetschgenbaum' } });
  await addMember(organisation, member);
  const search = async (q: string) =>
    (await searchAdvisors(searchSchema.parse({ q }), 'UTC')).advisors.map(({ id }) => id);
  await refreshProvider({ providerId: organisation.providerId });
  expect(await search('Zwetschgenbaum')).toContain(organisation.providerId);
  const where = { id: member.providerId };
  await db().provider.update({ where, data: { displayName: 'Ottilie Quittenstrauch' } });
  await refreshProvider({ providerId: member.providerId, isOfferChanged: true });
  expect(await search('Quittenstrauch')).toContain(organisation.providerId);
  expect(await search('Zwetschgenbaum')).not.toContain(organisation.providerId);
});

it('what changes of whoever sells or holds an event makes its page anew', async () => {
  const organisation = await makeOrganisation();
  const member = await makeSpecialist();
  await addMember(organisation, member);
  const startsAt = addHours(new Date(), 100);
  const eventId = await makeEvent(organisation, { startsAt, priceAmount: 0 });
  await db().event.update({ where: { id: eventId }, data: { hostId: member.providerId } });
  const readTag = () => db().$queryRaw<{ at: Date }[]>`
    select revalidated_at as at from page_tag where tag = ${`event:${eventId}`}`;
  for (const { providerId } of [organisation, member]) {
    const before = (await readTag())[0]?.at;
    await refreshProvider({ providerId, isOfferChanged: true });
    expect((await readTag())[0]?.at).not.toEqual(before);
  }
});
