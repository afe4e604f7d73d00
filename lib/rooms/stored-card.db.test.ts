import { beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { renderBookingEmail } from '@/lib/booking/emails/booking-emails';
import { expireDueBookings } from '@/lib/booking/jobs';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { orderBooking } from '@/lib/booking/order-booking';
import { payAtDoor } from '@/lib/booking/pay-at-door';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { sweepMoney } from '@/lib/payments/jobs';
import { db } from '@/lib/server/db/client';
import { addHours, addMinutes } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';

const declinedLater = '4000000000000341';
const days = (count: number) => count * 24;
const stripe = stripeForTests();
let journey: TestJourney;

async function begin(paymentMode: 'at_booking' | 'before_entry'): Promise<void> {
  const service = { paymentMode, horizonDays: 365, confirmationMode: 'instant' as const };
  journey = await TestJourney.start(stripe, { services: [service] });
  await journey.onboard();
  await journey.advance(new Date());
}

const statusOf = async (bookingId: string) => (await journey.payment(bookingId)).status;
const booking = (id: string) => db().booking.findUniqueOrThrow({ where: { id } });
const newsOf = async (kind: string, bookingId: string) =>
  db().email.count({
    where: { kind: `booking.${kind}`, params: { path: ['bookingId'], equals: bookingId } },
  });

async function sweep(): Promise<void> {
  await sweepMoney();
  await journey.drain();
}

describe('paid at booking, more than 60 days ahead', () => {
  beforeEach(() => begin('at_booking'));

  it('stores a card with consent, and charges it seven days before the start', async () => {
    const bookingId = await journey.requested(days(100));
    expect(await booking(bookingId)).toMatchObject({ status: 'accepted' });
    const { startsAt } = await booking(bookingId);
    const { cardConsent, chargeAt, status } = await journey.payment(bookingId);
    expect({ cardConsent, chargeAt, status }).toEqual({
      cardConsent: 'card-2026-11',
      chargeAt: addHours(startsAt, -days(7)),
      status: 'card_on_file',
    });
    await journey.advance(addHours(startsAt, -days(7) - 1));
    await sweep();
    expect(await statusOf(bookingId)).toBe('card_on_file');
    await journey.advance(addHours(startsAt, -days(7)));
    await sweep();
    expect(await statusOf(bookingId)).toBe('paid_held');
    expect(await journey.balances(bookingId)).toEqual({ SP: 11_795, XF: 205, CP: -12_000 });
    await journey.ended(bookingId);
    expect(await statusOf(bookingId)).toBe('delivered_held');
    await journey.expectSound();
  });

  it('is not charged any more when the session is cancelled before the first try', async () => {
    const bookingId = await journey.requested(days(100));
    const { startsAt } = await booking(bookingId);
    await journey.advance(addHours(startsAt, -days(7)));
    await sweepMoney();
    expect(await statusOf(bookingId)).toBe('charging');
    expect((await cancelBooking(journey.specialist.actor, { bookingId, reason: null })).ok).toBe(true);
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'none', chargeId: null });
    expect(await journey.balances(bookingId)).toEqual({});
    expect(await journey.call(bookingId, 'detachCard')).toMatchObject({ status: 'done' });
    await journey.expectSound();
  });

  it('is due when the payment service has forgotten its customer, instead of being tried for ever', async () => {
    const bookingId = await journey.requested(days(100));
    const { startsAt } = await booking(bookingId);
    const { accountId: id } = journey.client;
    await db().account.update({ where: { id }, data: { stripeCustomerId: null } });
    await journey.advance(addHours(startsAt, -days(7)));
    await sweep();
    expect(await statusOf(bookingId)).toBe('due');
    expect(await newsOf('paymentDue', bookingId)).toBe(2);
    await journey.expectSound();
  });

  it('is refused without consent', async () => {
    const bookingId = await journey.hold(days(100));
    const addresses = () => ({ success: 'http://x/a', cancel: 'http://x/b', locale: 'fr' as const });
    expect(await orderBooking(journey.client, { bookingId, note: null }, addresses)).toMatchObject({
      error: { code: 'payment.consentMissing' },
    });
    expect(await statusOf(bookingId)).toBe('none');
  });

  it('tries a refused card again after one and three days, then cancels two days before, and nothing is due', async () => {
    const bookingId = await journey.requested(days(100), declinedLater);
    const { startsAt } = await booking(bookingId);
    const first = addHours(startsAt, -days(7));
    for (const [day, failures] of [
      [0, 1],
      [1, 2],
      [3, 3],
    ] as const) {
      await journey.advance(addMinutes(addHours(first, days(day)), failures));
      await sweep();
      const { status, chargeFailures } = await journey.payment(bookingId);
      expect({ status, chargeFailures }).toEqual({ status: 'due', chargeFailures: failures });
    }
    expect((await journey.payment(bookingId)).chargeAt).toBeNull();
    expect(await newsOf('paymentDue', bookingId)).toBe(6);
    const { clientTimeZone: zone } = await booking(bookingId);
    const cancelledAt = formatZoned(addHours(startsAt, -48), { locale: 'en', zone, style: 'fullDateTime' });
    const params = { bookingId, party: 'client', sequence: '1' };
    const mail = await renderBookingEmail({ kind: 'booking.paymentDue', locale: 'en', params });
    expect(mail?.text).toContain('Without payment cancelled on');
    expect(mail?.text).toContain(cancelledAt);
    await journey.advance(addHours(startsAt, -49));
    await expireDueBookings();
    expect((await booking(bookingId)).status).toBe('accepted');
    await journey.advance(addHours(startsAt, -48));
    await expireDueBookings();
    await journey.drain();
    expect(await booking(bookingId)).toMatchObject({ status: 'cancelled', closedBy: 'system' });
    expect(await statusOf(bookingId)).toBe('none');
    expect(await newsOf('cancelledUnpaid', bookingId)).toBe(2);
    await journey.expectSound();
  });
});

