import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { sweepMoney } from '@/lib/payments/jobs';
import { returnMoney } from '@/lib/payments/return-money';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { checkInvariant } from '@/lib/server/db/invariant';
import { addHours } from '@/lib/shared/time';
import { ClaimStory } from '@/prisma/test-claims';
import { stripeForTests } from '@/prisma/test-services';
import { decideClaim } from './decide-claim';
import { claimInvariants } from './invariants';
import { sweepClaims } from './jobs';

const stripe = stripeForTests();
let story: ClaimStory;

beforeEach(async () => {
  story = await ClaimStory.start(stripe);
});
afterEach(async () => {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
});

describe('not solved', () => {
  it('an admin gives a part back: E10 for a booking alone in its month', async () => {
    const { bookingId, claimId } = await story.contested();
    expect((await story.decide(claimId, 'part', 3600)).ok).toBe(true);
    await story.journey.drain();
    expect(await story.journey.payment(bookingId)).toMatchObject({
      status: 'delivered_held',
      refundedAmount: 3600,
      commissionAmount: 1260,
      commissionVat: 239,
      advisorAmount: 6901,
      claimedAt: null,
    });
    expect(await story.claim(claimId)).toMatchObject({ status: 'decided', refundAmount: 3600, ground: null });
  });

  it('after a part the admin decides about the rest', async () => {
    const { bookingId, claimId } = await story.contested('part', 3600);
    expect(await story.decide(claimId, 'part', 8400)).toMatchObject({
      error: { fields: { amount: 'claim.amountInvalid' } },
    });
    expect((await story.decide(claimId, 'full')).ok).toBe(true);
    await story.journey.drain();
    expect(await story.journey.payment(bookingId)).toMatchObject({
      status: 'refunded',
      refundedAmount: 12_000,
    });
    expect((await story.claim(claimId)).refundAmount).toBe(12_000);
  });

  it('decided for the advisor, what is left is released', async () => {
    const { bookingId, claimId } = await story.contested();
    expect((await story.decide(claimId, 'none')).ok).toBe(true);
    expect((await story.journey.payment(bookingId)).status).toBe('releasable');
    expect(await story.decide(claimId, 'full')).toMatchObject({ error: { code: 'claim.statusChanged' } });
  });

  it('is decided by no party, and by nobody before it is an admin’s turn', async () => {
    const { claimId } = await story.opened();
    expect(await story.decide(claimId, 'full')).toMatchObject({ error: { code: 'claim.statusChanged' } });
    await story.answer(claimId, 'none');
    await story.contest(claimId);
    const input = { claimId, verdict: 'full' as const, amount: null, ground: null, text: 'x' };
    for (const actor of [story.client, story.advisor, { ...story.client, isAdmin: true }])
      expect(await decideClaim(actor, input)).toMatchObject({ error: { code: 'common.notFound' } });
  });

  it('a dispute meanwhile: nothing is decided about money that a bank looks at, and a release waits for it', async () => {
    const { bookingId, claimId } = await story.contested();
    const { id } = await story.journey.payment(bookingId);
    await db().payment.update({
      where: { id },
      data: { status: 'disputed', disputedFrom: 'claim_open' },
    });
    expect(await story.decide(claimId, 'full')).toMatchObject({ error: { code: 'payment.disputed' } });
    expect((await story.decide(claimId, 'none')).ok).toBe(true);
    expect(await story.claim(claimId)).toMatchObject({ status: 'decided', settledAt: null });
    await sweepClaims();
    expect((await story.claim(claimId)).settledAt).toBeNull();
    await db().payment.update({ where: { id }, data: { status: 'claim_open', disputedFrom: null } });
    await sweepClaims();
    expect((await story.claim(claimId)).settledAt).not.toBeNull();
    expect((await story.journey.payment(bookingId)).status).toBe('releasable');
  });
});

it('what a rule gives back meanwhile is not promised as well', async () => {
  const { bookingId, claimId } = await story.opened();
  const { journey } = story;
  const now = journey.now();
  await inTransaction((tx) => returnMoney(tx, { bookingId, cause: 'providerNeverCame', now }));
  for (const status of ['refunding', 'refunded']) {
    expect((await journey.payment(bookingId)).status).toBe(status);
    expect((await story.answer(claimId, 'part', 3600)).ok).toBe(false);
    await journey.drain();
    for (const { stripeRefundId } of await db().refund.findMany()) await journey.tellOf(stripeRefundId ?? '');
  }
  await sweepClaims();
  expect(await story.claim(claimId)).toMatchObject({ answeredAmount: null, settledAt: expect.any(Date) });
});

