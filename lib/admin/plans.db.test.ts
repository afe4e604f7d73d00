import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import type { AccountActor } from '@/lib/access/actor';
import { editPlanSchema, minimumsSchema, switchPlanSchema } from './schema';
import { changeWeek } from '@/lib/availability/change-week';
import { setExceptions } from '@/lib/availability/change-exceptions';
import { exceptionSchema, weekSchema } from '@/lib/availability/schema';
import { changeEvent } from '@/lib/events/change-event';
import { createEvent } from '@/lib/events/create-event';
import { changeEventSchema, eventSchema } from '@/lib/events/schema';
import { holdSlot } from '@/lib/booking/hold-slot';
import { db } from '@/lib/server/db/client';
import { readForm } from '@/lib/server/form';
import { changeService } from '@/lib/services/change-service';
import { createService } from '@/lib/services/create-service';
import { serviceSchema } from '@/lib/services/schema';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, addLocalDays, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { editPlan, switchPlan } from '@/lib/plans/edit-plan';
import { loadPlansForAdmin } from '@/lib/plans/loaders';
import { setMinimums } from '@/lib/plans/set-minimums';

let admin: AccountActor;
beforeAll(async () => {
  admin = await makeAccount({ isAdmin: true });
});

const plan = async (code: string) => {
  const { plans } = await loadPlansForAdmin(admin);
  const found = plans.find((each) => each.plan.code === code)?.plan;
  if (!found) throw new Error(code);
  return found;
};
const edit = async (code: string, fields: Record<string, unknown>) =>
  editPlanSchema.parse({
    planCode: code,
    version: String((await plan(code)).version),
    fee: '0',
    commission: '15',
    ...fields,
  });
const auditOf = (action: string) => db().auditEntry.findMany({ where: { action }, orderBy: { at: 'desc' } });

describe('the operator', () => {
  it('changes terms; each change is in the audit log, what stays is not', async () => {
    const before = await plan('basic_plus');
    const input = await edit('basic_plus', { fee: '25,00', commission: '9,5', features: ['blog'] });
    expect(await editPlan(admin, input)).toEqual({ ok: true, value: undefined });
    expect(await plan('basic_plus')).toMatchObject({
      fee: { amount: 2500 },
      commissionBps: 950,
      features: ['blog'],
    });
    expect((await auditOf('plan.fee'))[0]).toMatchObject({
      fromStatus: '1900',
      toStatus: '2500',
      party: 'admin',
      accountId: admin.accountId,
    });
    expect(await auditOf('plan.vatIncluded')).toEqual([]);
    expect(await editPlan(admin, input)).toMatchObject({ error: { code: 'common.conflict' } });
    const back = await edit('basic_plus', { fee: '19', commission: '10' });
    await editPlan(admin, back);
    expect(await plan('basic_plus')).toMatchObject({ ...before, version: before.version + 2 });
  });

  it.each([
    ['basic', '1'],
    ['premium', '0'],
    ['open', '0.50'],
  ])('bills %s neither more nor less than it is: %s', async (code, fee) => {
    expect(await editPlan(admin, await edit(code, { fee }))).toMatchObject({
      error: { fields: { fee: 'plan.feeInvalid' } },
    });
  });

  it('switches plans on and off, but not the one that everybody has', async () => {
    const turn = async (planCode: string, on?: 'on') =>
      switchPlan(
        admin,
        switchPlanSchema.parse({ planCode, version: String((await plan(planCode)).version), on }),
      );
    expect((await turn('open', 'on')).ok).toBe(true);
    expect((await plan('open')).isActive).toBe(true);
    expect((await turn('open')).ok).toBe(true);
    expect((await plan('open')).isActive).toBe(false);
    expect(await turn('basic')).toMatchObject({ error: { code: 'plan.defaultStays' } });
    expect((await auditOf('plan.active')).length).toBe(2);
  });

  it('alone does so, and alone sees what a session leaves', async () => {
    const stranger = await makeAccount();
    const input = await edit('premium', { fee: '1' });
    for (const nobody of [anonymous, stranger]) {
      expect(await editPlan(nobody, input)).toMatchObject({ error: { code: 'common.notFound' } });
      expect(await switchPlan(nobody, { planCode: 'premium', version: 1, isActive: false })).toMatchObject({
        error: { code: 'common.notFound' },
      });
      expect(await setMinimums(nobody, minimumsSchema.parse({}))).toMatchObject({
        error: { code: 'common.notFound' },
      });
    }
    await expect(loadPlansForAdmin(stranger)).rejects.toThrow();
    const { plans } = await loadPlansForAdmin(admin);
    expect(plans.find((each) => each.plan.code === 'premium')?.margin.margin).toBe(-205);
  });
});

