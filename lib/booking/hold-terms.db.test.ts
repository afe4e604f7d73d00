import { describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { changeWeek } from '@/lib/availability/change-week';
import { setExceptions } from '@/lib/availability/change-exceptions';
import type { OwnTerms } from '@/lib/availability/rules/terms';
import { db } from '@/lib/server/db/client';
import { findFreeTime, listFreeTimes, readOffer } from '@/lib/services/free-times';
import { changePracticeAddress } from '@/lib/services/change-practice-address';
import { previewTimes } from '@/lib/services/preview-times';
import { addHours, addLocalDays, localDate, localDateToEpochDay, weekdays } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { abandonHold } from './abandon-hold';
import { holdSlot } from './hold-slot';
import { orderBooking } from './order-booking';

const now = new Date();
const soon = { start: addHours(now, 48), end: addHours(now, 24 * 12) };

async function offerOf({ serviceIds: [serviceId = ''] }: SeededProvider) {
  const offer = await readOffer(db(), serviceId);
  if (!offer) throw new Error('no offer');
  return offer;
}

const slotsOf = async (provider: SeededProvider) => listFreeTimes(db(), await offerOf(provider), soon, now);

function hold(client: AccountActor, { serviceIds: [serviceId = ''] }: SeededProvider, start: Date) {
  return holdSlot(client, { serviceId, start, channel: undefined });
}

const withTerms = (terms: OwnTerms) =>
  weekdays.map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440, terms }));

describe('hours with terms of their own', () => {
  it('set the price and the ways to meet of what is booked in them', async () => {
    const claire = await makeSpecialist();
    const terms: OwnTerms = { priceAmount: 9000, channels: ['voice', 'in_person'] };
    expect((await changeWeek(claire.actor, { week: withTerms(terms) })).ok).toBe(true);
    const [slot] = await slotsOf(claire);
    const client = await makeAccount();
    const held = await hold(client, claire, slot?.start ?? now);
    const bookingId = held.ok ? held.value.bookingId : '';
    const booking = await db().booking.findUniqueOrThrow({
      where: { id: bookingId },
      include: { payment: true },
    });
    expect(booking).toMatchObject({ priceAmount: 9000, channel: 'voice', channels: ['voice', 'in_person'] });
    expect(booking.payment?.amount).toBe(9000);
    const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });
    const asVideo = { bookingId, note: null, channel: 'video' as const };
    expect(await orderBooking(client, asVideo, nowhere)).toMatchObject({
      error: { code: 'booking.channelNotOffered' },
    });
  });

  it('may be free of charge, and then ask for no payment', async () => {
    const claire = await makeSpecialist();
    await changeWeek(claire.actor, { week: withTerms({ priceAmount: 0 }) });
    const [slot] = await slotsOf(claire);
    const client = await makeAccount();
    const held = await hold(client, claire, slot?.start ?? now);
    const input = { bookingId: held.ok ? held.value.bookingId : '', note: null, channel: undefined };
    expect(
      await orderBooking(client, input, () => ({ success: '', cancel: '', locale: 'en' })),
    ).toMatchObject({
      value: { checkoutUrl: null },
    });
  });
});

describe('days that are different', () => {
  it('are neither offered nor accepted while closed', async () => {
    const claire = await makeSpecialist();
    const [slot] = await slotsOf(claire);
    const { provider } = await offerOf(claire);
    const date = localDate(slot?.start ?? now, provider.timeZone);
    const days = { first: date, last: date };
    expect((await setExceptions(claire.actor, { ...days, kind: 'closed', ranges: [] })).ok).toBe(true);
    const after = await slotsOf(claire);
    expect(after.map(({ start }) => localDate(start, provider.timeZone))).not.toContain(date);
    expect(await hold(await makeAccount(), claire, slot?.start ?? now)).toMatchObject({
      error: { code: 'booking.slotTaken' },
    });
  });

  it('open time outside the week', async () => {
    const claire = await makeSpecialist({ ranges: [] });
    const { provider } = await offerOf(claire);
    const date = addLocalDays(localDate(now, provider.timeZone), 5);
    const ranges = [{ startMinute: 600, endMinute: 720 }];
    await setExceptions(claire.actor, { first: date, last: date, kind: 'extra', ranges });
    const slots = await slotsOf(claire);
    expect(slots).toHaveLength(2);
    expect((await hold(await makeAccount(), claire, slots[1]?.start ?? now)).ok).toBe(true);
  });
});

