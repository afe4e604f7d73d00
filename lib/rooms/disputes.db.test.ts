import { beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { sweepMoney } from '@/lib/payments/jobs';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { carryOutStripeCall } from '@/prisma/test-jobs';
import { TestJourney } from '@/prisma/test-journey';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;

beforeEach(async () => {
  journey = await TestJourney.funded(stripe);
});

const statusOf = async (bookingId: string) => (await journey.payment(bookingId)).status;

const afterWindow = async () => journey.advance(addHours(journey.now(), 80));

describe('a dispute', () => {
  it('freezes; won, it goes on where it was (E13)', async () => {
    const bookingId = await journey.accepted();
    await journey.ended(bookingId);
    const id = await journey.dispute(bookingId);
    expect(await statusOf(bookingId)).toBe('disputed');
    expect(await journey.balances(bookingId)).toMatchObject({ DR: 12_000, XD: 2000, SA: -14_000 });
    await afterWindow();
    await sweepMoney();
    expect(await statusOf(bookingId)).toBe('disputed');
    await journey.tellOf(id);
    await journey.decideDispute(id, 'won');
    expect(await statusOf(bookingId)).toBe('delivered_held');
    expect(await journey.balances(bookingId)).toMatchObject({ DR: 0, AH: -9858 });
    await journey.expectSound();
  });

  it('lost takes everything back from where it lies, before and after the payout', async () => {
    const held = await journey.accepted();
    await journey.ended(held);
    await journey.decideDispute(await journey.dispute(held), 'lost');
    expect(await statusOf(held)).toBe('charged_back');
    expect(await journey.balances(held)).toMatchObject({ DR: 0, AH: 0, RC: 0, VO: 0, XD: 2000 });
    const paid = await journey.accepted();
    await journey.paidOut(paid);
    await stripe.control('payout', { account: await journey.connectAccountId() });
    await journey.decideDispute(await journey.dispute(paid), 'lost');
    expect(await statusOf(paid)).toBe('charged_back');
    expect(await journey.balances(paid)).toMatchObject({ DR: 0, AP: 0, AR: 9858 });
    await journey.expectSound();
  });

  it('lost before the session leaves no session', async () => {
    const bookingId = await journey.accepted();
    await journey.decideDispute(await journey.dispute(bookingId), 'lost');
    expect(await statusOf(bookingId)).toBe('charged_back');
    expect(await db().booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
      status: 'cancelled',
    });
    await journey.expectSound();
  });

  it('of a part, lost: only that part is taken, the rest goes on', async () => {
    const bookingId = await journey.accepted();
    await journey.ended(bookingId);
    await journey.decideDispute(await journey.dispute(bookingId, 3600), 'lost');
    expect(await journey.payment(bookingId)).toMatchObject({
      status: 'delivered_held',
      chargedBackAmount: 3600,
    });
    expect(await journey.balances(bookingId)).toMatchObject({ AH: -6901, RC: -1260, VO: -239, DR: 0 });
    await afterWindow();
    await sweepMoney();
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ transferredAmount: 6901 });
    await journey.expectSound();
  });

  it('while a session is cancelled: what is won goes back to the client', async () => {
    const bookingId = await journey.accepted();
    const id = await journey.dispute(bookingId);
    await cancelBooking(journey.specialist.actor, { bookingId, reason: null });
    await journey.decideDispute(id, 'won');
    expect(await statusOf(bookingId)).toBe('refunded');
    await journey.expectSound();
  });

  it('that comes before the first try of a transfer stops it', async () => {
    const bookingId = await journey.accepted();
    await journey.held(bookingId);
    await sweepMoney();
    expect(await statusOf(bookingId)).toBe('in_payout');
    const id = await journey.dispute(bookingId);
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({
      status: 'disputed',
      disputedFrom: 'releasable',
    });
    await journey.decideDispute(id, 'won');
    expect(await statusOf(bookingId)).toBe('releasable');
    await journey.expectSound();
  });

  it('that was lost before the first try of a transfer leaves nothing to transfer', async () => {
    const bookingId = await journey.accepted();
    await journey.held(bookingId);
    await sweepMoney();
    const { chargeId } = await journey.payment(bookingId);
    const { id } = (await stripe.control('disputes', { charge: chargeId })) as { id: string };
    await stripe.control('disputes/close', { dispute: id, status: 'lost' });
    await journey.tellOf(id);
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'charged_back', transferredAmount: 0 });
    expect(await journey.balances(bookingId)).toMatchObject({ AP: 0, DR: 0 });
    await journey.expectSound();
  });

  it('that was lost when the answer to a transfer was lost: the advisor owes what they were sent', async () => {
    const bookingId = await journey.accepted();
    await journey.held(bookingId);
    await sweepMoney();
    await stripe.control('fail', { path: '/v1/transfers', mode: 'timeout_after_effect', count: 3 });
    await journey.drain().catch(() => undefined);
    const { chargeId } = await journey.payment(bookingId);
    const { id } = (await stripe.control('disputes', { charge: chargeId })) as { id: string };
    await stripe.control('disputes/close', { dispute: id, status: 'lost' });
    await journey.tellOf(id);
    await journey.drain();
    expect((await journey.payment(bookingId)).status).toBe('charged_back');
    expect(await journey.balances(bookingId)).toMatchObject({ AP: 0, AR: 0, DR: 0 });
    await journey.expectSound();
  });

  it('that comes when the answer to a transfer was lost counts from the transfer on', async () => {
    const bookingId = await journey.accepted();
    await journey.held(bookingId);
    await sweepMoney();
    await stripe.control('fail', { path: '/v1/transfers', mode: 'timeout_after_effect', count: 3 });
    const { id: callId } = await journey.call(bookingId, 'transfer');
    await expect(carryOutStripeCall({ callId })).rejects.toThrow();
    await journey.dispute(bookingId);
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({
      status: 'disputed',
      disputedFrom: 'transferred',
    });
    await journey.expectSound();
  });
});