describe('minimum prices', () => {
  afterEach(() => setMinimums(admin, minimumsSchema.parse({})));
  const atLeast = (minimums: Record<string, string>) => setMinimums(admin, minimumsSchema.parse(minimums));
  const below = (field: string, amount: number) => ({
    error: { fields: { [field]: 'service.belowMinimum' }, minimum: { amount, currency: 'EUR' } },
  });
  const service = (price: string, kind = 'video') =>
    serviceSchema.parse({
      'title-en': 'Session',
      kind,
      durationMinutes: '60',
      price,
      channels: ['video'],
      bufferBeforeMinutes: '0',
      bufferAfterMinutes: '0',
      noticeHours: '12',
      horizonDays: '30',
      confirmationMode: 'request',
      vatPercent: '0',
    });

  it('bind services of their kind; free stays allowed, the minimum itself too', async () => {
    await atLeast({ video: '40' });
    const { actor } = await makeSpecialist();
    expect(await createService(actor, service('39.99'))).toMatchObject(below('price', 4000));
    for (const price of ['0', '40', '120'])
      expect((await createService(actor, service(price))).ok).toBe(true);
    expect((await createService(actor, service('20', 'introductory'))).ok).toBe(true);
  });

  it('leave lower prices as they are until they are saved again', async () => {
    const { actor, serviceIds } = await makeSpecialist({ services: [{ priceAmount: 2000 }] });
    const [serviceId = ''] = serviceIds;
    await atLeast({ video: '40' });
    expect(await db().service.findUniqueOrThrow({ where: { id: serviceId } })).toMatchObject({
      priceAmount: 2000,
    });
    expect(await changeService(actor, { serviceId, ...service('20') })).toMatchObject(below('price', 4000));
    expect((await changeService(actor, { serviceId, ...service('40') })).ok).toBe(true);
  });

  it('bind the prices of hours by the ways in which one may meet', async () => {
    await atLeast({ video: '40', in_person: '80' });
    const { actor } = await makeSpecialist();
    const week = (price: string, ways: string[]) =>
      changeWeek(
        actor,
        weekSchema.parse({
          'day-1-0-start': '18:00',
          'day-1-0-end': '20:00',
          'day-1-0-price': price,
          'day-1-0-channels': ways,
        }),
      );
    expect(await week('39', ['video'])).toMatchObject(below('day-1-0-price', 4000));
    expect((await week('40', ['video'])).ok).toBe(true);
    expect(await week('79', [])).toMatchObject(below('day-1-0-price', 8000));
    expect((await week('0', [])).ok).toBe(true);
    const first = addLocalDays(localDate(new Date(), 'Europe/Berlin'), 5);
    const day = exceptionSchema.parse({
      first,
      kind: 'extra',
      'range-0-start': '18:00',
      'range-0-end': '20:00',
      'range-0-price': '70',
    });
    expect(await setExceptions(actor, day)).toMatchObject(below('range-0-price', 8000));
  });

  it('bind seats, except at an event whose price is fixed by those who come', async () => {
    const { actor } = await makeSpecialist();
    const form = (price: string) => {
      const data = new FormData();
      const fields = {
        'title-en': 'An evening',
        date: addLocalDays(localDate(new Date(), 'Europe/Berlin'), 60),
        time: '05:00',
        durationMinutes: '60',
        price,
        vatPercent: '0',
        minimumSeats: '2',
        maximumSeats: '10',
        language: 'en',
        cover: 'cover-talk',
      };
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      return readForm(data);
    };
    const created = await createEvent(actor, eventSchema.parse(form('25')));
    if (!created.ok) throw new Error(created.error.code);
    const { eventId } = created.value;
    await atLeast({ event: '30' });
    expect(await createEvent(actor, eventSchema.parse(form('29')))).toMatchObject(below('price', 3000));
    const change = (price: string) =>
      changeEvent(actor, changeEventSchema.parse({ ...form(price), eventId }));
    expect(await change('25')).toMatchObject(below('price', 3000));
    await db().event.update({ where: { id: eventId }, data: { confirmedAt: new Date() } });
    expect((await change('25')).ok).toBe(true);
  });
});

describe('who bears the fee of the payment service', () => {
  it('is copied onto what is booked, and stays there', async () => {
    const { providerId, serviceIds } = await makeSpecialist();
    const [serviceId = ''] = serviceIds;
    await editPlan(admin, await edit('basic', { advisorBearsFee: 'on' }));
    const held = async (client: AccountActor) => {
      const offer = await readOffer(db(), serviceId);
      if (!offer) throw new Error('no offer');
      const window = { start: new Date(), end: addHours(new Date(), 24 * 6) };
      const [slot] = await listFreeTimes(db(), offer, window, new Date());
      const booked = slot && (await holdSlot(client, { serviceId, start: slot.start, channel: undefined }));
      if (!booked?.ok) throw new Error(booked?.error.code);
      return db().booking.findUniqueOrThrow({ where: { id: booked.value.bookingId } });
    };
    const first = await held(await makeAccount());
    await editPlan(admin, await edit('basic', {}));
    const second = await held(await makeAccount());
    expect([first.advisorBearsFee, second.advisorBearsFee]).toEqual([true, false]);
    expect(first).toMatchObject({ providerId, commissionBps: 1500 });
  });
});
