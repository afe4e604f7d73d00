import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { refreshConnectAccount } from '@/lib/payments/connect/refresh-account';
import { startOnboarding } from '@/lib/payments/connect/start-onboarding';
import { sweepMoney } from '@/lib/payments/jobs';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { settleEndedSessions } from './jobs';
import { checkIn } from './check-in';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { taxDataOf } from '@/prisma/seed/factories/tax-data';
import { stripeForTests } from '@/prisma/test-services';
import { completeOnboardingForm, payCheckout } from '@/sandbox/testing/hosted-pages';
import { acceptBooking } from '@/lib/booking/accept-booking';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { extendHold } from '@/lib/booking/extend-hold';
import { holdSlot } from '@/lib/booking/hold-slot';
import { expireDueBookings } from '@/lib/booking/jobs';
import { carryOutStripeCall, handleStripeEvent } from '@/prisma/test-jobs';
import { orderBooking } from '@/lib/booking/order-booking';
import { rejectBooking } from '@/lib/booking/reject-booking';
import { withdrawBooking } from '@/lib/booking/withdraw-booking';

stripeForTests();
let specialist: SeededProvider;
let client: AccountActor;
let offsetMs = 0;

const now = () => new Date(Date.now() + offsetMs);
const day = 24 * 60;

async function advance(to: Date): Promise<void> {
  offsetMs = to.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: offsetMs } });
}

/** What the worker would do: every call that waits, in the order it was written. */
async function drainCalls(): Promise<void> {
  for (;;) {
    const call = await db().stripeCall.findFirst({
      where: { status: 'waiting' },
      orderBy: { createdAt: 'asc' },
    });
    if (!call) return;
    await carryOutStripeCall({ callId: call.id });
  }
}

/** The service tells of the payment's checkout, as a webhook would. */
async function tellOfCheckout(bookingId: string): Promise<void> {
  const payment = await db().payment.findUniqueOrThrow({ where: { bookingId } });
  const attempt = payment.checkoutSessionId ?? '';
  const id = `evt_${bookingId}_${Math.random()}`;
  await db().webhookEvent.create({
    data: {
      id,
      source: 'platform',
      type: 'checkout.session.completed',
      objectId: attempt,
      createdAt: new Date(),
    },
  });
  await handleStripeEvent({ eventId: id });
  await drainCalls();
}

async function slotAfter(minutes: number): Promise<Date> {
  const offer = await readOffer(db(), specialist.serviceIds[0] ?? '');
  if (!offer) throw new Error('no offer');
  const start = addMinutes(now(), minutes);
  const [slot] = await listFreeTimes(db(), offer, { start, end: addHours(start, 72) }, now());
  if (!slot) throw new Error('no free time');
  return slot.start;
}

async function hold(minutesAhead = 5 * day): Promise<string> {
  const held = await holdSlot(client, {
    serviceId: specialist.serviceIds[0] ?? '',
    start: await slotAfter(minutesAhead),
    channel: undefined,
  });
  if (!held.ok) throw new Error(held.error.code);
  return held.value.bookingId;
}

const addresses = () => ({
  success: 'http://localhost:3000/done',
  cancel: 'http://localhost:3000/back',
  locale: 'fr' as const,
});

async function order(bookingId: string): Promise<string> {
  const ordered = await orderBooking(
    client,
    { bookingId, note: null, channel: undefined, earlyStart: true },
    addresses,
  );
  if (!ordered.ok || !ordered.value.checkoutUrl) throw new Error('no checkout');
  return ordered.value.checkoutUrl;
}

async function request(minutesAhead?: number): Promise<string> {
  const bookingId = await hold(minutesAhead);
  await payCheckout(await order(bookingId));
  await tellOfCheckout(bookingId);
  return bookingId;
}

async function accepted(minutesAhead?: number): Promise<string> {
  const bookingId = await request(minutesAhead);
  expect((await acceptBooking(specialist.actor, { bookingId })).ok).toBe(true);
  await drainCalls();
  return bookingId;
}

/** The specialist fills in the hosted form, and the service tells us. */
async function onboard(): Promise<void> {
  const started = await startOnboarding(specialist.actor, {
    returnUrl: 'http://localhost:3000/a',
    refreshUrl: 'http://localhost:3000/b',
  });
  if (!started.ok) throw new Error(started.error.code);
  await completeOnboardingForm(started.value.url);
  const account = await db().connectAccount.findUniqueOrThrow({
    where: { providerId: specialist.providerId },
  });
  await refreshConnectAccount(account.stripeAccountId, now());
}

const booking = (id: string) => db().booking.findUniqueOrThrow({ where: { id }, include: { payment: true } });
const occupied = (sourceId: string) => db().occupancy.count({ where: { sourceId } });

async function balances(bookingId: string): Promise<Record<string, number>> {
  const payment = await db().payment.findUniqueOrThrow({ where: { bookingId } });
  const lines = await db().ledgerLine.groupBy({
    by: ['account'],
    where: { paymentId: payment.id },
    _sum: { amount: true },
  });
  return Object.fromEntries(lines.map(({ account, _sum }) => [account, Number(_sum.amount)]));
}

