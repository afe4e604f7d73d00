import { beforeEach, describe, expect, it } from 'vitest';
import { abandonHold } from '@/lib/booking/abandon-hold';
import { acceptBooking } from '@/lib/booking/accept-booking';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { rejectBooking } from '@/lib/booking/reject-booking';
import { requeueForgotten, sweepMoney } from '@/lib/payments/jobs';
import { noteOwnPayout } from '@/lib/payments/own-payout/note-own-payout';
import { readOwnMoney } from '@/lib/payments/own-payout/read-own-money';
import { sendOwnMoney } from '@/lib/payments/own-payout/send-own-money';
import { sumAccounts, sumPendingRefunds } from '@/lib/payments/oversight/repository';
import { takeOwnMoney } from '@/lib/payments/own-payout/take-own-money';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';

const stripe = stripeForTests();
let journey: TestJourney;

type Case = {
  title: string;
  service?: { paymentMode: 'before_entry' } | { confirmationMode: 'instant' };
  path: string;
  /** Until the call waits in the outbox. */
  begin: () => Promise<string>;
  /** What the payment service has of it in the end, by its own lists. */
  made: (bookingId: string) => Promise<unknown>;
  once: unknown;
  status: string;
};

const admin = () => makeAccount({ isAdmin: true });
const startOf = async (id: string) => (await db().booking.findUniqueOrThrow({ where: { id } })).startsAt;

async function customerId(): Promise<string> {
  const { accountId: id } = journey.client;
  return (await db().account.findUniqueOrThrow({ where: { id } })).stripeCustomerId ?? '';
}

/** What the client's intents have come to, each. */
async function intents(): Promise<string[]> {
  const all = await stripeGateway().listIntents(await customerId());
  return all.map(({ status, amountReceived }) => `${status} ${amountReceived}`);
}

async function refunds(bookingId: string): Promise<number[]> {
  const { paymentIntentId } = await journey.payment(bookingId);
  return (await stripeGateway().listRefunds(paymentIntentId ?? '')).map(({ amount }) => amount);
}

/** What came back of a transfer, and what is owed of it since the account was paid out meanwhile. */
async function reversed(bookingId: string): Promise<number> {
  const [sent] = await stripeGateway().listTransfers(bookingId);
  const back = await stripeGateway().listReversals(sent?.id ?? '');
  return back.reduce((sum, { amount }) => sum + amount, (await journey.balances(bookingId)).AR ?? 0);
}

async function refundPaidOut(amount: number): Promise<string> {
  const bookingId = await journey.accepted();
  await journey.paidOut(bookingId);
  const { id: paymentId } = await journey.payment(bookingId);
  const given = await refundByAdmin(await admin(), { paymentId, amount });
  expect(given.ok).toBe(true);
  return bookingId;
}

