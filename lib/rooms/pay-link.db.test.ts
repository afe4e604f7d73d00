import { expect, it } from 'vitest';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { loadDuePayments } from '@/lib/payments/pay-link/loaders';
import { openPayLink } from '@/lib/payments/pay-link/open-pay-link';
import { openPayToken, readPayLink } from '@/lib/payments/pay-link/read-pay-link';
import { payToken, readPayToken } from '@/lib/payments/pay-link/token';
import { sweepMoney } from '@/lib/payments/jobs';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';

const stripe = stripeForTests();

/** A late cancellation whose stored card was refused: the price is due. */
async function due(): Promise<{ journey: TestJourney; bookingId: string; token: string }> {
  const service = { paymentMode: 'before_entry' as const, confirmationMode: 'instant' as const };
  const journey = await TestJourney.start(stripe, { services: [service] });
  await journey.advance(new Date());
  const bookingId = await journey.requested(120, '4000000000000341');
  const { startsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
  await journey.advance(addHours(startsAt, -2));
  await cancelBooking(journey.client, { bookingId, reason: null });
  await journey.drain();
  const { id, status } = await journey.payment(bookingId);
  expect(status).toBe('due');
  return { journey, bookingId, token: (await openPayToken(id)) ?? '' };
}

const addresses = {
  locale: 'fr' as const,
  successUrl: 'http://localhost/a',
  cancelUrl: 'http://localhost/b',
};

it('what is due is paid by whoever has the link, once, and then the price is earned', async () => {
  const { journey, bookingId, token } = await due();
  expect(token).toMatch(/^[\w-]{65}$/);
  const [first, second] = await Promise.all([1, 2].map(() => openPayLink({ token, ...addresses })));
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  if (!first?.ok) throw new Error('no page');
  await payCheckout(first.value.url);
  await journey.tellOfCheckout(bookingId);
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'delivered_held', paidAmount: 12_000 });
  expect(await openPayLink({ token, ...addresses })).toMatchObject({ error: { code: 'payment.notDue' } });
  await journey.expectSound();
});

it('the client finds what is due among their pages, nobody else does, and paid it is gone', async () => {
  const { journey, bookingId, token } = await due();
  expect(await loadDuePayments(journey.client)).toMatchObject([{ token, amount: 12_000 }]);
  expect(await loadDuePayments(journey.specialist.actor)).toEqual([]);
  const opened = await openPayLink({ token, ...addresses });
  if (!opened.ok) throw new Error('no page');
  await payCheckout(opened.value.url);
  await journey.tellOfCheckout(bookingId);
  expect(await loadDuePayments(journey.client)).toEqual([]);
});

it('a card that is tried while the page is open is not charged beside it', async () => {
  const { journey, bookingId, token } = await due();
  const opened = await openPayLink({ token, ...addresses });
  if (!opened.ok) throw new Error('no page');
  await payCheckout(opened.value.url);
  await journey.advance(addHours(journey.now(), 25));
  await sweepMoney();
  expect((await journey.payment(bookingId)).status).toBe('charging');
  expect(await openPayLink({ token, ...addresses })).toMatchObject({ error: { code: 'payment.notDue' } });
  await journey.drain();
  const { status, chargeAttempt } = await journey.payment(bookingId);
  expect({ status, chargeAttempt }).toEqual({ status: 'delivered_held', chargeAttempt: 2 });
  await journey.expectSound();
});

it('after the card was refused once more the link leads to a page that is open', async () => {
  const { journey, bookingId, token } = await due();
  await journey.advance(addHours(journey.now(), 23));
  const before = await openPayLink({ token, ...addresses });
  if (!before.ok) throw new Error('no page');
  await journey.advance(addHours(journey.now(), 2));
  await sweepMoney();
  await journey.drain();
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'due', chargeFailures: 2 });
  const after = await openPayLink({ token, ...addresses });
  if (!after.ok) throw new Error('no page');
  expect(after.value.url).not.toBe(before.value.url);
  await payCheckout(after.value.url);
  await journey.tellOfCheckout(bookingId);
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'delivered_held', paidAmount: 12_000 });
  await journey.expectSound();
});

it('a link of another version, payment or secret is worth nothing', async () => {
  const { journey, bookingId, token } = await due();
  const { id, payLinkVersion } = await journey.payment(bookingId);
  expect(readPayToken(token)).toBe(id);
  expect(await readPayLink(token)).toMatchObject({ id });
  for (const wrong of ['', 'x', `${token}x`, token.slice(0, -1), `B${token.slice(1)}`, token.toLowerCase()])
    expect(await readPayLink(wrong)).toBeNull();
  expect(await readPayLink(payToken({ id, payLinkVersion: payLinkVersion + 1 }))).toBeNull();
  await db().payment.update({ where: { id }, data: { payLinkVersion: { increment: 1 } } });
  expect(await readPayLink(token)).toBeNull();
});
