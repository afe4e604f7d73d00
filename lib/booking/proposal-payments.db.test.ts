import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { checkInvariant } from '@/lib/server/db/invariant';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeTie } from '@/prisma/seed/factories/bookings';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { declineProposal } from './decline-proposal';
import { expireDue } from './expire-due';
import { bookingInvariants } from './invariants';
import { proposeBooking } from './propose-booking';

const stripe = stripeForTests();
let journey: TestJourney;
let minute = 0;

beforeAll(async () => {
  journey = await TestJourney.start(stripe);
  await makeTie(journey.specialist.providerId, journey.client.accountId);
});

const dayAhead = () => localDate(addHours(journey.now(), 24 * 12), 'Europe/Berlin');

async function proposed(clientId = journey.client.accountId, time = (minute += 60)): Promise<string> {
  const { actor, serviceIds } = journey.specialist;
  const input = {
    title: null,
    message: null,
    channel: 'video' as const,
    durationMinutes: 60,
    price: 9000,
    isAgreed: false,
  };
  const when = { date: dayAhead(), time };
  const serviceId = serviceIds[0] ?? '';
  const result = await proposeBooking(actor, { ...input, ...when, clientId, serviceId });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.bookingId;
}

async function checkoutOf(bookingId: string): Promise<string> {
  const ordered = await journey.order(bookingId);
  if (!ordered.ok || !ordered.value.checkoutUrl) throw new Error('no checkout');
  return ordered.value.checkoutUrl;
}

const statusOf = async (id: string) => (await db().booking.findUniqueOrThrow({ where: { id } })).status;
const kindsTo = async (bookingId: string, accountId: string) =>
  (await db().notification.findMany({ where: { bookingId, accountId } })).map(({ kind }) => kind).toSorted();

describe('a proposal with a price', () => {
  it('is accepted once it is paid, and nobody is asked again', async () => {
    const bookingId = await proposed();
    await payCheckout(await checkoutOf(bookingId));
    expect(await statusOf(bookingId)).toBe('proposed');
    await journey.tellOfCheckout(bookingId);
    expect(await statusOf(bookingId)).toBe('accepted');
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'paid_held', paidAmount: 9000 });
    await journey.tellOfCheckout(bookingId);
    expect(await kindsTo(bookingId, journey.client.accountId)).toEqual([
      'booking.accepted',
      'booking.proposed',
    ]);
  });

  it('paid after it has lapsed counts while the time is free', async () => {
    const bookingId = await proposed();
    await payCheckout(await checkoutOf(bookingId));
    const { heldUntil } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
    await expireDue(heldUntil ?? new Date());
    expect(await statusOf(bookingId)).toBe('expired');
    await journey.tellOfCheckout(bookingId);
    const booking = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
    expect(booking).toMatchObject({ status: 'accepted', closedAt: null, closedBy: null });
  });

  it('paid after it has lapsed goes back when the time is taken', async () => {
    const bookingId = await proposed();
    await payCheckout(await checkoutOf(bookingId));
    const { heldUntil } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
    await expireDue(heldUntil ?? new Date());
    const other = await makeAccount();
    await makeTie(journey.specialist.providerId, other.accountId);
    await proposed(other.accountId, minute);
    await journey.tellOfCheckout(bookingId);
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('expired');
    expect(await journey.payment(bookingId)).toMatchObject({ returnCause: 'tooLate' });
    expect(await kindsTo(bookingId, journey.client.accountId)).toContain('booking.paymentReturned');
  });

  it('declined while it was being paid gives the money back, and says so', async () => {
    const bookingId = await proposed();
    const url = await checkoutOf(bookingId);
    expect((await declineProposal(journey.client, { bookingId, reason: null })).ok).toBe(true);
    // The page had been paid before it could be closed.
    await payCheckout(url);
    await db().payment.update({
      where: { bookingId },
      data: { checkoutSessionId: sessionIn(url) },
    });
    await journey.tellOfCheckout(bookingId);
    await journey.drain();
    expect(await statusOf(bookingId)).toBe('rejected');
    expect(await journey.payment(bookingId)).toMatchObject({ returnCause: 'tooLate' });
    expect(await kindsTo(bookingId, journey.client.accountId)).toContain('booking.paymentReturned');
  });

  it('gets another hosted page when the first has ended by itself after a day', async () => {
    const bookingId = await proposed();
    const first = await checkoutOf(bookingId);
    expect(await checkoutOf(bookingId)).toBe(first);
    await journey.advance(addHours(journey.now(), 25));
    const second = await checkoutOf(bookingId);
    expect(second).not.toBe(first);
    await journey.drain();
    await payCheckout(second);
    await journey.tellOfCheckout(bookingId);
    expect(await statusOf(bookingId)).toBe('accepted');
  });

  it('keeps what is always true', async () => {
    await journey.drain();
    for (const invariant of bookingInvariants) {
      const { name, violations } = await checkInvariant(db(), invariant, journey.now());
      if (name !== 'booking.nothingOverdue') expect({ name, violations }).toEqual({ name, violations: [] });
    }
  });
});

/** The id of the session whose hosted page this is. */
function sessionIn(url: string): string {
  return /cs_\w+/.exec(url)?.[0] ?? '';
}