beforeAll(async () => {
  specialist = await makeSpecialist();
  client = await makeAccount();
});

describe('a session on request', () => {
  it('goes from hold to payout, with the ledger of the plan Basic', async () => {
    const id = await request();
    expect(await booking(id)).toMatchObject({ status: 'pending', payment: { status: 'authorised' } });
    await acceptBooking(specialist.actor, { bookingId: id });
    await drainCalls();
    expect(await booking(id)).toMatchObject({
      status: 'accepted',
      payment: { status: 'paid_held', paidAmount: 12_000 },
    });
    const { startsAt, endsAt } = await booking(id);
    await advance(startsAt);
    expect((await checkIn(client, { bookingId: id })).ok).toBe(true);
    expect((await checkIn(specialist.actor, { bookingId: id })).ok).toBe(true);
    await advance(endsAt);
    await settleEndedSessions();
    expect(await booking(id)).toMatchObject({
      status: 'completed',
      payment: { status: 'delivered_held', advisorAmount: 9858 },
    });
    await sweepMoney();
    expect((await booking(id)).payment?.status).toBe('delivered_held');
    await advance(addMinutes(endsAt, 3 * day + 1));
    await sweepMoney();
    expect((await booking(id)).payment?.status).toBe('releasable');
    expect(await balances(id)).toMatchObject({ CP: 0, AH: 0, AP: -9858, RC: -1800, VO: -342, XF: 205 });
    await onboard();
    await sweepMoney();
    // Not before its seller's tax details are there.
    expect((await booking(id)).payment).toMatchObject({ status: 'releasable', transferAttempt: 0 });
    const { providerId } = specialist;
    await db().taxData.create({ data: taxDataOf(providerId, 'Nora Wieland', now()) });
    await sweepMoney();
    await drainCalls();
    expect(await booking(id)).toMatchObject({ payment: { status: 'transferred', transferAttempt: 1 } });
    expect(await balances(id)).toMatchObject({ CP: 0, AH: 0, AP: 0 });
    const transfers = await stripeGateway().listTransfers(id);
    expect(transfers.map(({ amount }) => amount)).toEqual([9858]);
  });

  it('tells both sides by mail and in the app, once each', async () => {
    const id = await accepted();
    const mails = await db().email.findMany({
      where: { params: { path: ['bookingId'], equals: id } },
      orderBy: { kind: 'asc' },
    });
    expect(mails.map(({ kind, accountId }) => [kind, accountId === client.accountId])).toEqual([
      ['booking.accepted', true],
      ['booking.accepted', false],
      ['booking.requested', true],
      ['booking.requested', false],
    ]);
    expect(await db().notification.count({ where: { bookingId: id } })).toBe(4);
  });

  it('rejected, silent and withdrawn charge nothing and free the time', async () => {
    const rejected = await request();
    await rejectBooking(specialist.actor, { bookingId: rejected, reason: 'Away' });
    const withdrawn = await request();
    await withdrawBooking(client, { bookingId: withdrawn, reason: null });
    const silent = await request();
    await advance(addMinutes(now(), day + 1));
    await expireDueBookings();
    await drainCalls();
    expect(await booking(rejected)).toMatchObject({
      status: 'rejected',
      reason: 'Away',
      payment: { status: 'none', paidAmount: 0 },
    });
    expect(await booking(withdrawn)).toMatchObject({ status: 'cancelled', payment: { status: 'none' } });
    expect(await booking(silent)).toMatchObject({
      status: 'rejected',
      closedBy: 'system',
      payment: { status: 'none' },
    });
    for (const id of [rejected, withdrawn, silent]) expect(await occupied(id)).toBe(0);
  });

  it('a foreign account can neither accept nor cancel it: it is not found', async () => {
    const id = await request();
    const stranger = await makeSpecialist();
    expect(await acceptBooking(stranger.actor, { bookingId: id })).toMatchObject({
      error: { code: 'common.notFound' },
    });
    expect(await acceptBooking(client, { bookingId: id })).toMatchObject({
      error: { code: 'common.notFound' },
    });
    expect(await cancelBooking(stranger.actor, { bookingId: id, reason: null })).toMatchObject({
      error: { code: 'common.notFound' },
    });
    expect(await withdrawBooking(specialist.actor, { bookingId: id, reason: null })).toMatchObject({
      error: { code: 'common.notFound' },
    });
  });
});

