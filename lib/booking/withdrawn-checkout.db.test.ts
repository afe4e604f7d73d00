import { expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { addHours, localDate } from '@/lib/shared/time';
import { makeTie } from '@/prisma/seed/factories/bookings';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { orderBooking } from './order-booking';
import { proposeBooking } from './propose-booking';
import { withdrawProposal } from './withdraw-proposal';

const stripe = stripeForTests();

const back = () => ({
  success: 'http://localhost:3000/en',
  cancel: 'http://localhost:3000/en',
  locale: 'en' as const,
});

it('a proposal that is withdrawn while it is ordered has no page to pay on any more', async () => {
  const journey = await TestJourney.start(stripe);
  const { client, specialist } = journey;
  await makeTie(specialist.providerId, client.accountId);
  const hours = Array.from({ length: 8 }, (_, index) => index);
  await Promise.all(
    hours.map(async (hour) => {
      const proposed = await proposeBooking(specialist.actor, {
        clientId: client.accountId,
        serviceId: specialist.serviceIds[0] ?? '',
        title: null,
        date: localDate(addHours(journey.now(), 24 * (10 + hour)), 'Europe/Berlin'),
        time: 600,
        durationMinutes: 60,
        price: 9000,
        channel: 'video',
        message: null,
        isAgreed: false,
      });
      const bookingId = proposed.ok ? proposed.value.bookingId : '';
      const [withdrawn] = await Promise.all([
        withdrawProposal(specialist.actor, { bookingId, reason: null }),
        orderBooking(client, { bookingId, note: null, channel: undefined }, back),
      ]);
      expect(withdrawn.ok).toBe(true);
      const payment = await db().payment.findUniqueOrThrow({ where: { bookingId } });
      expect(payment.status).toBe('none');
      const again = await orderBooking(client, { bookingId, note: null, channel: undefined }, back);
      expect(again.ok).toBe(false);
    }),
  );
});
