import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { changeService } from './change-service';
import { createService } from './create-service';
import { readOffer } from './free-times';
import { changeServiceSchema, serviceSchema } from './schema';
import { activateService, deactivateService } from './switch-service';

const fields = {
  kind: 'video',
  durationMinutes: '50',
  price: '70,00',
  channels: ['video', 'voice', 'video'],
  bufferBeforeMinutes: '0',
  bufferAfterMinutes: '10',
  noticeHours: '12',
  horizonDays: '60',
  slotStepMinutes: '',
  dailyLimit: '',
  weeklyLimit: '3',
  confirmationMode: 'instant',
  vatPercent: '8.1',
  'title-fr': 'Séance',
  'description-fr': 'Une heure',
  'title-de': ' Sitzung ',
};
const input = serviceSchema.parse(fields);

describe('serviceSchema', () => {
  it('keeps minor units, minutes and basis points', () => {
    expect(input).toEqual({
      texts: [
        { locale: 'fr', title: 'Séance', description: 'Une heure' },
        { locale: 'de', title: 'Sitzung', description: '' },
      ],
      terms: {
        kind: 'video',
        durationMinutes: 50,
        priceAmount: 7000,
        channels: ['video', 'voice'],
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 10,
        noticeMinutes: 720,
        horizonDays: 60,
        slotStepMinutes: null,
        packed: false,
        confirmationMode: 'instant',
        paymentMode: 'at_booking',
        dailyLimit: null,
        weeklyLimit: 3,
        vatBps: 810,
      },
      memberIds: [],
    });
  });

  it.each([
    [{ durationMinutes: '4' }, 'durationMinutes', 'service.durationInvalid'],
    [{ durationMinutes: '481' }, 'durationMinutes', 'service.durationInvalid'],
    [{ price: '-5' }, 'price', 'service.priceInvalid'],
    [{ channels: undefined }, 'channels', 'service.channelMissing'],
    [{ bufferAfterMinutes: '241' }, 'bufferAfterMinutes', 'service.bufferInvalid'],
    [{ noticeHours: '1441' }, 'noticeHours', 'service.noticeInvalid'],
    [{ horizonDays: '0' }, 'horizonDays', 'service.horizonInvalid'],
    [{ slotStepMinutes: '3' }, 'slotStepMinutes', 'service.stepInvalid'],
    [{ dailyLimit: '0' }, 'dailyLimit', 'service.limitInvalid'],
    [{ weeklyLimit: '1.5' }, 'weeklyLimit', 'service.limitInvalid'],
    [{ 'title-fr': '' }, 'title-fr', 'service.titleMissing'],
    [{ 'title-fr': '', 'description-fr': '', 'title-de': '' }, 'title-fr', 'service.titleMissing'],
    [{ kind: 'in_person', channels: ['video'] }, 'channels', 'service.kindNotOffered'],
  ])('names what is wrong in %j', (change, name, code) => {
    for (const schema of [serviceSchema, changeServiceSchema]) {
      const parsed = schema.safeParse({ ...fields, serviceId: newId(), ...change });
      expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
        [name, code],
      ]);
    }
  });
});

it('what is wrong between fields is told together with what is wrong in one', () => {
  const wrong = { ...fields, price: 'x', 'title-fr': '', 'description-fr': '', 'title-de': '' };
  const parsed = serviceSchema.safeParse({ ...wrong, kind: 'voice', channels: ['video'] });
  expect(parsed.error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual([
    'channels',
    'price',
    'title-fr',
  ]);
});

describe('one’s own services', () => {
  let claire: SeededProvider;
  let other: SeededProvider;
  const stored = (id = '') => db().service.findUniqueOrThrow({ where: { id }, include: { texts: true } });

  beforeAll(async () => {
    claire = await makeSpecialist();
    other = await makeSpecialist();
  });

  it('are created on sale, after those that are there', async () => {
    expect((await createService(claire.actor, input)).ok).toBe(true);
    const made = await db().service.findFirstOrThrow({
      where: { providerId: claire.providerId, priceAmount: 7000 },
      include: { texts: true },
    });
    expect(made).toMatchObject({ isActive: true, position: 1, paymentMode: 'at_booking' });
    expect(made.texts.map(({ locale }) => locale).toSorted()).toEqual(['de', 'fr']);
  });

  it('are changed with their texts', async () => {
    const serviceId = claire.serviceIds[0] ?? '';
    expect((await changeService(claire.actor, { serviceId, ...input })).ok).toBe(true);
    const changed = await stored(serviceId);
    expect(changed).toMatchObject({ priceAmount: 7000, durationMinutes: 50 });
    expect(changed.texts.map(({ title }) => title).toSorted()).toEqual(['Sitzung', 'Séance']);
  });

  it('go off sale and back on', async () => {
    const serviceId = claire.serviceIds[0] ?? '';
    expect((await deactivateService(claire.actor, { serviceId })).ok).toBe(true);
    expect((await stored(serviceId)).isActive).toBe(false);
    expect((await activateService(claire.actor, { serviceId })).ok).toBe(true);
    expect((await stored(serviceId)).isActive).toBe(true);
  });

  it('are sold with reverse charge once it was checked, not when it is asked for', async () => {
    const offered = async () => (await readOffer(db(), claire.serviceIds[0] ?? ''))?.provider.reverseCharge;
    const change = (data: object) => db().provider.update({ where: { id: claire.providerId }, data });
    await change({ reverseCharge: true, vatId: 'FR40303265045' });
    expect(await offered()).toBe(false);
    await change({ reverseChargeVerifiedAt: new Date() });
    expect(await offered()).toBe(true);
  });

  it('are the provider’s alone', async () => {
    const serviceId = claire.serviceIds[0] ?? '';
    const before = await stored(serviceId);
    for (const actor of [other.actor, await makeAccount(), anonymous]) {
      const results = await Promise.all([
        changeService(actor, { serviceId, ...input }),
        deactivateService(actor, { serviceId }),
        activateService(actor, { serviceId }),
      ]);
      for (const result of results) expect(result).toMatchObject({ error: { code: 'common.notFound' } });
    }
    expect(await stored(serviceId)).toEqual(before);
    expect(await changeService(claire.actor, { serviceId: newId(), ...input })).toMatchObject({ ok: false });
  });
});