const cases: Case[] = [
  {
    title: 'capture',
    path: '/capture',
    begin: async () => {
      const bookingId = await journey.requested();
      await acceptBooking(journey.specialist.actor, { bookingId });
      return bookingId;
    },
    made: intents,
    once: ['succeeded 12000'],
    status: 'paid_held',
  },
  {
    title: 'giving an authorisation up',
    path: '/cancel',
    begin: async () => {
      const bookingId = await journey.requested();
      await rejectBooking(journey.specialist.actor, { bookingId, reason: null });
      return bookingId;
    },
    made: intents,
    once: ['canceled 0'],
    status: 'none',
  },
  {
    title: 'closing a page',
    path: '/expire',
    begin: async () => {
      const bookingId = await journey.hold();
      expect((await journey.order(bookingId)).ok).toBe(true);
      await abandonHold(journey.client, { bookingId });
      return bookingId;
    },
    made: async (bookingId) => {
      const { checkoutSessionId } = await journey.payment(bookingId);
      return stripeGateway().expireCheckout(checkoutSessionId ?? '', crypto.randomUUID());
    },
    // It is closed: there is nothing to close.
    once: expect.objectContaining({ ok: false }),
    status: 'none',
  },
  {
    title: 'charging a stored card',
    service: { paymentMode: 'before_entry' },
    path: '/v1/payment_intents',
    begin: async () => {
      const bookingId = await journey.accepted();
      await journey.advance(addHours(await startOf(bookingId), -2));
      await cancelBooking(journey.client, { bookingId, reason: null });
      return bookingId;
    },
    made: intents,
    once: ['succeeded 12000'],
    status: 'delivered_held',
  },
  {
    title: 'forgetting a stored card',
    service: { paymentMode: 'before_entry' },
    path: '/detach',
    begin: async () => {
      const bookingId = await journey.accepted();
      await cancelBooking(journey.client, { bookingId, reason: null });
      return bookingId;
    },
    made: async (bookingId) => {
      const { paymentMethodId } = await journey.payment(bookingId);
      return stripeGateway().detachCard(paymentMethodId ?? '', crypto.randomUUID());
    },
    // It is forgotten: there is nothing to forget.
    once: expect.objectContaining({ ok: false }),
    status: 'none',
  },
  {
    title: 'refund',
    path: '/v1/refunds',
    begin: async () => {
      const bookingId = await journey.accepted();
      await cancelBooking(journey.client, { bookingId, reason: null });
      return bookingId;
    },
    made: refunds,
    once: [12_000],
    status: 'refunded',
  },
  {
    title: 'transfer',
    path: '/v1/transfers',
    begin: async () => {
      const bookingId = await journey.accepted();
      await journey.held(bookingId);
      await sweepMoney();
      return bookingId;
    },
    made: async (bookingId) => (await stripeGateway().listTransfers(bookingId)).map(({ amount }) => amount),
    once: [9858],
    status: 'transferred',
  },
  {
    title: 'refund after the transfer',
    path: '/v1/refunds',
    begin: () => refundPaidOut(3600),
    made: async (bookingId) => [await refunds(bookingId), await reversed(bookingId)],
    once: [[3600], 2957],
    status: 'transferred',
  },
  {
    title: 'reversal',
    path: '/reversals',
    begin: () => refundPaidOut(12_000),
    made: async (bookingId) => [await refunds(bookingId), await reversed(bookingId)],
    once: [[12_000], 9858],
    status: 'refunded',
  },
];

async function begin(service: object = {}): Promise<void> {
  journey = await TestJourney.start(stripe, { services: [service] });
  await journey.onboard();
  await journey.advance(new Date());
  await journey.fund(50_000);
}

/** A line that breaks is tried three times by the SDK itself. */
const fail = (path: string, mode: string) =>
  stripe.control('fail', { method: 'POST', path, mode, count: mode.startsWith('error') ? 1 : 3 });
/** So long that the service has forgotten the key of the call. */
const dayLater = () => journey.advance(addHours(journey.now(), 25));

/** Broken off before or after it acted: tried again soon. A fault is repeated for its key: tried again a day later. */
const failures = [
  { mode: 'timeout', later: false },
  { mode: 'timeout_after_effect', later: false },
  { mode: 'timeout_after_effect', later: true },
  { mode: 'error', later: true },
  { mode: 'error_after_effect', later: true },
] as const;

describe.each(cases)('$title', ({ service, path, begin: prepare, made, once, status }) => {
  beforeEach(() => begin(service));

  it.each(failures)('is made once: $mode, a day later: $later', async ({ mode, later }) => {
    const bookingId = await prepare();
    await fail(path, mode);
    await expect(journey.drain()).rejects.toThrow();
    if (later) await dayLater();
    await journey.drain();
    expect(await made(bookingId)).toEqual(once);
    expect((await journey.payment(bookingId)).status).toBe(status);
    await journey.expectSound();
  });
});

const modes = ['timeout', 'timeout_after_effect', 'error', 'error_after_effect'] as const;
const pages = [
  { page: 'to pay', path: '/checkout/sessions', service: {}, card: 'authorised', charged: 1 },
  {
    page: 'to leave a card',
    path: '/checkout/sessions',
    service: { paymentMode: 'before_entry' },
    card: 'card_on_file',
    charged: 0,
  },
  { page: 'of a new customer', path: '/v1/customers', service: {}, card: 'authorised', charged: 1 },
] as const;

