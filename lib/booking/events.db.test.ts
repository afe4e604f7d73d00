import { beforeAll, describe, expect, it } from 'vitest';
import { requeueForgotten } from '@/lib/payments/jobs';
import { receiveWebhook } from '@/lib/payments/receive-webhook';
import { PARKED_LOOKS } from '@/lib/payments/rules/parked-event';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { newId } from '@/lib/shared/ids';
import { addHours, addMinutes } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { handleStripeEvent } from '@/prisma/test-jobs';
import { stripeForTests } from '@/prisma/test-services';
import { signPayload } from '@/sandbox/stripe/webhooks';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { acceptBooking } from './accept-booking';
import { cancelBooking } from './cancel-booking';

const stripe = stripeForTests();
let journey: TestJourney;
beforeAll(async () => {
  journey = await TestJourney.start(stripe);
});

type SentEvent = { id: string; type: string };

/** Everything the service has told so far arrives, the last first, and each twice. */
async function deliverReversed(): Promise<void> {
  const response = await fetch(`${stripe.url}/_sandbox/events?limit=1000`);
  const { data } = (await response.json()) as { data: SentEvent[] };
  for (const event of data) {
    for (const isFirst of [true, false]) {
      const body = JSON.stringify(event);
      const signature = signPayload(body, process.env.STRIPE_WEBHOOK_SECRET ?? '');
      const received = await receiveWebhook('platform', body, signature);
      if (!received.ok) throw new Error(received.error.code);
      if (!isFirst) expect(received.value.isNew).toBe(false);
      await handleStripeEvent({ eventId: event.id });
    }
  }
}

it('events that come backwards and twice lead where the right order does', async () => {
  const bookingId = await journey.paid();
  await deliverReversed();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'authorised' });
  await acceptBooking(journey.specialist.actor, { bookingId });
  await journey.drain();
  await deliverReversed();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'paid_held', paidAmount: 12_000 });
  await cancelBooking(journey.client, { bookingId, reason: null });
  await journey.drain();
  await deliverReversed();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
  const { id: paymentId } = await journey.payment(bookingId);
  const entries = await db().ledgerTransaction.findMany({ where: { paymentId }, orderBy: { kind: 'asc' } });
  expect(entries.map(({ kind }) => kind)).toEqual(['E1', 'E6']);
  const mails = await db().email.count({ where: { params: { path: ['bookingId'], equals: bookingId } } });
  expect(mails).toBe(6);
});

describe('an event about something that we do not know', () => {
  const eventOf = (id: string) => db().webhookEvent.findUniqueOrThrow({ where: { id } });
  const jobsOf = async (eventId: string) => {
    const rows = await db().$queryRaw<{ id: string }[]>`
      select id from pgboss.job where name = 'stripe.event' and data ->> 'eventId' = ${eventId}`;
    return rows.length;
  };

  /** A payment of somebody else's on the same account of the service. */
  async function foreignEvent(): Promise<string> {
    const { id: customerId } = await stripeGateway().createCustomer({
      key: newId(),
      email: 'else@example.com',
      name: 'Somebody Else',
      locale: 'en',
      metadata: {},
    });
    const session = await stripeGateway().openPaymentCheckout({
      key: newId(),
      customerId,
      locale: 'en',
      title: 'Book',
      description: 'Paper',
      capture: 'automatic',
      successUrl: 'http://localhost:3000/a',
      cancelUrl: 'http://localhost:3000/b',
      amount: { amount: 500, currency: 'EUR' },
      transferGroup: 'x',
      saveCard: false,
      metadata: { paymentId: newId(), bookingId: newId() },
    });
    await payCheckout(session.url ?? '');
    const id = `evt_${newId()}`;
    const about = { type: 'checkout.session.completed', objectId: session.id, createdAt: new Date() };
    await db().webhookEvent.create({ data: { id, source: 'platform', ...about } });
    return id;
  }

  it.each(['pi', 'cs', 'seti', 're', 'du', 'sub', 'in', 'acct'])(
    'is parked too when the payment service does not know it: %s_',
    async (prefix) => {
      const id = `evt_${newId()}`;
      const about = { type: 'of.nothing', objectId: `${prefix}_of_nothing`, createdAt: new Date() };
      await db().webhookEvent.create({ data: { id, source: 'platform', ...about } });
      await handleStripeEvent({ eventId: id });
      expect(await eventOf(id)).toMatchObject({ status: 'parked', attempts: 1 });
    },
  );

  it('is parked, looked at again later and later, and given up in the end', async () => {
    const id = await foreignEvent();
    await handleStripeEvent({ eventId: id });
    expect(await eventOf(id)).toMatchObject({ status: 'parked', attempts: 1 });
    await requeueForgotten();
    expect(await jobsOf(id)).toBe(0);
    await journey.advance(addMinutes(journey.now(), 3));
    await requeueForgotten();
    expect(await jobsOf(id)).toBe(1);
    for (let look = 2; look <= PARKED_LOOKS; look += 1) await handleStripeEvent({ eventId: id });
    expect(await eventOf(id)).toMatchObject({ status: 'failed', attempts: PARKED_LOOKS });
    await db().$executeRaw`delete from pgboss.job where name = 'stripe.event'`;
    await journey.advance(addHours(journey.now(), 24));
    await requeueForgotten();
    expect(await jobsOf(id)).toBe(0);
  });
});
