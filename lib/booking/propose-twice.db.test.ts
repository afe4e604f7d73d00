import { expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeTie } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { proposeBooking } from './propose-booking';

it('a proposal sent twice at once is one, and neither answer says that the time is taken', async () => {
  const claire = await makeSpecialist();
  const client = await makeAccount();
  await makeTie(claire.providerId, client.accountId);
  const input = {
    clientId: client.accountId,
    serviceId: claire.serviceIds[0] ?? '',
    title: null,
    date: localDate(addHours(new Date(), 24 * 10), 'Europe/Berlin'),
    time: 600,
    durationMinutes: 60,
    price: 9000,
    channel: 'video' as const,
    message: null,
    isAgreed: false,
  };
  const answers = await Promise.all([1, 2].map(() => proposeBooking(claire.actor, input)));
  expect(await db().booking.count({ where: { providerId: claire.providerId } })).toBe(1);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
});
