import { beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { sweepMoney } from '@/lib/payments/jobs';
import { reconcile } from '@/lib/payments/reconciliation/reconcile';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;
beforeEach(async () => {
  journey = await TestJourney.funded(stripe);
});

/** The operator gives back on the payment service's own pages; all that is left without an amount. Its id there. */
async function giveBack(bookingId: string, amount?: number): Promise<string> {
  const { paymentIntentId } = await journey.payment(bookingId);
  const intentId = paymentIntentId ?? '';
  const key = crypto.randomUUID();
  const made = await stripeGateway().refund({ key, intentId, metadata: {}, ...(amount && { amount }) });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value.id;
}

async function tellTwice(refundId: string): Promise<void> {
  for (const _ of ['once', 'twice']) await journey.tellOf(refundId);
  await journey.drain();
}

/** Nothing is out of order, and no payout is stopped. */
async function expectBooked(): Promise<void> {
  await journey.expectSound();
  expect((await reconcile(addHours(journey.now(), 2))).differences).toEqual([]);
}

it('a part before the session: the rest is earned', async () => {
  const bookingId = await journey.accepted();
  await tellTwice(await giveBack(bookingId, 3600));
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'paid_held', refundedAmount: 3600 });
  await journey.ended(bookingId);
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'delivered_held', advisorAmount: 6901 });
  await expectBooked();
});

it('all of it before the session: cancelling gives nothing back again', async () => {
  const bookingId = await journey.accepted();
  await tellTwice(await giveBack(bookingId));
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
  expect((await cancelBooking(journey.client, { bookingId, reason: null })).ok).toBe(true);
  await journey.drain();
  await expectBooked();
});

it('a part of what is earned: commission and VAT go back in proportion (E10)', async () => {
  const bookingId = await journey.accepted();
  await journey.ended(bookingId);
  await tellTwice(await giveBack(bookingId, 3600));
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'delivered_held', advisorAmount: 6901 });
  expect(await journey.balances(bookingId)).toMatchObject({ AH: -6901, RC: -1260, VO: -239 });
  await expectBooked();
});

it('after the payout the advisor owes it, and it comes back from the transfer (E12)', async () => {
  const bookingId = await journey.accepted();
  await journey.paidOut(bookingId);
  await tellTwice(await giveBack(bookingId));
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded' });
  expect(await journey.balances(bookingId)).toMatchObject({ AR: 0, RC: 0, VO: 0 });
  await expectBooked();
});

describe('while we give it back ourselves', () => {
  it('all of it: ours is refused, and the payment has gone back once', async () => {
    const bookingId = await journey.accepted();
    await cancelBooking(journey.client, { bookingId, reason: null });
    const refundId = await giveBack(bookingId);
    await expect(journey.tellOf(refundId)).rejects.toThrow('waits for what is under way');
    await journey.drain();
    await tellTwice(refundId);
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
    await expectBooked();
  });

  it('a part: the rest follows', async () => {
    const bookingId = await journey.accepted();
    await cancelBooking(journey.client, { bookingId, reason: null });
    const refundId = await giveBack(bookingId, 5000);
    await journey.drain();
    await tellTwice(refundId);
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
    await expectBooked();
  });
});

it('while the transfer is under way it waits for that', async () => {
  const bookingId = await journey.accepted();
  await journey.held(bookingId);
  await sweepMoney();
  const refundId = await giveBack(bookingId, 3600);
  await expect(journey.tellOf(refundId)).rejects.toThrow('waits for what is under way');
  await journey.drain();
  await tellTwice(refundId);
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'transferred', advisorAmount: 6901 });
  await expectBooked();
});

it('told only after a bank disputes the rest: that goes on where it was once it is won', async () => {
  const bookingId = await journey.accepted();
  await journey.ended(bookingId);
  const refundId = await giveBack(bookingId, 3600);
  const dispute = await journey.dispute(bookingId, 8400);
  await tellTwice(refundId);
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'disputed', refundedAmount: 3600 });
  await journey.decideDispute(dispute, 'won');
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'delivered_held', advisorAmount: 6901 });
  await expectBooked();
});
