import { beforeAll, describe, expect, it } from 'vitest';
import { type AccountActor, anonymous, type ProviderActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addLocalDays, localDate, type Weekday } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { blockTime } from './blocked/block-time';
import { addSource } from './calendars/add-source';
import { removeExceptions, setExceptions } from './change-exceptions';
import { changeWeek } from './change-week';
import { loadPost } from './loaders';

const week = [{ weekday: 3 as Weekday, startMinute: 600, endMinute: 660 }];
const refused = (code: string) => ({ ok: false, error: { code } });

let organisation: SeededProvider;
let specialist: SeededProvider;
let member: AccountActor;
let colleague: AccountActor;
let manager: AccountActor;
beforeAll(async () => {
  organisation = await makeOrganisation({ provider: { timeZone: 'Asia/Kathmandu' } });
  specialist = await makeSpecialist();
  member = await addMember(organisation, specialist);
  colleague = await addMember(organisation, await makeSpecialist());
  manager = await addManager(organisation, await makeAccount());
});

const stored = (providerId: string, specialistId: string) =>
  db().weeklyRange.count({ where: { providerId, specialistId } });
const inView = (actor: AccountActor): ProviderActor => {
  if (!actor.provider) throw new Error('no practice');
  return { ...actor, provider: actor.provider };
};

describe('hours at an organisation', () => {
  it('are changed by its owner, a manager and the member, and leave the own practice alone', async () => {
    const { providerId } = organisation;
    const { providerId: specialistId } = specialist;
    const own = { practice: providerId, member: specialistId };
    for (const [actor, asked] of [
      [organisation.actor, { member: specialistId }],
      [manager, { member: specialistId }],
      [member, own],
    ] as const) {
      expect(await changeWeek(actor, { week: [], ...asked })).toMatchObject({ ok: true });
      expect(await stored(providerId, specialistId)).toBe(0);
      expect(await changeWeek(actor, { week, ...asked })).toMatchObject({
        ok: true,
        value: { providerId, slug: organisation.actor.provider?.slug },
      });
      expect(await stored(providerId, specialistId)).toBe(1);
    }
    expect(await stored(specialistId, specialistId)).toBe(7);
    expect(await changeWeek(member, { week })).toMatchObject({ ok: true });
    expect(await stored(specialistId, specialistId)).toBe(1);
  });

  it('have days that differ, of the calendar of the organisation', async () => {
    const { providerId } = organisation;
    const { providerId: specialistId } = specialist;
    const first = addLocalDays(localDate(new Date(), 'Asia/Kathmandu'), 3);
    const asked = { practice: providerId, member: specialistId };
    const days = { first, last: first };
    expect(await setExceptions(member, { ...days, kind: 'closed', ranges: [], ...asked })).toMatchObject({
      ok: true,
    });
    const count = () => db().dayException.count({ where: { providerId, specialistId } });
    expect(await count()).toBe(1);
    expect(await removeExceptions(manager, { ...days, member: specialistId })).toMatchObject({ ok: true });
    expect(await count()).toBe(0);
  });

  it('of somebody else do not exist: for colleagues, former members and strangers', async () => {
    const { providerId: practice } = organisation;
    const { providerId: specialistId } = specialist;
    const former = { ...member, memberOf: [] };
    const other = await makeOrganisation();
    for (const actor of [former, other.actor, await makeAccount(), anonymous])
      expect(await changeWeek(actor, { week, practice, member: specialistId })).toMatchObject(
        refused('common.notFound'),
      );
    // Whatever a colleague names, only the own hours are meant.
    expect(await changeWeek(colleague, { week: [], practice, member: specialistId })).toMatchObject({
      ok: true,
    });
    expect(await stored(practice, specialistId)).toBe(1);
    for (const stranger of [(await makeSpecialist()).providerId, newId(), practice])
      expect(await changeWeek(organisation.actor, { week, member: stranger })).toMatchObject(
        refused('common.notFound'),
      );
  });

  it('are shown to the same people, in the zone of the organisation', async () => {
    const { providerId: practice } = organisation;
    const { providerId: specialistId } = specialist;
    expect(await loadPost(inView(member), { practice })).toEqual({
      providerId: practice,
      specialistId,
      zone: 'Asia/Kathmandu',
    });
    expect(await loadPost(inView(organisation.actor), { member: specialistId })).toMatchObject({
      specialistId,
    });
    expect(await loadPost(inView(organisation.actor), {})).not.toBeNull();
    expect(await loadPost(inView(member), {})).toMatchObject({ providerId: specialistId });
    for (const asked of [{ practice: newId() }, { practice: 'x' }, { member: newId() }])
      expect(await loadPost(inView(organisation.actor), asked)).toBeNull();
    expect(await loadPost(inView((await makeOrganisation()).actor), {})).toBeNull();
  });

  it('are no time of the organisation itself: it keeps none for something else and reads no calendar', async () => {
    const date = addLocalDays(localDate(new Date(), 'UTC'), 5);
    const block = { date, lastDate: date, startMinute: 60, endMinute: 120, title: null };
    const source = { name: 'Work', address: 'https://calendar.example.org/work.ics' };
    for (const actor of [organisation.actor, manager]) {
      expect(await blockTime(actor, block)).toMatchObject(refused('common.notFound'));
      expect(await addSource(actor, source)).toMatchObject(refused('common.notFound'));
    }
    expect(await blockTime(member, block)).toMatchObject({ ok: true });
  });
});
