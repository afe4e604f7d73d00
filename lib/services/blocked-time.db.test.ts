import { expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { findFreeTime, listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, addLocalDays, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { blockSchema } from '@/lib/availability/schema';
import { blockTime, unblockTime } from '@/lib/availability/blocked/block-time';

const now = new Date();
const inDays = (days: number) => addLocalDays(localDate(now, 'Europe/Berlin'), days);
const input = (fields: Record<string, string>) =>
  blockSchema.parse({ date: inDays(3), startTime: '09:00', endTime: '12:00', ...fields });

it('blocked time is not offered, and is offered again once given back', async () => {
  const claire = await makeSpecialist();
  const offer = await readOffer(db(), claire.serviceIds[0] ?? '');
  if (!offer) throw new Error('no offer');
  const times = async () =>
    (await listFreeTimes(db(), offer, { start: now, end: addHours(now, 24 * 6) }, now)).map(({ start }) =>
      start.getTime(),
    );
  const before = await times();
  expect((await blockTime(claire.actor, input({ title: 'Dentist' }))).ok).toBe(true);
  const blocked = await db().blockedTime.findFirstOrThrow({ where: { specialistId: claire.providerId } });
  const during = before.filter((at) => at >= blocked.startsAt.getTime() && at < blocked.endsAt.getTime());
  expect(during.length).toBeGreaterThan(1);
  expect(await times()).toEqual(before.filter((at) => !during.includes(at)));
  const stranger = await makeSpecialist();
  for (const nobody of [anonymous, stranger.actor])
    expect(await unblockTime(nobody, { blockedId: blocked.id })).toMatchObject({
      error: { code: 'common.notFound' },
    });
  expect((await unblockTime(claire.actor, { blockedId: blocked.id })).ok).toBe(true);
  expect(await times()).toEqual(before);
});

it('is refused where a session is booked, and leaves nothing behind', async () => {
  const claire = await makeSpecialist();
  const offer = await readOffer(db(), claire.serviceIds[0] ?? '');
  const start = addHours(new Date(`${inDays(3)}T00:00:00Z`), 9);
  expect(offer && (await findFreeTime(db(), offer, start, now))).toBeDefined();
  await makeAuthorisedRequest({ specialist: claire, client: await makeAccount(), startsAt: start });
  expect(await blockTime(claire.actor, input({}))).toMatchObject({
    error: { code: 'availability.timeOccupied' },
  });
  expect(await db().blockedTime.count({ where: { specialistId: claire.providerId } })).toBe(0);
});

it.each([
  [{ endTime: '09:00' }, 'endTime', 'availability.rangeEmpty'],
  [{ lastDate: inDays(2) }, 'endTime', 'availability.rangeEmpty'],
  [{ date: inDays(-3), lastDate: inDays(-2) }, 'date', 'availability.datePast'],
  [{ lastDate: inDays(40) }, 'lastDate', 'availability.tooManyDays'],
] as const)('refuses %j', async (fields, field, code) => {
  const claire = await makeSpecialist();
  expect(await blockTime(claire.actor, input(fields))).toMatchObject({
    error: { fields: { [field]: code } },
  });
});