describe.each(pages)('opening the page $page', ({ path, service, card, charged }) => {
  beforeEach(() => begin(service));

  it.each(modes)('works at the next click, and is paid once: %s', async (mode) => {
    const bookingId = await journey.hold();
    await fail(path, mode);
    expect(await journey.order(bookingId)).toMatchObject({ error: { code: 'payment.serviceUnavailable' } });
    const ordered = await journey.order(bookingId);
    if (!ordered.ok) throw new Error(ordered.error.code);
    await payCheckout(ordered.value.checkoutUrl ?? '');
    await journey.tellOfCheckout(bookingId);
    expect((await journey.payment(bookingId)).status).toBe(card);
    expect(await intents()).toHaveLength(charged);
    await journey.expectSound();
  });
});

describe('the operator’s own money', () => {
  beforeEach(() => begin());

  it.each(failures)('is sent once: $mode, a day later: $later', async ({ mode, later }) => {
    const since = journey.now();
    const before = await readOwnMoney(db(), await sumAccounts(db()));
    expect(await takeOwnMoney(await admin(), { amount: 1234 })).toMatchObject({ ok: true });
    expect(await readOwnMoney(db(), await sumAccounts(db()))).toBe(before - 1234);
    const { id: payoutId } = await db().ownPayout.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    await fail('/v1/payouts', mode);
    await expect(sendOwnMoney({ payoutId })).rejects.toThrow();
    if (later) await dayLater();
    await sendOwnMoney({ payoutId });
    await sendOwnMoney({ payoutId });
    const sent = await stripeGateway().listPayouts(since);
    const mine = sent.filter(({ metadata }) => metadata.payoutId === payoutId);
    expect(mine.map(({ amount }) => amount)).toEqual([1234]);
    await journey.expectSound();
  });

  it('that was sent back by the bank stays so, whatever was read of it before and comes later', async () => {
    expect(await takeOwnMoney(await admin(), { amount: 1234 })).toMatchObject({ ok: true });
    const row = () => db().ownPayout.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    const { id } = await row();
    await sendOwnMoney({ payoutId: id });
    const { stripePayoutId } = await row();
    const read = () => stripeGateway().retrievePayout(stripePayoutId ?? '');
    const sent = await read();
    await stripe.control('payouts/end', { payout: stripePayoutId, status: 'paid' });
    const paid = await read();
    for (const [view, status] of [
      [paid, 'paid'],
      [sent, 'paid'],
    ] as const) {
      await noteOwnPayout(view, id, journey.now());
      expect((await row()).status).toBe(status);
    }
    await stripe.control('payouts/end', { payout: stripePayoutId, status: 'failed' });
    for (const view of [await read(), paid, sent]) {
      await noteOwnPayout(view, id, journey.now());
      expect((await row()).status).toBe('failed');
    }
    await journey.expectSound();
  });

  it('is not what is to go back after the payout, also while that has failed', async () => {
    const bookingId = await journey.accepted();
    await journey.paidOut(bookingId);
    const before = await sumPendingRefunds(db());
    const { id: paymentId } = await journey.payment(bookingId);
    expect((await refundByAdmin(await admin(), { paymentId, amount: 5000 })).ok).toBe(true);
    await stripe.control('fail', { mode: 'refused', path: '/v1/refunds', method: 'POST' });
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'clawback' });
    expect((await sumPendingRefunds(db())) - before).toBe(5000);
    await sweepMoney();
    await journey.drain();
    expect(await journey.payment(bookingId)).toMatchObject({ status: 'transferred', refundedAmount: 5000 });
    expect((await sumPendingRefunds(db())) - before).toBe(0);
  });

  it('gets a new job when every try of the first has failed', async () => {
    expect(await takeOwnMoney(await admin(), { amount: 1234 })).toMatchObject({ ok: true });
    const { id: payoutId } = await db().ownPayout.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    const jobs = () => db().$queryRaw<object[]>`
      select id from pgboss.job where name = 'payout.own' and data ->> 'payoutId' = ${payoutId} and state = 'created'`;
    await db().$executeRaw`update pgboss.job set state = 'failed' where name = 'payout.own'`;
    await requeueForgotten();
    expect(await jobs()).toHaveLength(0);
    await journey.advance(addHours(journey.now(), 1));
    await requeueForgotten();
    await requeueForgotten();
    expect(await jobs()).toHaveLength(1);
  });
});