it('of what a bank took back in part, everything that is left goes back', async () => {
  const { bookingId, claimId } = await story.contested();
  const { journey } = story;
  const { chargeId } = await journey.payment(bookingId);
  const { id } = (await stripe.control('disputes', { charge: chargeId, amount: 3600 })) as { id: string };
  await stripe.control('disputes/close', { dispute: id, status: 'lost' });
  await journey.tellOf(id);
  expect((await journey.payment(bookingId)).status).toBe('claim_open');
  expect(await story.decide(claimId, 'part', 8400)).toMatchObject({
    error: { fields: { amount: 'claim.amountInvalid' } },
  });
  expect((await story.decide(claimId, 'full')).ok).toBe(true);
  expect(await story.claim(claimId)).toMatchObject({ refundAmount: 8400 });
});

it('given back while a bank disputes it, that waits for the bank, and nothing is out of order meanwhile', async () => {
  const { bookingId, claimId } = await story.contested();
  const { journey } = story;
  expect((await story.decide(claimId, 'full')).ok).toBe(true);
  const { chargeId } = await journey.payment(bookingId);
  const { id } = (await stripe.control('disputes', { charge: chargeId })) as { id: string };
  await journey.tellOf(id);
  await journey.drain();
  const isSound = async () => {
    for (const invariant of claimInvariants) {
      const { violations } = await checkInvariant(db(), invariant, journey.now());
      expect(violations.filter((one) => one.id === claimId)).toEqual([]);
    }
  };
  await isSound();
  await stripe.control('disputes/close', { dispute: id, status: 'won' });
  await journey.tellOf(id);
  await sweepMoney();
  await isSound();
  expect(await db().refund.count({ where: { payment: { bookingId }, status: 'requested' } })).toBe(1);
});

it('of what a bank took back in full nothing stays frozen, whether the claim was open or decided', async () => {
  for (const isDecided of [true, false]) {
    const { bookingId, claimId } = await story.contested();
    const { journey } = story;
    const { chargeId } = await journey.payment(bookingId);
    const { id } = (await stripe.control('disputes', { charge: chargeId })) as { id: string };
    await journey.tellOf(id);
    if (isDecided) expect((await story.decide(claimId, 'none')).ok).toBe(true);
    await stripe.control('disputes/close', { dispute: id, status: 'lost' });
    await journey.tellOf(id);
    await sweepClaims();
    expect((await story.claim(claimId)).settledAt).not.toBeNull();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'charged_back', claimedAt: null });
  }
});

it('of what was given up as uncollectible nothing stays frozen once the claim is over', async () => {
  const { bookingId, claimId } = await story.contested();
  await db().payment.update({ where: { bookingId }, data: { status: 'uncollectible' } });
  expect((await story.decide(claimId, 'none')).ok).toBe(true);
  expect((await story.journey.payment(bookingId)).claimedAt).toBeNull();
});

describe('after a late cancellation', () => {
  async function cancelledLate(): Promise<string> {
    const bookingId = await story.journey.accepted();
    const { startsAt } = await story.booking(bookingId);
    await story.journey.advance(addHours(startsAt, -10));
    await cancelBooking(story.client, { bookingId, reason: null });
    return bookingId;
  }

  it('a claim can be made at once, and an admin needs a ground', async () => {
    const bookingId = await cancelledLate();
    const claim = await story.open(bookingId);
    if (!claim.ok) throw new Error(claim.error.code);
    const { claimId } = claim.value;
    await story.answer(claimId, 'none');
    await story.contest(claimId);
    expect(await story.decide(claimId, 'full')).toMatchObject({
      error: { fields: { ground: 'claim.groundMissing' } },
    });
    const input = { claimId, verdict: 'full' as const, amount: null, text: 'A letter shows it.' };
    expect((await decideClaim(story.admin, { ...input, ground: 'attachment' })).ok).toBe(true);
    expect((await story.claim(claimId)).ground).toBe('attachment');
  });

  it('in time there is nothing to claim', async () => {
    const bookingId = await story.journey.accepted();
    await cancelBooking(story.client, { bookingId, reason: null });
    expect(await story.open(bookingId)).toMatchObject({ error: { code: 'claim.nothingToClaim' } });
  });
});

describe('what was not paid here', () => {
  it('is mediation: words only, no money moves', async () => {
    const bookingId = await story.held();
    await db().payment.update({
      where: { bookingId },
      data: { status: 'settled_offline', mode: 'off_platform' },
    });
    const claim = await story.open(bookingId, { wish: 'other' });
    if (!claim.ok) throw new Error(claim.error.code);
    const { claimId } = claim.value;
    expect(await story.claim(claimId)).toMatchObject({ isMediation: true, frozenAt: null });
    expect(await story.answer(claimId, 'full')).toMatchObject({
      error: { code: 'claim.noMoney' },
    });
    expect((await story.answer(claimId, 'none')).ok).toBe(true);
    await story.contest(claimId);
    expect(await story.decide(claimId, 'part', 100)).toMatchObject({
      error: { fields: { amount: 'claim.noMoney' } },
    });
    expect((await story.decide(claimId, 'none')).ok).toBe(true);
    expect(await story.claim(claimId)).toMatchObject({ status: 'decided', refundAmount: 0 });
    expect((await story.journey.payment(bookingId)).status).toBe('settled_offline');
  });
});
