import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { changeWeek } from '@/lib/availability/change-week';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, weekdays } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { holdSlot } from './hold-slot';
import { orderSchema } from './schema';
import { orderBooking } from './order-booking';
import { pickTime } from './loaders';

let specialist: SeededProvider;
let client: AccountActor;
let starts: Date[];
const shown = (...indexes: number[]) => indexes.map((index) => ({ start: starts[index] }));
const serviceId = () => specialist.serviceIds[0] ?? '';
const input = (index = 0) => ({ serviceId: serviceId(), start: starts[index] ?? new Date() });
const holds = () => db().booking.count({ where: { clientId: client.accountId, status: 'held' } });

beforeEach(async () => {
  specialist = await makeSpecialist({ services: [{ priceAmount: 0 }, { priceAmount: 12_000 }] });
  client = await makeAccount();
  const [offer, now] = [await readOffer(db(), serviceId()), await clock()];
  if (!offer) throw new Error('no offer');
  const slots = await listFreeTimes(db(), offer, { start: now, end: addHours(now, 200) }, now);
  starts = slots.map(({ start }) => start);
});

describe('pickTime', () => {
  it('holds a time picked among ours', async () => {
    expect(await pickTime(client, input(), 'ourTimes')).toMatchObject({ kind: 'held' });
    expect(await pickTime(client, input(1), 'ourTimes')).toMatchObject({ kind: 'held' });
    expect(await holds()).toBe(1);
  });

  it('asks before a foreign link holds, and leaves the present hold', async () => {
    const held = await holdSlot(client, input());
    expect(await pickTime(client, input(1), 'elsewhere')).toMatchObject({ kind: 'ask', start: starts[1] });
    expect(await db().booking.findMany({ where: { clientId: client.accountId } })).toMatchObject([
      { id: held.ok ? held.value.bookingId : '', status: 'held' },
    ]);
  });

  it('holds after registering once, when there is nothing to lose', async () => {
    const first = await pickTime(client, input(), 'welcome');
    expect(first).toMatchObject({ kind: 'held' });
    expect(await pickTime(client, input(), 'welcome')).toEqual(first);
    expect(await pickTime(client, input(1), 'welcome')).toMatchObject({ kind: 'ask' });
  });

  it('asks with the price and the ways to meet of that very time', async () => {
    const terms = { priceAmount: 21_000, channels: ['in_person' as const] };
    const hours = { startMinute: 0, endMinute: 1440, terms };
    const [week, paid] = [weekdays.map((weekday) => ({ weekday, ...hours })), specialist.serviceIds[1] ?? ''];
    expect((await changeWeek(specialist.actor, { week })).ok).toBe(true);
    const own = { price: { amount: 21_000 }, channels: ['in_person'] };
    const input = { serviceId: paid, start: starts[2] ?? new Date() };
    expect(await pickTime(client, input, 'elsewhere')).toMatchObject({ kind: 'ask', terms: own });
    expect(await pickTime(client, input, 'ourTimes')).toMatchObject({ kind: 'held' });
    expect((await changeWeek(specialist.actor, { week: [] })).ok).toBe(true);
    expect(await pickTime(client, input, 'elsewhere')).toMatchObject({ kind: 'ask', terms: own });
  });

  it('offers the next free times instead of one that is taken, or over', async () => {
    await holdSlot(await makeAccount(), input(1));
    const taken = await pickTime(client, input(1), 'ourTimes');
    expect(taken).toMatchObject({ kind: 'refused', code: 'booking.slotTaken', next: shown(2, 3, 4) });
    expect(await pickTime(client, input(1), 'elsewhere')).toMatchObject({ code: 'booking.slotTaken' });
    const past = { serviceId: serviceId(), start: addHours(await clock(), -24) };
    expect(await pickTime(client, past, 'ourTimes')).toMatchObject({
      kind: 'refused',
      code: 'booking.timePast',
      next: shown(0, 2, 3),
    });
  });

  it('knows no service that is not sold', async () => {
    await db().provider.update({ where: { id: specialist.providerId }, data: { status: 'draft' } });
    expect(await pickTime(client, input(), 'ourTimes')).toBeNull();
    expect(await pickTime(client, input(), 'elsewhere')).toBeNull();
    await db().provider.update({ where: { id: specialist.providerId }, data: { status: 'published' } });
    await db().service.update({ where: { id: serviceId() }, data: { isActive: false } });
    expect(await pickTime(client, input(), 'elsewhere')).toBeNull();
    expect(await holds()).toBe(0);
  });
});

describe('free sessions of one client with one provider', () => {
  const settle = (status: 'pending' | 'accepted') =>
    db().booking.updateMany({
      where: { clientId: client.accountId, status: 'held' },
      data: { status, heldUntil: null, answerBy: new Date() },
    });

  it('are two at a time', async () => {
    for (const [index, status] of (['pending', 'accepted'] as const).entries()) {
      expect((await holdSlot(client, input(index))).ok).toBe(true);
      await settle(status);
    }
    expect(await holdSlot(client, input(2))).toMatchObject({ error: { code: 'booking.tooManyFree' } });
    expect((await holdSlot(await makeAccount(), input(2))).ok).toBe(true);
    const paid = specialist.serviceIds[1] ?? '';
    expect((await holdSlot(client, { ...input(4), serviceId: paid })).ok).toBe(true);
  });

  it('are counted again when the third is ordered, however many were held before', async () => {
    const other = await makeAccount();
    for (const index of [0, 1]) expect((await holdSlot(other, input(index))).ok).toBe(true);
    const held = await holdSlot(client, input(2));
    await db().booking.updateMany({
      where: { clientId: other.accountId },
      data: { clientId: client.accountId, status: 'accepted', heldUntil: null },
    });
    const bookingId = held.ok ? held.value.bookingId : '';
    const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });
    expect(await orderBooking(client, orderSchema.parse({ bookingId }), nowhere)).toMatchObject({
      error: { code: 'booking.tooManyFree' },
    });
    expect(await db().booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
      status: 'held',
    });
  });

  it('count while they wait or lie ahead', async () => {
    for (const index of [0, 1]) {
      expect((await holdSlot(client, input(index))).ok).toBe(true);
      await settle('accepted');
    }
    await db().booking.updateMany({
      where: { clientId: client.accountId, startsAt: input(0).start },
      data: { startsAt: addHours(new Date(), -30), endsAt: addHours(new Date(), -29) },
    });
    expect((await holdSlot(client, input(2))).ok).toBe(true);
  });
});
