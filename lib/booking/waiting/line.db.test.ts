import { afterEach, expect, it } from 'vitest';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { db } from '@/lib/server/db/client';
import { addHours, addMinutes, epochDayToWeekday, localDate, localDateToEpochDay } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { holdSlot } from '../hold-slot';
import { joinWaitingList } from './join-waiting-list';
import { offerOpenTimes } from './offer-open-times';

const zone = 'Europe/Berlin';
const day = localDate(addHours(new Date(), 24 * 6), zone);
const start = instantOfWall(day, 600, zone);

async function clockAt(at: Date): Promise<void> {
  const milliseconds = at.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}
afterEach(() => db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } }));

it('whoever comes by when a hold is over does not go before who waits', async () => {
  const weekday = epochDayToWeekday(localDateToEpochDay(day));
  const ranges = [{ weekday, startMinute: 600, endMinute: 660 }];
  const { serviceIds } = await makeSpecialist({ ranges, services: [{ priceAmount: 0 }] });
  const [serviceId = ''] = serviceIds;
  const hold = async (client = makeAccount()) => holdSlot(await client, { serviceId, start });
  const heldBy = ({ accountId }: { accountId: string }) =>
    db().booking.findFirst({ where: { clientId: accountId, status: 'held' } });
  const early = await makeAccount();
  expect(await hold(Promise.resolve(early))).toMatchObject({ ok: true });
  const clients = [await makeAccount(), await makeAccount()];
  for (const client of clients)
    expect(await joinWaitingList(client, { serviceId, first: day, last: day })).toMatchObject({ ok: true });
  let over = (await heldBy(early))?.heldUntil;
  for (const client of clients) {
    await clockAt(addMinutes(over ?? new Date(0), 1));
    expect(await hold()).toEqual({ ok: false, error: { code: 'booking.slotTaken' } });
    const offer = await heldBy(client);
    expect(offer?.waitingEntryId).not.toBeNull();
    over = offer?.heldUntil;
  }
  await clockAt(addMinutes(over ?? new Date(0), 1));
  expect(await hold()).toMatchObject({ ok: true });
});

it('an offer counts towards the limit of a service like any other hold', async () => {
  for (let round = 0; round < 8; round += 1) {
    const weekday = epochDayToWeekday(localDateToEpochDay(day));
    const ranges = [{ weekday, startMinute: 600, endMinute: 660 }];
    const { serviceIds, providerId } = await makeSpecialist({
      ranges,
      services: [{ priceAmount: 0, dailyLimit: 1 }],
    });
    const [serviceId = ''] = serviceIds;
    const early = await makeAccount();
    const held = await holdSlot(early, { serviceId, start });
    const client = await makeAccount();
    expect(await joinWaitingList(client, { serviceId, first: day, last: day })).toMatchObject({ ok: true });
    await abandonQuietly(held);
    await db().weeklyRange.updateMany({ where: { providerId }, data: { endMinute: 900 } });
    const others = await Promise.all([1, 2].map(() => makeAccount()));
    const at = (index: number) => addMinutes(start, 60 * (index + 1));
    await Promise.all([
      offerOpenTimes(new Date()),
      ...others.map((other, index) => holdSlot(other, { serviceId, start: at(index) })),
    ]);
    expect(await db().booking.count({ where: { serviceId, status: 'held' } })).toBe(1);
  }
});

/** Free again without anybody being offered it. */
async function abandonQuietly(held: Awaited<ReturnType<typeof holdSlot>>): Promise<void> {
  if (!held.ok) throw new Error(held.error.code);
  const { bookingId: id } = held.value;
  await db().occupancy.deleteMany({ where: { sourceId: id } });
  await db().booking.update({ where: { id }, data: { status: 'expired' } });
}
