import { expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { db } from '@/lib/server/db/client';
import { addHours, addMinutes, epochDayToWeekday, localDate, localDateToEpochDay } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { abandonHold } from '../abandon-hold';
import { holdSlot } from '../hold-slot';
import { orderBooking } from '../order-booking';
import { joinWaitingList } from '../waiting/join-waiting-list';
import { offerOpenTimes } from '../waiting/offer-open-times';

const zone = 'Europe/Berlin';
const day = localDate(addHours(new Date(), 24 * 6), zone);
const start = instantOfWall(day, 600, zone);

/** Members who each work for one session on one day at the practice, all of them held by somebody. */
async function fullPractice(count: number) {
  const organisation = await makeOrganisation({ services: [{ priceAmount: 0 }] });
  const [serviceId = ''] = organisation.serviceIds;
  const weekday = epochDayToWeekday(localDateToEpochDay(day));
  const held: { client: AccountActor; bookingId: string; specialistId: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const specialist = await makeSpecialist();
    await addMember(organisation, specialist, { ranges: [{ weekday, startMinute: 600, endMinute: 660 }] });
    const client = await makeAccount();
    const hold = await holdSlot(client, { serviceId, start, member: specialist.providerId });
    if (!hold.ok) throw new Error(hold.error.code);
    held.push({ client, bookingId: hold.value.bookingId, specialistId: specialist.providerId });
  }
  return { organisation, serviceId, held };
}

const offerTo = ({ accountId: clientId }: AccountActor) =>
  db().booking.findFirst({ where: { clientId, status: 'held' }, select: { specialistId: true } });

it('goes to who waits for the organisation’s service, given by the member whose time is free again', async () => {
  const { serviceId, held } = await fullPractice(2);
  const clients = [await makeAccount(), await makeAccount()];
  for (const client of clients)
    expect(await joinWaitingList(client, { serviceId, first: day, last: day })).toMatchObject({ ok: true });
  const [, second] = held;
  if (!second) throw new Error('nothing held');
  await abandonHold(second.client, { bookingId: second.bookingId });
  const [one, other] = clients.map(offerTo);
  expect([await one, await other]).toEqual([{ specialistId: second.specialistId }, null]);
});

it('is offered by the sweep when a member works longer', async () => {
  const { organisation, serviceId, held } = await fullPractice(1);
  const client = await makeAccount();
  expect(await joinWaitingList(client, { serviceId, first: day, last: day })).toMatchObject({ ok: true });
  const [first] = held;
  const hours = { providerId: organisation.providerId, specialistId: first?.specialistId ?? '' };
  await db().weeklyRange.updateMany({ where: hours, data: { endMinute: 720 } });
  expect(await offerOpenTimes(new Date())).toBe(0);
  expect(await offerTo(client)).toEqual({ specialistId: first?.specialistId });
});

it('is nothing to wait for where one works', async () => {
  const { organisation, serviceId } = await fullPractice(1);
  const member = await addMember(organisation, await makeSpecialist(), { serviceIds: [], ranges: [] });
  const manager = await addManager(organisation, await makeAccount());
  const wait = { serviceId, first: day, last: localDate(addMinutes(start, 60), zone) };
  for (const actor of [organisation.actor, member, manager])
    expect(await joinWaitingList(actor, wait)).toEqual({
      ok: false,
      error: { code: 'booking.ownService' },
    });
});

it('is not offered where one works by now, nor ordered', async () => {
  const { organisation, serviceId, held } = await fullPractice(1);
  const later = await makeSpecialist();
  const manager = await makeAccount();
  const client = await makeAccount();
  for (const actor of [later.actor, manager, client])
    expect(await joinWaitingList(actor, { serviceId, first: day, last: day })).toMatchObject({ ok: true });
  await addMember(organisation, later, { ranges: [] });
  await addManager(organisation, manager);
  const [first] = held;
  if (!first) throw new Error('nothing held');
  await abandonHold(first.client, { bookingId: first.bookingId });
  expect(await offerTo(later.actor)).toBeNull();
  expect(await offerTo(manager)).toBeNull();
  expect(await offerTo(client)).toEqual({ specialistId: first.specialistId });
  const { id: bookingId } = await db().booking.findFirstOrThrow({ where: { clientId: client.accountId } });
  const joined = await addManager(organisation, client);
  const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });
  expect(await orderBooking(joined, { bookingId, note: null }, nowhere)).toEqual({
    ok: false,
    error: { code: 'booking.ownService' },
  });
});