describe('cancelling', () => {
  it('by the client 48 h before or earlier gives everything back', async () => {
    const id = await accepted(5 * day);
    expect(await cancelBooking(client, { bookingId: id, reason: null })).toMatchObject({
      ok: true,
      value: { isFree: true },
    });
    await drainCalls();
    expect(await booking(id)).toMatchObject({
      status: 'cancelled',
      payment: { status: 'refunded', refundedAmount: 12_000 },
    });
    expect(await balances(id)).toMatchObject({ CP: 0, XF: 205 });
    expect(await occupied(id)).toBe(0);
  });

  it('by the client later makes the full price due', async () => {
    const id = await accepted(day);
    expect(await cancelBooking(client, { bookingId: id, reason: null })).toMatchObject({
      ok: true,
      value: { isFree: false },
    });
    expect(await booking(id)).toMatchObject({
      status: 'cancelled',
      payment: { status: 'delivered_held', refundedAmount: 0 },
    });
    expect(await occupied(id)).toBe(0);
  });

  it('by the provider gives everything back until the start', async () => {
    const id = await accepted(day);
    const { startsAt } = await booking(id);
    await advance(addMinutes(startsAt, -1));
    expect(await cancelBooking(specialist.actor, { bookingId: id, reason: 'Ill' })).toMatchObject({
      ok: true,
    });
    await drainCalls();
    expect(await booking(id)).toMatchObject({ status: 'cancelled', payment: { status: 'refunded' } });
  });

  it('right after accepting, before the capture was made, lets the money go without charging it', async () => {
    const id = await request();
    await acceptBooking(specialist.actor, { bookingId: id });
    await cancelBooking(specialist.actor, { bookingId: id, reason: null });
    await drainCalls();
    const { status, payment } = await booking(id);
    expect(status).toBe('cancelled');
    expect(['none', 'refunded']).toContain(payment?.status);
    expect(payment && payment.paidAmount - payment.refundedAmount).toBe(0);
  });
});

describe('what attendance decides', () => {
  it('a provider who never came gives everything back; a client who never came pays', async () => {
    const nobody = await accepted(day);
    await advance((await booking(nobody)).endsAt);
    await settleEndedSessions();
    await drainCalls();
    expect(await booking(nobody)).toMatchObject({
      status: 'cancelled',
      closedBy: 'system',
      payment: { status: 'refunded' },
    });

    const missed = await accepted(day);
    const { startsAt, endsAt } = await booking(missed);
    for (let minute = 0; minute <= 10; minute += 1) {
      await advance(addMinutes(startsAt, minute));
      await checkIn(specialist.actor, { bookingId: missed });
    }
    await advance(endsAt);
    await settleEndedSessions();
    expect(await booking(missed)).toMatchObject({ status: 'missed', payment: { status: 'delivered_held' } });
  });
});

describe('the hold', () => {
  it('lasts 15 minutes, is extended once, and is free again by time alone', async () => {
    const id = await hold();
    const { startsAt } = await booking(id);
    expect((await extendHold(client, { bookingId: id })).ok).toBe(true);
    expect(await extendHold(client, { bookingId: id })).toMatchObject({
      error: { code: 'booking.holdAlreadyExtended' },
    });
    const other = await makeAccount();
    const serviceId = specialist.serviceIds[0] ?? '';
    expect(await holdSlot(other, { serviceId, start: startsAt, channel: undefined })).toMatchObject({
      error: { code: 'booking.slotTaken' },
    });
    await advance(addMinutes(now(), 31));
    expect((await holdSlot(other, { serviceId, start: startsAt, channel: undefined })).ok).toBe(true);
  });

  it('a payment after it is honoured while the time is free', async () => {
    const id = await hold();
    const url = await order(id);
    await advance(addMinutes(now(), 16));
    await expireDueBookings();
    await payCheckout(url);
    await tellOfCheckout(id);
    expect(await booking(id)).toMatchObject({ status: 'pending', payment: { status: 'authorised' } });
    expect(await occupied(id)).toBe(1);
  });

  it('a payment after it is given back, with a mail, when somebody else has the time', async () => {
    const id = await hold();
    const url = await order(id);
    const { startsAt } = await booking(id);
    await advance(addMinutes(now(), 16));
    await expireDueBookings();
    const other = await makeAccount();
    expect(
      (
        await holdSlot(other, {
          serviceId: specialist.serviceIds[0] ?? '',
          start: startsAt,
          channel: undefined,
        })
      ).ok,
    ).toBe(true);
    await payCheckout(url);
    await tellOfCheckout(id);
    expect(await booking(id)).toMatchObject({
      status: 'expired',
      payment: { status: 'none', paidAmount: 0 },
    });
    expect(
      await db().email.count({ where: { kind: 'booking.paymentReturned', accountId: client.accountId } }),
    ).toBe(1);
  });

  it('a new one ends the old one of the same client', async () => {
    const first = await hold();
    const second = await hold();
    expect((await booking(first)).status).toBe('expired');
    expect((await booking(second)).status).toBe('held');
    expect(await occupied(first)).toBe(0);
  });
});

describe('events of the payment service', () => {
  it('doubled and late ones change nothing', async () => {
    const id = await accepted();
    const before = await booking(id);
    for (let i = 0; i < 3; i += 1) await tellOfCheckout(id);
    const after = await booking(id);
    expect(after.payment?.version).toBe(before.payment?.version);
    expect(await db().email.count({ where: { params: { path: ['bookingId'], equals: id } } })).toBe(4);
  });
});