describe('limits of a service', () => {
  const limited = (limits: { dailyLimit?: number; weeklyLimit?: number }) =>
    makeSpecialist({ services: [limits, {}] });

  it('hold between parallel clients of different times of one day', async () => {
    const claire = await limited({ dailyLimit: 2 });
    const { provider } = await offerOf(claire);
    const slots = await slotsOf(claire);
    const date = localDate(slots[30]?.start ?? now, provider.timeZone);
    const sameDay = slots.filter(({ start }) => localDate(start, provider.timeZone) === date).slice(0, 8);
    expect(sameDay).toHaveLength(8);
    const clients = await Promise.all(sameDay.map(() => makeAccount()));
    const answers = await Promise.all(
      sameDay.map(({ start }, index) => hold(clients[index] as AccountActor, claire, start)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
    expect(new Set(refused)).toEqual(new Set(['booking.slotTaken']));
    const left = await slotsOf(claire);
    expect(left.map(({ start }) => localDate(start, provider.timeZone))).not.toContain(date);
  });

  it('count a hold only while it lasts, and no other service', async () => {
    const claire = await limited({ weeklyLimit: 1 });
    const before = (await slotsOf(claire)).length;
    const [slot] = await slotsOf(claire);
    const client = await makeAccount();
    const held = await hold(client, claire, slot?.start ?? now);
    const { provider } = await offerOf(claire);
    const weekOf = (at: Date) => Math.floor((localDateToEpochDay(localDate(at, provider.timeZone)) + 3) / 7);
    const left = (await slotsOf(claire)).map(({ start }) => weekOf(start));
    expect(left).not.toContain(weekOf(slot?.start ?? now));
    expect(left.length).toBeGreaterThan(0);
    const other = await readOffer(db(), claire.serviceIds[1] ?? '');
    expect(other && (await findFreeTime(db(), other, addHours(slot?.start ?? now, 1), now))).toBeDefined();
    await abandonHold(client, { bookingId: held.ok ? held.value.bookingId : '' });
    expect(await slotsOf(claire)).toHaveLength(before);
  });
});

describe('the preview of a week', () => {
  it('offers what the week would offer once it is saved', async () => {
    const claire = await makeSpecialist({ services: [{ noticeMinutes: 60 }] });
    const week = [
      { weekday: 2 as const, startMinute: 540, endMinute: 720 },
      { weekday: 4 as const, startMinute: 1080, endMinute: 1500, terms: { priceAmount: 15_000 } },
    ];
    const [serviceId = ''] = claire.serviceIds;
    const previewed = await previewTimes(claire.actor, { serviceId, week });
    await changeWeek(claire.actor, { week });
    const window = { start: now, end: addHours(now, 14 * 24) };
    const slots = await listFreeTimes(db(), await offerOf(claire), window, now);
    const inBoth = (previewed.ok ? previewed.value : []).filter(({ start }) => new Date(start) < window.end);
    expect(inBoth).toEqual(
      slots.map(({ start, price }) => ({
        start: start.toISOString(),
        ...(price.amount !== 12_000 && { priceAmount: price.amount }),
      })),
    );
    expect(inBoth.length).toBeGreaterThan(10);
  });

  it('is only the provider’s own', async () => {
    const [claire, other] = [await makeSpecialist(), await makeSpecialist()];
    const [serviceId = ''] = claire.serviceIds;
    expect(await previewTimes(other.actor, { serviceId, week: [] })).toMatchObject({
      error: { code: 'common.notFound' },
    });
  });
});

describe('where one meets', () => {
  it('is copied when the time is held, and stays though the practice moves', async () => {
    const claire = await makeSpecialist({ services: [{ channels: ['video', 'in_person'] }] });
    const [slot] = await slotsOf(claire);
    const held = await hold(await makeAccount(), claire, slot?.start ?? now);
    const address = { street: 'Neue Str. 5', postalCode: null, city: 'Potsdam', country: 'DE' };
    expect((await changePracticeAddress(claire.actor, { address })).ok).toBe(true);
    const id = held.ok ? held.value.bookingId : '';
    expect(await db().booking.findUniqueOrThrow({ where: { id } })).toMatchObject({
      practiceStreet: 'Lindenstr. 1',
      practicePostalCode: '10969',
      practiceCity: 'Berlin',
      practiceCountry: 'DE',
    });
  });

  it('is nobody’s business where one meets online only', async () => {
    const claire = await makeSpecialist();
    const [slot] = await slotsOf(claire);
    const held = await hold(await makeAccount(), claire, slot?.start ?? now);
    const id = held.ok ? held.value.bookingId : '';
    expect(await db().booking.findUniqueOrThrow({ where: { id } })).toMatchObject({ practiceStreet: null });
  });
});
