import { beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { correctOutcome } from '@/lib/booking/correct-outcome';
import { markOutcome } from '@/lib/booking/mark-outcome';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { answerClaim } from '@/lib/claims/answer-claim';
import { openClaim } from '@/lib/claims/open-claim';
import { acceptAnswer, withdrawClaim } from '@/lib/claims/reply-to-answer';
import { sweepClaims } from '@/lib/claims/jobs';
import { cancelEvent } from '@/lib/events/cancel-event';
import { cancelSeat } from '@/lib/events/seats/cancel-seat';
import { sweepMoney } from '@/lib/payments/jobs';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import { checkIn } from '@/lib/rooms/check-in';
import { settleEndedSessions } from '@/lib/rooms/jobs';
import { db } from '@/lib/server/db/client';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { complaint } from '@/prisma/test-claims';
import { TestJourney } from '@/prisma/test-journey';
import { eventOf, paidSeat, paymentOfSeat } from '@/prisma/test-seats';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;

beforeEach(async () => {
  journey = await TestJourney.funded(stripe);
});

const bookingOf = (id: string) => db().booking.findUniqueOrThrow({ where: { id } });
const cancelFree = (bookingId: string) => cancelBooking(journey.client, { bookingId, reason: null });

async function partBack(bookingId: string, amount: number): Promise<void> {
  const admin = await makeAccount({ isAdmin: true });
  const { id: paymentId } = await journey.payment(bookingId);
  expect((await refundByAdmin(admin, { paymentId, amount })).ok).toBe(true);
}

async function disputed(bookingId: string, amount?: number): Promise<string> {
  const { chargeId } = await journey.payment(bookingId);
  const raised = await stripe.control('disputes', { charge: chargeId, ...(amount && { amount }) });
  const { id } = raised as { id: string };
  await journey.tellOf(id);
  return id;
}

async function win(id: string): Promise<void> {
  await stripe.control('disputes/close', { dispute: id, status: 'won' });
  await journey.tellOf(id);
  await journey.drain();
}

/** A claim of a client who waits alone; the clock stands 20 minutes after the start. */
async function claimedWhileRunning(): Promise<{ bookingId: string; claimId: string }> {
  const bookingId = await journey.accepted();
  const { startsAt } = await bookingOf(bookingId);
  await journey.advance(addMinutes(startsAt, 20));
  await checkIn(journey.client, { bookingId });
  const claim = await openClaim(journey.client, { bookingId, ...complaint });
  if (!claim.ok) throw new Error(claim.error.code);
  return { bookingId, claimId: claim.value.claimId };
}

async function neverCame(bookingId: string): Promise<void> {
  await journey.advance((await bookingOf(bookingId)).endsAt);
  await settleEndedSessions();
  await journey.drain();
  await sweepClaims();
  expect(await bookingOf(bookingId)).toMatchObject({ status: 'cancelled' });
}

describe('while a part is on its way back', () => {
  it('the session is cancelled free of charge: the rest goes back too', async () => {
    const bookingId = await journey.accepted();
    await partBack(bookingId, 3600);
    expect((await cancelFree(bookingId)).ok).toBe(true);
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
    await journey.expectSound();
  });

  it('a bank disputes the rest and the part arrives: once that is won, the rest goes on', async () => {
    const bookingId = await journey.accepted();
    await partBack(bookingId, 3600);
    await stripe.control('fail', { path: '/v1/refunds', mode: 'timeout_after_effect', count: 3 });
    await journey.drain().catch(() => undefined);
    expect((await journey.payment(bookingId)).status).toBe('refunding');
    const id = await disputed(bookingId, 8400);
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'disputed', refundedAmount: 3600 });
    await win(id);
    expect((await journey.payment(bookingId)).status).toBe('paid_held');
    await journey.expectSound();
  });

  it('a bank disputes the charge first: the part waits for that and is asked for again', async () => {
    const bookingId = await journey.accepted();
    await partBack(bookingId, 3600);
    const id = await disputed(bookingId);
    await journey.drain();
    expect(await db().refund.findFirstOrThrow({ where: { payment: { bookingId } } })).toMatchObject({
      status: 'failed',
    });
    await win(id);
    await sweepMoney();
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'paid_held', refundedAmount: 3600 });
    await journey.expectSound();
  });

  it('the advisor does not come: the rest goes back, and the claim has come to its end', async () => {
    const { bookingId, claimId } = await claimedWhileRunning();
    const answer = { claimId, verdict: 'part' as const, amount: 3600, text: 'I am late.', files: [] };
    expect((await answerClaim(journey.specialist.actor, answer)).ok).toBe(true);
    await neverCame(bookingId);
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
    await sweepClaims();
    const claim = await db().claim.findUniqueOrThrow({ where: { id: claimId } });
    expect(claim.closedAt).not.toBeNull();
    await journey.expectSound();
  });
});