describe('paid before entry', () => {
  beforeEach(() => begin('before_entry'));

  it('forgets the card when the client cancels in time', async () => {
    const bookingId = await journey.requested();
    expect(await statusOf(bookingId)).toBe('card_on_file');
    expect((await cancelBooking(journey.client, { bookingId, reason: null })).ok).toBe(true);
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('none');
    expect(await journey.call(bookingId, 'detachCard')).toMatchObject({ status: 'done' });
  });

  it('forgets a card that was refused at the door when the advisor then cancels', async () => {
    const bookingId = await journey.requested(120, declinedLater);
    const { startsAt } = await booking(bookingId);
    await journey.advance(addMinutes(startsAt, -5));
    const addresses = { success: 'http://x/a', cancel: 'http://x/b', locale: 'fr' as const };
    expect(await payAtDoor(journey.client, { bookingId }, addresses)).toMatchObject({ ok: true });
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('checkout_open');
    expect((await cancelBooking(journey.specialist.actor, { bookingId, reason: null })).ok).toBe(true);
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('none');
    expect(await journey.call(bookingId, 'detachCard')).toMatchObject({ status: 'done' });
    await journey.expectSound();
  });

  it('charges the card for a late cancellation, and the price is earned then', async () => {
    const bookingId = await journey.requested();
    const { startsAt, endsAt } = await booking(bookingId);
    await journey.advance(addHours(startsAt, -2));
    await cancelBooking(journey.client, { bookingId, reason: null });
    expect(await statusOf(bookingId)).toBe('charging');
    await journey.drain();
    const { status, claimUntil } = await journey.payment(bookingId);
    expect({ status, claimUntil }).toEqual({ status: 'delivered_held', claimUntil: addHours(endsAt, 72) });
    expect(await journey.balances(bookingId)).toEqual({
      SP: 11_795,
      XF: 205,
      CP: 0,
      AH: -9858,
      RC: -1800,
      VO: -342,
    });
    await journey.expectSound();
  });

  it('charges it for absence; refused, it is due by link and tried after 1, 3 and 7 days, then given up after 60', async () => {
    const bookingId = await journey.requested(120, declinedLater);
    const { endsAt } = await booking(bookingId);
    await journey.advance(endsAt);
    expect((await settleOutcome(bookingId, 'missed', journey.now())).ok).toBe(true);
    expect((await booking(bookingId)).status).toBe('missed');
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('due');
    for (const day of [1, 3, 7]) {
      await journey.advance(addHours(endsAt, days(day) + 1));
      await sweep();
    }
    expect(await journey.payment(bookingId)).toMatchObject({
      status: 'due',
      chargeAttempt: 4,
      chargeFailures: 4,
      chargeAt: null,
    });
    await journey.advance(addHours(endsAt, days(59)));
    await sweep();
    expect(await statusOf(bookingId)).toBe('due');
    await journey.advance(addHours(endsAt, days(60) + 1));
    await sweep();
    expect(await statusOf(bookingId)).toBe('uncollectible');
    expect(await journey.balances(bookingId)).toEqual({});
    await journey.expectSound();
  });

  it('charges once, although the answer to the charge is lost', async () => {
    const bookingId = await journey.requested();
    const { startsAt } = await booking(bookingId);
    await journey.advance(addHours(startsAt, -2));
    await cancelBooking(journey.client, { bookingId, reason: null });
    await stripe.control('fail', { path: '/v1/payment_intents', mode: 'timeout_after_effect', count: 3 });
    await expect(journey.drain()).rejects.toThrow();
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('delivered_held');
    await journey.expectSound();
  });
});
