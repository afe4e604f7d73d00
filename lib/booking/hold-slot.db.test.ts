import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { holdSlot } from './hold-slot';

const stripe = stripeForTests();
let journey: TestJourney;
beforeAll(async () => {
  journey = await TestJourney.start(stripe);
});

async function freeStart(serviceId: string, hoursAhead = 120): Promise<Date> {
  const offer = await readOffer(db(), serviceId);
  if (!offer) throw new Error('no offer');
  const start = addHours(journey.now(), hoursAhead);
  const [slot] = await listFreeTimes(db(), offer, { start, end: addHours(start, 72) }, journey.now());
  if (!slot) throw new Error('no free time');
  return slot.start;
}

const hold = (client: AccountActor, serviceId: string, start: Date) =>
  holdSlot(client, { serviceId, start, channel: undefined });

describe('one hold a client', () => {
  it('a new one gives up the checkout of the old one, at the payment service too', async () => {
    const first = await journey.hold();
    expect((await journey.order(first)).ok).toBe(true);
    const { checkoutSessionId } = await journey.payment(first);
    await journey.hold();
    expect(await journey.payment(first)).toMatchObject({ status: 'none' });
    await journey.drain();
    expect(await stripeGateway().retrieveCheckout(checkoutSessionId ?? '')).toMatchObject({
      status: 'expired',
    });
  });

  it('the same time picked again is the hold that runs', async () => {
    const bookingId = await journey.hold();
    const { serviceId, startsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
    expect(await hold(journey.client, serviceId, startsAt)).toEqual({ ok: true, value: { bookingId } });
  });

  it('a double click makes one hold and answers it twice', async () => {
    const { serviceIds } = await makeSpecialist();
    const [serviceId = ''] = serviceIds;
    const client = await makeAccount();
    const start = await freeStart(serviceId);
    const answers = await Promise.all([1, 2, 3].map(() => hold(client, serviceId, start)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.bookingId)).size).toBe(1);
    expect(await db().booking.count({ where: { clientId: client.accountId } })).toBe(1);
  });
});

it('of many clients who want one time, one holds it and the others hear that it is taken', async () => {
  const { serviceIds } = await makeSpecialist();
  const [serviceId = ''] = serviceIds;
  const start = await freeStart(serviceId);
  const clients = await Promise.all(Array.from({ length: 20 }, () => makeAccount()));
  const answers = await Promise.all(clients.map((client) => hold(client, serviceId, start)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
  expect(codes).toEqual(Array.from({ length: 19 }, () => 'booking.slotTaken'));
  expect(await db().booking.count({ where: { serviceId } })).toBe(1);
});

it('what costs something is offered and held as far ahead as the service goes', async () => {
  const { serviceIds } = await makeSpecialist({ services: [{ horizonDays: 365 }] });
  const [serviceId = ''] = serviceIds;
  const start = await freeStart(serviceId, 200 * 24);
  expect((await hold(await makeAccount(), serviceId, start)).ok).toBe(true);
});