describe('a refund that a dispute overtakes', () => {
  const refundsOf = (bookingId: string) =>
    db().refund.findMany({
      where: { payment: { bookingId } },
      select: { status: true },
      orderBy: { number: 'asc' },
    });
  const cancelled = async (): Promise<string> => {
    const bookingId = await journey.accepted();
    await cancelBooking(journey.client, { bookingId, reason: null });
    return bookingId;
  };

  it('is refused, and asked for again once the dispute is won', async () => {
    const bookingId = await cancelled();
    const id = await journey.dispute(bookingId);
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('disputed');
    await journey.decideDispute(id, 'won');
    await sweepMoney();
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('refunded');
    expect(await refundsOf(bookingId)).toEqual([{ status: 'failed' }, { status: 'succeeded' }]);
    await journey.expectSound();
  });

  it('is not made any more once the dispute is lost', async () => {
    const bookingId = await cancelled();
    await journey.decideDispute(await journey.dispute(bookingId), 'lost');
    expect(await statusOf(bookingId)).toBe('charged_back');
    expect(await refundsOf(bookingId)).toEqual([{ status: 'failed' }]);
    await journey.expectSound();
  });

  it.each([12_000, 3600])('after the payout ends as a loss of the advisor: %i asked', async (amount) => {
    const bookingId = await journey.accepted();
    await journey.paidOut(bookingId);
    const admin = await makeAccount({ isAdmin: true });
    await refundByAdmin(admin, { paymentId: (await journey.payment(bookingId)).id, amount });
    const id = await journey.dispute(bookingId);
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('clawback');
    await journey.decideDispute(id, 'lost');
    expect(await statusOf(bookingId)).toBe('charged_back');
    expect(await journey.balances(bookingId)).toMatchObject({ DR: 0, AR: 0, RC: 0, VO: 0 });
    await journey.expectSound();
  });
});
