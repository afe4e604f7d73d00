import { afterEach, beforeEach, expect, it } from 'vitest';
import { renderBookingEmail } from '@/lib/booking/emails/booking-emails';
import { orderBooking } from '@/lib/booking/order-booking';
import { earlyStartVersion } from '@/lib/booking/rules/withdrawal';
import { loadWithdrawableBookings } from '@/lib/booking/withdrawal/loaders';
import { withdrawContract } from '@/lib/booking/withdrawal/withdraw-contract';
import { orderSeat } from '@/lib/events/seats/order-seat';
import { withdrawSeat } from '@/lib/events/seats/withdraw-seat';
import { loadWithdrawableSeats } from '@/lib/events/seats/withdrawal-loaders';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { TestJourney } from '@/prisma/test-journey';
import { heldSeat, mailsTo, paidSeat, paymentOfSeat, seatOf } from '@/prisma/test-seats';
import { stripeForTests } from '@/prisma/test-services';

const stripe = stripeForTests();
let journey: TestJourney;
const nowhere = () => ({
  success: 'http://localhost:3000/done',
  cancel: 'http://localhost:3000/back',
  locale: 'en' as const,
});
const failing = (code: string) => ({ ok: false, error: { code } });

beforeEach(async () => {
  journey = await TestJourney.start(stripe);
  await journey.advance(new Date());
  await journey.fund(1_000_000);
});
afterEach(() => {
  Object.assign(env(), { WITHDRAWAL_RIGHT: true, WITHDRAWAL_KEEPS_LATE_FEE: false });
});

const booking = (id: string) => db().booking.findUniqueOrThrow({ where: { id } });
const statusOf = async (bookingId: string) => (await journey.payment(bookingId)).status;
const withdraw = (bookingId: string) => withdrawContract(journey.client, { bookingId });

it('what begins before the period ends is asked for expressly, and that is kept with its time', async () => {
  const bookingId = await journey.hold(24);
  const input = { bookingId, note: null, channel: undefined };
  expect(await orderBooking(journey.client, input, nowhere)).toMatchObject(
    failing('booking.earlyStartMissing'),
  );
  expect(await booking(bookingId)).toMatchObject({ orderedAt: null, earlyStartTerms: null });
  expect((await journey.order(bookingId)).ok).toBe(true);
  const { orderedAt, earlyStartAt, earlyStartTerms } = await booking(bookingId);
  expect(earlyStartTerms).toBe(earlyStartVersion);
  expect(earlyStartAt).toEqual(orderedAt);
});

it('what begins later needs no such wish, nor where there is no right', async () => {
  const later = await journey.hold(24 * 20);
  const ordered = await orderBooking(journey.client, { bookingId: later, note: null }, nowhere);
  expect(ordered.ok).toBe(true);
  expect(await booking(later)).toMatchObject({ earlyStartTerms: null, earlyStartAt: null });
  Object.assign(env(), { WITHDRAWAL_RIGHT: false });
  const soon = await journey.hold(24);
  expect((await orderBooking(journey.client, { bookingId: soon, note: null }, nowhere)).ok).toBe(true);
});

it('everything goes back also after free cancelling was over, with a receipt that names the time', async () => {
  const bookingId = await journey.accepted(24);
  expect((await loadWithdrawableBookings(journey.client)).map((one) => one.booking.id)).toEqual([bookingId]);
  expect(await withdraw(bookingId)).toEqual({ ok: true, value: { bookingId } });
  await journey.drain();
  expect(await statusOf(bookingId)).toBe('refunded');
  const { status, closedBy, withdrawnAt } = await booking(bookingId);
  expect({ status, closedBy }).toEqual({ status: 'cancelled', closedBy: 'client' });
  const mails = await db().email.findMany({ where: { kind: 'booking.contractWithdrawn' } });
  const mail = mails.find(({ accountId }) => accountId === journey.client.accountId);
  const params = mail?.params as Record<string, string>;
  const letter = await renderBookingEmail({ kind: 'booking.contractWithdrawn', locale: 'en', params });
  const year = String(withdrawnAt?.getUTCFullYear());
  expect(letter?.text).toMatch(new RegExp(`Withdrawal received\\s+\\d+ \\w+ ${year}`));
  expect(mails.length).toBeGreaterThan(1);
  expect(await loadWithdrawableBookings(journey.client)).toEqual([]);
  expect(await withdraw(bookingId)).toMatchObject(failing('booking.statusChanged'));
  await journey.expectSound();
});

it('a request is withdrawn from too, and nothing is charged', async () => {
  const bookingId = await journey.requested(24);
  expect((await withdraw(bookingId)).ok).toBe(true);
  await journey.drain();
  expect(await statusOf(bookingId)).toBe('none');
  await journey.expectSound();
});

it('not once the session has begun, not after the period, and not by anybody else', async () => {
  const bookingId = await journey.accepted(24 * 20);
  for (const stranger of [await makeAccount(), journey.specialist.actor])
    expect(await withdrawContract(stranger, { bookingId })).toMatchObject(failing('common.notFound'));
  await journey.advance(addHours(journey.now(), 24 * 18 + 1));
  expect(await withdraw(bookingId)).toMatchObject(failing('booking.withdrawalOver'));
  const soon = await journey.accepted(24);
  await journey.advance((await booking(soon)).startsAt);
  expect(await withdraw(soon)).toMatchObject(failing('booking.withdrawalOver'));
});

it('the price stays due where the operator keeps the late fee, but not of a request', async () => {
  Object.assign(env(), { WITHDRAWAL_KEEPS_LATE_FEE: true });
  const bookingId = await journey.accepted(24);
  expect((await withdraw(bookingId)).ok).toBe(true);
  await journey.drain();
  expect(await statusOf(bookingId)).toBe('delivered_held');
  const request = await journey.requested(24);
  expect((await withdraw(request)).ok).toBe(true);
  await journey.drain();
  expect(await statusOf(request)).toBe('none');
  await journey.expectSound();
});

it('a seat is ordered, and withdrawn from, in the same way', async () => {
  const client = await makeAccount();
  const eventId = await makeEvent(journey.specialist, { startsAt: addHours(journey.now(), 30) });
  const other = await makeAccount();
  const seatId = await paidSeat(client, eventId);
  expect(await seatOf(seatId)).toMatchObject({ earlyStartTerms: earlyStartVersion });
  expect((await loadWithdrawableSeats(client)).map(({ seat }) => seat.id)).toEqual([seatId]);
  expect(await withdrawSeat(other, { seatId })).toMatchObject(failing('common.notFound'));
  expect(await withdrawSeat(client, { seatId })).toEqual({ ok: true, value: { seatId, eventId } });
  await journey.drain();
  expect(await seatOf(seatId)).toMatchObject({ status: 'cancelled', isLate: false, closedBy: 'client' });
  expect((await paymentOfSeat(seatId)).status).toBe('refunded');
  expect(await mailsTo(client)).toEqual(['seatBooked', 'seatWithdrawn']);
  expect(await loadWithdrawableSeats(client)).toEqual([]);
  expect(await withdrawSeat(client, { seatId })).toMatchObject(failing('event.statusChanged'));
  await journey.expectSound();
});

it('a seat too asks for its early start', async () => {
  const client = await makeAccount();
  const eventId = await makeEvent(journey.specialist, { startsAt: addHours(journey.now(), 30) });
  const seatId = await heldSeat(client, eventId);
  expect(await orderSeat(client, { seatId }, nowhere)).toMatchObject(failing('booking.earlyStartMissing'));
});
