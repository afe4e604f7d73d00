import { beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { freezeForClaim } from '@/lib/payments/claims/freeze-for-claim';
import { type ClaimOutcome, settleClaim } from '@/lib/payments/claims/settle-claim';
import { sweepMoney } from '@/lib/payments/jobs';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { inTransaction } from '@/lib/server/db/transaction';
import { TestJourney } from '@/prisma/test-journey';
import { addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;

beforeEach(async () => {
  journey = await TestJourney.funded(stripe);
});

const statusOf = async (bookingId: string) => (await journey.payment(bookingId)).status;
const settle = (bookingId: string, outcome: ClaimOutcome) =>
  inTransaction((tx) =>
    settleClaim(tx, { subject: { bookingId }, outcome, by: 'admin', now: journey.now() }),
  );
async function claimed(): Promise<string> {
  const bookingId = await journey.accepted();
  await journey.ended(bookingId);
  const { endsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
  const frozen = await inTransaction((tx) =>
    freezeForClaim(tx, { subject: { bookingId }, endsAt, now: journey.now() }),
  );
  expect(frozen).toEqual({ ok: true, value: { amount: 12_000, isMediation: false } });
  return bookingId;
}
const afterWindow = async () => journey.advance(new Date(journey.now().getTime() + 80 * 3_600_000));
const earnedLines = { SP: 11_795, XF: 205, CP: 0, AH: -9858, RC: -1800, VO: -342 };

describe('a claim', () => {
  it('freezes what is held, beyond its window', async () => {
    const bookingId = await claimed();
    await afterWindow();
    await sweepMoney();
    expect(await statusOf(bookingId)).toBe('claim_open');
    await journey.expectSound();
  });

  it('accepted in full gives everything back (E9)', async () => {
    const bookingId = await claimed();
    expect((await settle(bookingId, { kind: 'refund', amount: 12_000 })).ok).toBe(true);
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('refunded');
    expect(await journey.balances(bookingId)).toMatchObject({ CP: 0, AH: 0, RC: 0, VO: 0, SA: -12_000 });
    await journey.expectSound();
  });

  it('accepted in part gives back 36.00 (E10), and the rest is released and paid', async () => {
    const bookingId = await claimed();
    expect((await settle(bookingId, { kind: 'refund', amount: 3600 })).ok).toBe(true);
    await journey.drain();
    expect(await journey.balances(bookingId)).toMatchObject({ AH: -6901, RC: -1260, VO: -239, SA: -3600 });
    await afterWindow();
    await sweepMoney();
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({
      status: 'transferred',
      transferredAmount: 6901,
    });
    await journey.expectSound();
  });

  it('goes on after a part was offered: the rest stays frozen, and more can be given back', async () => {
    const bookingId = await claimed();
    await settle(bookingId, { kind: 'refund', amount: 3600, goesOn: true });
    expect(await settle(bookingId, { kind: 'refund', amount: 8400 })).toMatchObject({
      error: { code: 'payment.refundUnderWay' },
    });
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('claim_open');
    await afterWindow();
    await sweepMoney();
    expect(await statusOf(bookingId)).toBe('claim_open');
    expect(await settle(bookingId, { kind: 'refund', amount: 8401 })).toMatchObject({
      error: { code: 'payment.refundTooLarge' },
    });
    await settle(bookingId, { kind: 'refund', amount: 8400 });
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('refunded');
    await journey.expectSound();
  });

  it('that leaves less than the fee the advisor bears ends all the same, with nothing to transfer', async () => {
    const bookingId = await journey.accepted();
    await db().booking.update({ where: { id: bookingId }, data: { advisorBearsFee: true } });
    await journey.ended(bookingId);
    const { endsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
    await inTransaction((tx) => freezeForClaim(tx, { subject: { bookingId }, endsAt, now: journey.now() }));
    await settle(bookingId, { kind: 'refund', amount: 11_950 });
    await journey.drain();
    await afterWindow();
    await sweepMoney();
    await sweepMoney();
    expect(await journey.payment(bookingId)).toMatchObject({
      status: 'transferred',
      advisorAmount: 0,
      transferredAmount: 0,
    });
    await journey.expectSound();
  });

  it('declined releases everything (E4)', async () => {
    const bookingId = await claimed();
    expect((await settle(bookingId, { kind: 'release' })).ok).toBe(true);
    expect(await journey.balances(bookingId)).toMatchObject({ AH: 0, AP: -9858 });
    await sweepMoney();
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('transferred');
    await journey.expectSound();
  });
});

describe('after the payout', () => {
  it('a refund is followed by a reversal (E12)', async () => {
    const bookingId = await journey.accepted();
    await journey.paidOut(bookingId);
    const admin = await makeAccount({ isAdmin: true });
    expect(
      await refundByAdmin(admin, { paymentId: (await journey.payment(bookingId)).id, amount: 12_000 }),
    ).toMatchObject({
      ok: true,
    });
    expect(await statusOf(bookingId)).toBe('clawback');
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('refunded');
    expect(await journey.balances(bookingId)).toMatchObject({ AR: 0, RC: 0, VO: 0, AP: 0 });
    await journey.expectSound();
  });

  it('a reversal that finds nothing leaves a debt, which lowers the next transfers', async () => {
    const bookingId = await journey.accepted();
    await journey.paidOut(bookingId);
    await stripe.control('payout', { account: await journey.connectAccountId() });
    const admin = await makeAccount({ isAdmin: true });
    await refundByAdmin(admin, { paymentId: (await journey.payment(bookingId)).id, amount: 3600 });
    await journey.drain();
    expect(await journey.balances(bookingId)).toMatchObject({ AR: 2957 });
    const next = await journey.accepted();
    await journey.paidOut(next);
    const { transferredAmount, nettedAmount, status } = await journey.payment(next);
    expect({ transferredAmount, nettedAmount, status }).toEqual({
      transferredAmount: 9858 - 2957,
      nettedAmount: 2957,
      status: 'transferred',
    });
    await journey.expectSound();
  });

  it('a debt above the payable leaves nothing to transfer, and the rest for later', async () => {
    const first = await journey.accepted();
    await journey.paidOut(first);
    const second = await journey.accepted();
    await journey.paidOut(second);
    await stripe.control('payout', { account: await journey.connectAccountId() });
    const admin = await makeAccount({ isAdmin: true });
    for (const bookingId of [first, second])
      await refundByAdmin(admin, { paymentId: (await journey.payment(bookingId)).id, amount: 12_000 });
    await journey.drain();
    const third = await journey.accepted();
    await journey.paidOut(third);
    expect(await journey.payment(third)).toMatchObject({ status: 'transferred', transferredAmount: 0 });
    const { providerId } = journey.specialist;
    const open = await db().providerDebt.aggregate({
      where: { providerId },
      _sum: { amount: true, settled: true },
    });
    expect((open._sum.amount ?? 0) - (open._sum.settled ?? 0)).toBeGreaterThan(0);
    await journey.expectSound();
  });
});

it('a transfer that failed is tried again after an hour by the product’s clock, whatever else is written meanwhile', async () => {
  const bookingId = await journey.accepted();
  await journey.held(bookingId);
  await stripe.control('fail', { mode: 'refused', path: '/v1/transfers', method: 'POST' });
  await sweepMoney();
  await journey.drain();
  const { id, transferFailure } = await journey.payment(bookingId);
  expect(transferFailure).not.toBeNull();
  await journey.advance(addMinutes(journey.now(), 59));
  await sweepMoney();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'releasable', transferAttempt: 1 });
  await db().payment.update({ where: { id }, data: { updatedAt: new Date() } });
  await journey.advance(addMinutes(journey.now(), 2));
  await sweepMoney();
  await journey.drain();
  expect(await journey.payment(bookingId)).toMatchObject({
    status: 'transferred',
    transferAttempt: 2,
    transferFailedAt: null,
  });
  await journey.expectSound();
});

describe('money that comes twice, or comes back', () => {
  it('a refund that the bank sends back is sent again', async () => {
    const bookingId = await journey.accepted();
    await cancelBooking(journey.client, { bookingId, reason: null });
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('refunded');
    const { stripeRefundId } = await db().refund.findFirstOrThrow({ where: { payment: { bookingId } } });
    await stripe.control('refunds/fail', { refund: stripeRefundId });
    await journey.tellOf(stripeRefundId ?? '');
    expect(await journey.balances(bookingId)).toMatchObject({ CP: -12_000 });
    await journey.drain();
    expect(await journey.balances(bookingId)).toMatchObject({ CP: 0 });
    expect(await statusOf(bookingId)).toBe('refunded');
    await journey.expectSound();
  });
});

describe('what is earned', () => {
  it('is split as the plan says', async () => {
    const bookingId = await journey.accepted();
    await journey.ended(bookingId);
    expect(await journey.balances(bookingId)).toMatchObject(earnedLines);
  });
});

describe('who cancels what was paid', () => {
  it('bears the fee of the charge where the operator has switched that on (E8)', async () => {
    env().PROVIDER_CANCELLATION_FEE = true;
    const bookingId = await journey.accepted();
    await cancelBooking(journey.specialist.actor, { bookingId, reason: null });
    await journey.drain();
    env().PROVIDER_CANCELLATION_FEE = false;
    expect(await journey.balances(bookingId)).toMatchObject({ AR: 205, XF: 0, CP: 0 });
    await journey.expectSound();
  });

  it('else costs the operator', async () => {
    const bookingId = await journey.accepted();
    await cancelBooking(journey.specialist.actor, { bookingId, reason: null });
    await journey.drain();
    expect(await journey.balances(bookingId)).toMatchObject({ XF: 205, CP: 0 });
    await journey.expectSound();
  });
});
