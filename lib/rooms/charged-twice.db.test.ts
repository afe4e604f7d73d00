import { beforeEach, describe, expect, it } from 'vitest';
import { carryOutCall } from '@/lib/payments/calls/carry-out-call';
import { sweepMoney } from '@/lib/payments/jobs';
import { pollRefunds } from '@/lib/payments/sweeps/poll-refunds';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { newId } from '@/lib/shared/ids';
import { addHours, addMinutes } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';

const stripe = stripeForTests();
let journey: TestJourney;

beforeEach(async () => {
  journey = await TestJourney.funded(stripe);
});

async function customer(): Promise<string> {
  const { email, name } = journey.client;
  const said = { key: newId(), email, name, locale: 'en' as const, metadata: {} };
  return (await stripeGateway().createCustomer(said)).id;
}

/** A session is paid on another page of the payment service than ours, and we are told; the intent. */
async function charge(
  bookingId: string,
  of: { customerId: string; metadata: Record<string, string> },
): Promise<string> {
  const session = await stripeGateway().openPaymentCheckout({
    key: newId(),
    locale: 'en',
    title: 'Session',
    description: 'Consilia',
    capture: 'automatic',
    successUrl: 'http://localhost:3000/a',
    cancelUrl: 'http://localhost:3000/b',
    amount: { amount: 12_000, currency: 'EUR' },
    transferGroup: bookingId,
    saveCard: false,
    ...of,
  });
  await payCheckout(session.url ?? '');
  await journey.tellOf(session.id);
  return (await stripeGateway().retrieveCheckout(session.id)).intentId ?? '';
}

const refundsOf = (bookingId: string) =>
  db().refund.findMany({ where: { payment: { bookingId } }, orderBy: { number: 'asc' } });

describe('a charge too many that a bank disputes', () => {
  /** A session that was paid for a second time. */
  async function paidTwice(): Promise<{ bookingId: string; surplus: string }> {
    const bookingId = await journey.accepted();
    const { paymentIntentId } = await journey.payment(bookingId);
    const { customerId, metadata } = await stripeGateway().retrieveIntent(paymentIntentId ?? '');
    return { bookingId, surplus: await charge(bookingId, { customerId: customerId ?? '', metadata }) };
  }

  async function dispute(surplus: string, amount?: number): Promise<string> {
    const { chargeId } = await stripeGateway().retrieveIntent(surplus);
    const asked = { charge: chargeId, ...(amount && { amount }) };
    const { id } = (await stripe.control('disputes', asked)) as { id: string };
    await journey.tellOf(id);
    return id;
  }

  /** What is tried again for as long as it fails. */
  async function tryAgain(): Promise<void> {
    await journey.advance(addHours(journey.now(), 2));
    await sweepMoney();
    await journey.drain();
  }

  it('freezes nothing of the payment’s own; lost, it is the client’s and is not given back again', async () => {
    const { bookingId, surplus } = await paidTwice();
    const id = await dispute(surplus);
    await journey.drain();
    expect((await journey.payment(bookingId)).status).toBe('paid_held');
    expect(await journey.balances(bookingId)).toMatchObject({ CP: -24_000, DR: 12_000, XD: 2000 });
    await journey.expectSound();
    await journey.ended(bookingId);
    expect((await journey.payment(bookingId)).status).toBe('delivered_held');
    await journey.decideDispute(id, 'lost');
    await journey.tellOf(id);
    expect(await journey.balances(bookingId)).toMatchObject({ CP: 0, DR: 0, AH: -9858 });
    expect(await journey.payment(bookingId)).toMatchObject({
      status: 'delivered_held',
      chargedBackAmount: 0,
    });
    const asked = (await refundsOf(bookingId)).length;
    await tryAgain();
    expect(await refundsOf(bookingId)).toHaveLength(asked);
    await journey.expectSound();
  });

  it('won, goes back after all', async () => {
    const { bookingId, surplus } = await paidTwice();
    const id = await dispute(surplus);
    await journey.drain();
    await journey.decideDispute(id, 'won');
    await tryAgain();
    expect(await journey.balances(bookingId)).toMatchObject({ CP: -12_000, DR: 0 });
    expect((await refundsOf(bookingId)).at(-1)).toMatchObject({ status: 'succeeded', amount: 12_000 });
    await journey.expectSound();
  });

  it('lost after it had gone back, is the operator’s loss', async () => {
    const { bookingId, surplus } = await paidTwice();
    await journey.drain();
    await journey.decideDispute(await dispute(surplus, 12_000), 'lost');
    expect(await journey.balances(bookingId)).toMatchObject({ CP: -12_000, DR: 0, XB: 12_000 });
    expect((await journey.payment(bookingId)).status).toBe('paid_held');
    await journey.expectSound();
  });

  it('lost in part, gives the rest back', async () => {
    const { bookingId, surplus } = await paidTwice();
    const id = await dispute(surplus, 5000);
    await journey.drain();
    await journey.decideDispute(id, 'lost');
    expect(await journey.balances(bookingId)).toMatchObject({ CP: -19_000, DR: 0 });
    await journey.expectSound();
    await tryAgain();
    expect((await refundsOf(bookingId)).at(-1)).toMatchObject({ amount: 7000, surplusIntentId: surplus });
    await journey.expectSound();
  });
});

it('the refund of a charge that the payment knows nothing of is asked about, though nobody tells of it', async () => {
  const service = { paymentMode: 'off_platform' as const, confirmationMode: 'instant' as const };
  journey = await TestJourney.start(stripe, { services: [service, {}] });
  const bookingId = await journey.hold();
  await journey.order(bookingId);
  const { id: paymentId } = await journey.payment(bookingId);
  await charge(bookingId, { customerId: await customer(), metadata: { paymentId, bookingId } });
  // The refund is made, and the worker dies before it is followed.
  await carryOutCall((await journey.call(bookingId, 'refund')).id, journey.now());
  expect(await refundsOf(bookingId)).toMatchObject([{ status: 'requested' }]);
  expect(await pollRefunds(addMinutes(new Date(), 11))).toBe(0);
  expect(await refundsOf(bookingId)).toMatchObject([{ status: 'succeeded' }]);
  await journey.expectSound();
});
