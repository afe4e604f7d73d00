import { expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeTie } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { orderBooking } from './order-booking';
import { proposeBooking } from './propose-booking';

it('what a provider proposed is not bought once the provider is suspended', async () => {
  const claire = await makeSpecialist();
  const client = await makeAccount();
  await makeTie(claire.providerId, client.accountId);
  const proposed = await proposeBooking(claire.actor, {
    clientId: client.accountId,
    serviceId: claire.serviceIds[0] ?? '',
    title: null,
    date: localDate(addHours(new Date(), 24 * 10), 'Europe/Berlin'),
    time: 600,
    durationMinutes: 45,
    price: 0,
    channel: 'video',
    message: null,
    isAgreed: false,
  });
  const bookingId = proposed.ok ? proposed.value.bookingId : '';
  await db().provider.update({ where: { id: claire.providerId }, data: { status: 'suspended' } });
  const input = { bookingId, note: null, channel: undefined };
  const ordered = await orderBooking(client, input, () => ({ success: '', cancel: '', locale: 'en' }));
  expect(ordered).toMatchObject({ ok: false });
  expect(await db().booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
    status: 'proposed',
  });
});
