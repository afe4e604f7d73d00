import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { acceptBooking } from './accept-booking';
import { rejectBooking } from './reject-booking';

const stripe = stripeForTests();
let journey: TestJourney;
beforeAll(async () => {
  journey = await TestJourney.start(stripe);
});

const bookingOf = (id: string) => db().booking.findUniqueOrThrow({ where: { id } });
const occupied = (sourceId: string) => db().occupancy.count({ where: { sourceId } });
const movesOf = async (bookingId: string) => {
  const { id } = await journey.payment(bookingId);
  const rows = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
  return rows.map(({ action }) => action);
};

/** Who was mailed that the payment was lost. */
async function toldOfLoss(bookingId: string): Promise<string[]> {
  const mails = await db().email.findMany({
    where: { kind: 'booking.paymentLost', params: { path: ['bookingId'], equals: bookingId } },
    orderBy: { id: 'asc' },
  });
  return mails.map(({ params }) => (params as { party: string }).party);
}

/** The bank, or the service, gives the reserved amount up without having been asked by us. */
async function lapse(bookingId: string): Promise<void> {
  const { paymentIntentId } = await journey.payment(bookingId);
  await stripeGateway().cancelIntent(paymentIntentId ?? '', `lapse-${bookingId}`);
}

describe('an authorisation that is gone', () => {
  it('when it is to be captured cancels the accepted booking, frees the time and tells both', async () => {
    const bookingId = await journey.requested();
    await acceptBooking(journey.specialist.actor, { bookingId });
    await lapse(bookingId);
    await journey.drain();
    expect(await bookingOf(bookingId)).toMatchObject({ status: 'cancelled', closedBy: 'system' });
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'none', paidAmount: 0 });
    expect(await occupied(bookingId)).toBe(0);
    expect(await toldOfLoss(bookingId)).toEqual(['client', 'provider']);
  });

  it('before the answer cancels the request', async () => {
    const bookingId = await journey.requested();
    await lapse(bookingId);
    await journey.tellOfCheckout(bookingId);
    expect(await bookingOf(bookingId)).toMatchObject({ status: 'cancelled', closedBy: 'system' });
    await journey.tellOfCheckout(bookingId);
    expect(await toldOfLoss(bookingId)).toEqual(['client', 'provider']);
  });

  it('because we let it go changes nothing else', async () => {
    const bookingId = await journey.requested();
    await rejectBooking(journey.specialist.actor, { bookingId, reason: null });
    await journey.drain();
    await journey.tellOfCheckout(bookingId);
    expect(await bookingOf(bookingId)).toMatchObject({ status: 'rejected', closedBy: 'provider' });
    expect(await toldOfLoss(bookingId)).toEqual([]);
  });
});

describe('an amount that is not the one due', () => {
  /** Paid at 120.00 €, due is another amount. */
  async function mismatched(): Promise<string> {
    const bookingId = await journey.paid();
    await db().payment.update({ where: { bookingId }, data: { amount: 12_001 } });
    await journey.tellOfCheckout(bookingId);
    return bookingId;
  }

  it('is let go when it was only authorised, and the client is told', async () => {
    const bookingId = await mismatched();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'authorised', returnCause: 'mismatch' });
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'none', paidAmount: 0 });
    expect(await bookingOf(bookingId)).toMatchObject({ status: 'expired' });
    expect(await occupied(bookingId)).toBe(0);
    expect(await toldOfLoss(bookingId)).toEqual(['client']);
  });

  it('is refused and given back when it was charged', async () => {
    const [id = ''] = journey.specialist.serviceIds;
    await db().service.update({ where: { id }, data: { confirmationMode: 'instant' } });
    const bookingId = await mismatched();
    await journey.drain();
    expect(await movesOf(bookingId)).toEqual([
      'payment.openCheckout',
      'payment.refuseMismatch',
      'payment.refunded',
    ]);
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
    expect(await journey.balances(bookingId)).toMatchObject({ CP: 0 });
    expect(await bookingOf(bookingId)).toMatchObject({ status: 'expired' });
  });
});