describe('a claim that is over before its session', () => {
  it('releases nothing until the window is over', async () => {
    const { bookingId, claimId } = await claimedWhileRunning();
    expect((await withdrawClaim(journey.client, { claimId })).ok).toBe(true);
    await sweepMoney();
    expect((await journey.payment(bookingId)).status).toBe('delivered_held');
    const { endsAt } = await bookingOf(bookingId);
    await checkIn(journey.specialist.actor, { bookingId });
    await journey.advance(endsAt);
    await settleEndedSessions();
    await journey.advance(addMinutes(endsAt, 72 * 60 + 1));
    await sweepMoney();
    await journey.drain();
    expect((await journey.payment(bookingId)).status).toBe('transferred');
    await journey.expectSound();
  });

  it('and the advisor never came: everything goes back', async () => {
    const { bookingId, claimId } = await claimedWhileRunning();
    expect((await withdrawClaim(journey.client, { claimId })).ok).toBe(true);
    await sweepMoney();
    await neverCame(bookingId);
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
    await journey.expectSound();
  });

  it('and a bank disputes it meanwhile: everything goes back once that is won', async () => {
    const { bookingId, claimId } = await claimedWhileRunning();
    const id = await disputed(bookingId);
    await neverCame(bookingId);
    expect((await journey.payment(bookingId)).status).toBe('disputed');
    await win(id);
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
    await sweepClaims();
    const claim = await db().claim.findUniqueOrThrow({ where: { id: claimId } });
    expect(claim.closedAt).not.toBeNull();
    await journey.expectSound();
  });
});

it('a session in person whose claim was withdrawn, paid out, and then marked as not held: it goes back', async () => {
  const bookingId = await journey.accepted(60);
  const data = { channel: 'in_person' as const, channels: ['in_person' as const] };
  const { endsAt } = await db().booking.update({ where: { id: bookingId }, data });
  await journey.advance(addMinutes(endsAt, 5));
  const claim = await openClaim(journey.client, { bookingId, ...complaint });
  if (!claim.ok) throw new Error(claim.error.code);
  expect((await withdrawClaim(journey.client, { claimId: claim.value.claimId })).ok).toBe(true);
  await sweepMoney();
  await journey.drain();
  expect((await journey.payment(bookingId)).status).toBe('transferred');
  const outcome = 'providerNeverCame' as const;
  expect((await markOutcome(journey.specialist.actor, { bookingId, outcome })).ok).toBe(true);
  await journey.drain();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
  expect(await journey.balances(bookingId)).toMatchObject({ AR: 0, RC: 0, VO: 0 });
  await journey.expectSound();
});

it('while a claim is open about what is still due, the advisor answers it, and marks nothing else', async () => {
  const service = { paymentMode: 'before_entry' as const, confirmationMode: 'instant' as const };
  journey = await TestJourney.start(stripe, { services: [service] });
  const declinedLater = '4000000000000341';
  const bookingId = await journey.requested(120, declinedLater);
  const { endsAt } = await bookingOf(bookingId);
  await journey.advance(endsAt);
  await settleOutcome(bookingId, 'missed', endsAt);
  await journey.drain();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'due' });
  const claim = await openClaim(journey.client, { bookingId, ...complaint });
  if (!claim.ok) throw new Error(claim.error.code);
  const { actor } = journey.specialist;
  expect(await correctOutcome(actor, { bookingId, outcome: 'providerNeverCame' })).toMatchObject({
    error: { code: 'payment.notHeld' },
  });
  const answer = { verdict: 'full' as const, amount: null, text: 'I did not come.', files: [] };
  expect((await answerClaim(actor, { ...claim.value, ...answer })).ok).toBe(true);
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'none' });
  await journey.expectSound();
});

describe('an event that is cancelled', () => {
  /** A seat that was cancelled late, with a claim that came to nothing. */
  async function lateSeat(): Promise<{ eventId: string; seatId: string }> {
    const startsAt = addHours(journey.now(), 40);
    const eventId = await makeEvent(journey.specialist, { minimumSeats: 1, startsAt });
    const client = await makeAccount();
    const seatId = await paidSeat(client, eventId);
    await cancelSeat(client, { seatId });
    const claim = await openClaim(client, { seatId, ...complaint });
    if (!claim.ok) throw new Error(claim.error.code);
    const { claimId } = claim.value;
    const answer = { claimId, verdict: 'none' as const, amount: null, text: 'No.', files: [] };
    expect((await answerClaim(journey.specialist.actor, answer)).ok).toBe(true);
    expect((await acceptAnswer(client, { claimId })).ok).toBe(true);
    return { eventId, seatId };
  }

  it('gives back a late cancellation too, about which there was a claim', async () => {
    const { eventId, seatId } = await lateSeat();
    await sweepMoney();
    await journey.drain();
    expect((await cancelEvent(journey.specialist.actor, { eventId })).ok).toBe(true);
    await journey.drain();
    expect((await eventOf(eventId)).status).toBe('cancelled');
    expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'refunded', refundedAmount: 2500 });
    await journey.expectSound();
  });
});
