import { describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { setExceptions } from '@/lib/availability/change-exceptions';
import { changeWeek } from '@/lib/availability/change-week';
import { publishProfile } from './publish-profile';
import { practiceAddressSchema } from '@/lib/profiles/schema';
import { db } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { addLocalDays, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type ProviderSeed } from '@/prisma/seed/factories/providers';
import { changePracticeAddress } from '@/lib/services/change-practice-address';
import { changeService } from '@/lib/services/change-service';
import { createService } from '@/lib/services/create-service';
import { serviceSchema } from '@/lib/services/schema';
import { activateService, deactivateService } from '@/lib/services/switch-service';

const input = (channels: string[]) =>
  serviceSchema.parse({
    kind: channels[0],
    durationMinutes: '50',
    price: '70',
    channels,
    bufferBeforeMinutes: '0',
    bufferAfterMinutes: '0',
    noticeHours: '0',
    horizonDays: '60',
    confirmationMode: 'request',
    vatPercent: '0',
    'title-en': 'Session',
  });
const bordeaux = { street: '9 cours de l’Intendance', postalCode: '33000', city: 'Bordeaux', country: 'FR' };
const nowhere = { practiceStreet: null, practicePostalCode: null, practiceCity: null, practiceCountry: null };
const homeless = (seed: ProviderSeed = {}) =>
  makeSpecialist({ ...seed, provider: { ...nowhere, ...seed.provider } });
const stored = (id: string) => db().provider.findUniqueOrThrow({ where: { id } });
const missing = (field: string) => ({ error: { fields: { [field]: 'service.addressMissing' } } });

describe('practiceAddressSchema', () => {
  const parse = (fields: object) => practiceAddressSchema.safeParse(fields);

  it('takes street, city and country, with a postal code where there is one', () => {
    const fields = { practiceStreet: ' Al Wasl 5 ', practiceCity: 'Dubai', practiceCountry: 'AE' };
    expect(parse(fields).data).toEqual({
      address: { street: 'Al Wasl 5', postalCode: null, city: 'Dubai', country: 'AE' },
    });
    expect(parse({ practiceStreet: '', practicePostalCode: '', practiceCity: '' }).data).toEqual({
      address: null,
    });
  });

  it.each([
    [{ practiceStreet: 'Al Wasl 5' }, ['practiceCity', 'practiceCountry']],
    [{ practicePostalCode: '10969' }, ['practiceStreet', 'practiceCity', 'practiceCountry']],
    [{ practiceStreet: 'A', practiceCity: 'B', practiceCountry: 'XX' }, ['practiceCountry']],
  ])('names what is missing in %j', (fields, names) => {
    expect(parse(fields).error?.issues.map(({ path }) => path.join('.'))).toEqual(names);
  });
});

describe('the address of a practice', () => {
  it('is needed before anything is offered in person, by a service or by hours', async () => {
    const { actor, providerId, serviceIds } = await homeless();
    const [serviceId = ''] = serviceIds;
    expect(await createService(actor, input(['in_person']))).toMatchObject(missing('channels'));
    expect(await changeService(actor, { serviceId, ...input(['video', 'in_person']) })).toMatchObject(
      missing('channels'),
    );
    const terms = { channels: ['in_person' as const] };
    const week = [
      { weekday: 2 as const, startMinute: 480, endMinute: 540 },
      { weekday: 2 as const, startMinute: 600, endMinute: 720, terms },
    ];
    expect(await changeWeek(actor, { week })).toMatchObject(missing('day-2-1-start'));
    const first = addLocalDays(localDate(new Date(), 'Europe/Berlin'), 3);
    const day = { first, last: first, ranges: [{ startMinute: 600, endMinute: 720, terms }] };
    expect(await setExceptions(actor, { ...day, kind: 'extra' })).toMatchObject(missing('range-0-start'));
    expect(await db().service.count({ where: { providerId, channels: { has: 'in_person' } } })).toBe(0);
    expect((await changePracticeAddress(actor, { address: bordeaux })).ok).toBe(true);
    expect((await createService(actor, input(['in_person']))).ok).toBe(true);
    expect((await changeService(actor, { serviceId, ...input(['video', 'in_person']) })).ok).toBe(true);
    expect((await changeWeek(actor, { week })).ok).toBe(true);
    expect((await setExceptions(actor, { ...day, kind: 'extra' })).ok).toBe(true);
  });

  it('is asked for before publishing, and before a service in person is put back on sale', async () => {
    const services = [{ channels: ['in_person' as const] }];
    const { actor, serviceIds } = await homeless({ provider: { status: 'draft' }, services });
    const [serviceId = ''] = serviceIds;
    expect(await publishProfile(actor)).toMatchObject({ error: { details: { missing: 'practiceAddress' } } });
    expect((await deactivateService(actor, { serviceId })).ok).toBe(true);
    expect(await activateService(actor, { serviceId })).toMatchObject({
      error: { code: 'service.addressMissing' },
    });
    await changePracticeAddress(actor, { address: bordeaux });
    expect((await activateService(actor, { serviceId })).ok).toBe(true);
    expect((await publishProfile(actor)).ok).toBe(true);
  });

  it('stays while something is offered in person, and goes afterwards', async () => {
    const { actor, providerId, serviceIds } = await makeSpecialist({
      services: [{ channels: ['video', 'in_person'] }, {}],
    });
    const [serviceId = ''] = serviceIds;
    const refused = { error: { fields: { practiceStreet: 'provider.practiceAddressNeeded' } } };
    expect(await changePracticeAddress(actor, { address: null })).toMatchObject(refused);
    await deactivateService(actor, { serviceId });
    const terms = { channels: ['in_person' as const] };
    await changeWeek(actor, { week: [{ weekday: 2, startMinute: 600, endMinute: 720, terms }] });
    expect(await changePracticeAddress(actor, { address: null })).toMatchObject(refused);
    await changeWeek(actor, { week: [] });
    expect((await changePracticeAddress(actor, { address: null })).ok).toBe(true);
    expect(await stored(providerId)).toMatchObject(nowhere);
  });

  it('is not emptied between the question and the answer of a service in person', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { actor, providerId } = await makeSpecialist();
      await Promise.all([
        createService(actor, input(['in_person'])),
        changePracticeAddress(actor, { address: null }),
      ]);
      const { practiceStreet } = await stored(providerId);
      const offered = await db().service.count({ where: { providerId, channels: { has: 'in_person' } } });
      expect(offered === 0 || practiceStreet !== null).toBe(true);
    }
  });

  it('is the provider’s own, and whole or not there', async () => {
    const { providerId } = await makeSpecialist();
    for (const actor of [anonymous, await makeAccount()])
      expect(await changePracticeAddress(actor, { address: bordeaux })).toMatchObject({
        error: { code: 'common.notFound' },
      });
    const half = db().provider.update({ where: { id: providerId }, data: { practiceCity: null } });
    await expect(half).rejects.toSatisfy((error) =>
      isConstraintViolation(error, 'provider_practice_address'),
    );
  });
});
