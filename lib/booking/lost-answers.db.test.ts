import { beforeAll, describe, expect, it } from 'vitest';
import { compareBalance } from '@/lib/payments/compare-balance';
import { carryOutCall } from '@/lib/payments/calls/carry-out-call';
import { sweepMoney } from '@/lib/payments/jobs';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { acceptBooking } from './accept-booking';
import { cancelBooking } from './cancel-booking';
import { rejectBooking } from './reject-booking';

const stripe = stripeForTests();
let journey: TestJourney;

beforeAll(async () => {
  journey = await TestJourney.start(stripe);
  await journey.onboard();
});

/** What each call leaves behind when it was carried out once. */
const cases = {
  // The only one that lets sessions take place; first, so that it finds no bookings of the others.
  transfer: {
    begin: async () => {
      const bookingId = await journey.accepted();
      await journey.held(bookingId);
      await sweepMoney();
      return bookingId;
    },
    path: '/transfers',
    ends: 'transferred',
    balances: { CP: 0, AH: 0, AP: 0 },
  },
  capture: {
    begin: async () => {
      const bookingId = await journey.requested();
      await acceptBooking(journey.specialist.actor, { bookingId });
      return bookingId;
    },
    path: '/capture',
    ends: 'paid_held',
    balances: { CP: -12_000 },
  },
  releaseAuthorisation: {
    begin: async () => {
      const bookingId = await journey.requested();
      await rejectBooking(journey.specialist.actor, { bookingId, reason: null });
      return bookingId;
    },
    path: '/cancel',
    ends: 'none',
    balances: {},
  },
  refund: {
    begin: async () => {
      const bookingId = await journey.accepted();
      await cancelBooking(journey.client, { bookingId, reason: null });
      return bookingId;
    },
    path: '/refunds',
    ends: 'refunded',
    balances: { CP: 0 },
  },
} as const;
type Kind = keyof typeof cases;
const kinds = Object.keys(cases) as Kind[];

async function expectDoneOnce(kind: Kind, bookingId: string): Promise<void> {
  const { ends, balances } = cases[kind];
  expect(await journey.payment(bookingId)).toMatchObject({ status: ends });
  expect(await journey.balances(bookingId)).toMatchObject(balances);
  expect((await compareBalance(db(), await stripeGateway().balance())).violations).toEqual([]);
}

describe.each(kinds)('%s', (kind) => {
  it('is carried out once when the worker dies after the service acted and before we wrote it down', async () => {
    const bookingId = await cases[kind].begin();
    const { id } = await journey.call(bookingId, kind);
    await carryOutCall(id, journey.now());
    await journey.drain();
    await expectDoneOnce(kind, bookingId);
  });

  it.each(['timeout', 'timeout_after_effect'])('survives that the line breaks: %s', async (mode) => {
    const bookingId = await cases[kind].begin();
    await stripe.control('fail', { mode, count: 3, path: cases[kind].path });
    await expect(journey.drain()).rejects.toThrow();
    await journey.drain();
    await expectDoneOnce(kind, bookingId);
  });

  it.each(['error', 'error_after_effect'])(
    'survives a 500, which the service repeats for the key: %s',
    async (mode) => {
      const bookingId = await cases[kind].begin();
      await stripe.control('fail', { mode, count: 1, path: cases[kind].path });
      await expect(journey.drain()).rejects.toThrow();
      await expect(journey.drain()).rejects.toThrow();
      await journey.advance(addHours(journey.now(), 25));
      await journey.drain();
      await expectDoneOnce(kind, bookingId);
    },
  );

  it('is looked up when its answer was lost and the service has forgotten the key after 24 hours', async () => {
    const bookingId = await cases[kind].begin();
    await stripe.control('fail', { mode: 'timeout_after_effect', count: 3, path: cases[kind].path });
    await expect(journey.drain()).rejects.toThrow();
    await journey.advance(addHours(journey.now(), 25));
    await journey.drain();
    await expectDoneOnce(kind, bookingId);
  });
});

describe('what the service will never do', () => {
  const refuse = (kind: Kind) =>
    stripe.control('fail', { mode: 'refused', count: 1, path: cases[kind].path });
  const callsOf = async (bookingId: string, kind: Kind) =>
    db().stripeCall.findMany({
      where: { kind, payment: { bookingId } },
      select: { status: true, lastError: true },
      orderBy: { createdAt: 'asc' },
    });
  const refused = { status: 'failed', lastError: 'refused' };

  it.each(['transfer', 'refund'] as const)('ends the %s, which is asked for anew later', async (kind) => {
    const bookingId = await cases[kind].begin();
    await refuse(kind);
    await journey.drain();
    expect(await callsOf(bookingId, kind)).toEqual([refused]);
    await journey.advance(addHours(journey.now(), 2));
    await sweepMoney();
    await journey.drain();
    expect(await callsOf(bookingId, kind)).toEqual([refused, { status: 'done', lastError: null }]);
    await expectDoneOnce(kind, bookingId);
  });

  it('makes a customer anew whom the service no longer knows', async () => {
    const bookingId = await journey.hold();
    const where = { id: journey.client.accountId };
    await db().account.update({ where, data: { stripeCustomerId: 'cus_gone' } });
    expect(await journey.order(bookingId)).toMatchObject({ ok: true });
    const { stripeCustomerId } = await db().account.findUniqueOrThrow({ where });
    expect(stripeCustomerId).toMatch(/^cus_/);
    expect(stripeCustomerId).not.toBe('cus_gone');
  });
});

describe('opening the checkout', () => {
  it.each(['timeout', 'timeout_after_effect'])(
    'twice after the line broke makes one session: %s',
    async (mode) => {
      const bookingId = await journey.hold();
      await stripe.control('fail', { mode, count: 3, path: '/checkout/sessions' });
      expect(await journey.order(bookingId)).toMatchObject({ error: { code: 'payment.serviceUnavailable' } });
      expect(await journey.order(bookingId)).toMatchObject({ ok: true });
      expect(await journey.payment(bookingId)).toMatchObject({ checkoutAttempt: 1 });
    },
  );

  it.each(['error', 'error_after_effect'])(
    'works at the next try after a 500, under a new key: %s',
    async (mode) => {
      const bookingId = await journey.hold();
      await stripe.control('fail', { mode, count: 1, path: '/checkout/sessions' });
      expect(await journey.order(bookingId)).toMatchObject({ error: { code: 'payment.serviceUnavailable' } });
      expect(await journey.order(bookingId)).toMatchObject({ ok: true });
      expect(await journey.payment(bookingId)).toMatchObject({ checkoutAttempt: 2 });
    },
  );
});
