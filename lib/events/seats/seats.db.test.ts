import { afterEach, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { sweepEvents } from '@/lib/events/jobs';
import { loadEventSeats, loadHeldSeats, loadSeat } from './loaders';
import { readEventSeats } from '@/lib/events/read-public-event';
import { db } from '@/lib/server/db/client';
import { ok } from '@/lib/shared/result';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { eventOf, heldSeat, mailsTo, seatOf } from '@/prisma/test-seats';
import { abandonHold } from './abandon-hold';
import { cancelSeat } from './cancel-seat';
import { extendHold } from './extend-hold';
import { orderSeat } from './order-seat';
import { takeSeat } from './take-seat';

const now = new Date();
const failing = (code: string) => ({ ok: false, error: { code } });
const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });

async function clockAt(at: Date): Promise<void> {
  const milliseconds = at.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}
afterEach(() => db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } }));

async function event(data: Parameters<typeof makeEvent>[1] = { startsAt: addHours(now, 200) }) {
  const claire = await makeSpecialist();
  return { claire, eventId: await makeEvent(claire, data) };
}
const seatsOf = async (eventId: string) => {
  const seats = await readEventSeats(eventId);
  return seats.ok ? seats.value : seats.error.code;
};

describe('taking a seat', () => {
  it('holds it for 15 minutes under the terms of now', async () => {
    const { claire, eventId } = await event({ startsAt: addHours(now, 200), vatBps: 700 });
    const client = await makeAccount();
    const seatId = await heldSeat(client, eventId);
    const seat = await seatOf(seatId);
    expect(seat).toMatchObject({
      status: 'held',
      priceAmount: 2500,
      vatBps: 700,
      planCode: 'basic',
      commissionBps: 1500,
      sellerName: 'Nora Wieland',
      titles: { en: 'Sleeping better' },
      freeCancelUntil: addHours(seat.startsAt, -48),
    });
    expect(seat.heldUntil?.getTime()).toBe(addMinutes(seat.createdAt, 15).getTime());
    expect(await db().payment.findUniqueOrThrow({ where: { seatId } })).toMatchObject({
      status: 'none',
      amount: 2500,
      bookingId: null,
    });
    await db().provider.update({ where: { id: claire.providerId }, data: { sellerName: 'Other' } });
    expect(await seatOf(seatId)).toMatchObject({ sellerName: 'Nora Wieland' });
    expect(await seatsOf(eventId)).toEqual({ seatsLeft: 9, refusal: null });
    const own = { seatId, isHeld: true };
    const seen = { seatsLeft: 9, refusal: null, isWaiting: false };
    expect(await loadEventSeats(client, eventId)).toEqual(ok({ ...seen, own }));
    expect(await loadEventSeats(anonymous, eventId)).toEqual(ok({ ...seen, own: null }));
    expect(await loadHeldSeats(client)).toMatchObject([{ id: seatId }]);
  });

  it('is the same seat when asked again, and none twice', async () => {
    const { eventId } = await event();
    const client = await makeAccount();
    const answers = await Promise.all([1, 2, 3, 4].map(() => takeSeat(client, { eventId })));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.seatId)).size).toBe(1);
    await db().seat.updateMany({ where: { eventId }, data: { status: 'booked', bookedAt: now } });
    expect(await takeSeat(client, { eventId })).toMatchObject(failing('event.alreadyBooked'));
  });

  it('at price 0 books at once and tells both', async () => {
    const { claire, eventId } = await event({ startsAt: addHours(now, 2000), priceAmount: 0 });
    const client = await makeAccount();
    expect(await takeSeat(client, { eventId })).toMatchObject({ value: { isBooked: true } });
    expect(await mailsTo(client)).toEqual(['seatBooked']);
    expect(await mailsTo(claire.actor)).toEqual(['seatBooked']);
    const tie = { providerId_clientId: { providerId: claire.providerId, clientId: client.accountId } };
    expect(await db().relationship.findUnique({ where: tie })).not.toBeNull();
  });

  it('is for accounts with an address and a zone, and not in one’s own event', async () => {
    const { claire, eventId } = await event();
    const cases = [
      [{ kind: 'anonymous' as const }, 'auth.signInRequired'],
      [await makeAccount({ isVerified: false }), 'auth.emailNotVerified'],
      [await makeAccount({ timeZone: null }), 'account.timeZoneMissing'],
      [claire.actor, 'event.ownEvent'],
    ] as const;
    for (const [actor, code] of cases)
      expect(await takeSeat(actor, { eventId })).toMatchObject(failing(code));
  });

  it('is possible until the deadline, of what is on sale, at most 60 days ahead', async () => {
    const { eventId } = await event();
    const { bookUntil } = await eventOf(eventId);
    await clockAt(addMinutes(bookUntil, 1));
    expect(await takeSeat(await makeAccount(), { eventId })).toMatchObject(failing('event.closed'));
    await clockAt(now);
    const far = await event({ startsAt: addHours(now, 24 * 61) });
    expect(await takeSeat(await makeAccount(), { eventId: far.eventId })).toMatchObject(
      failing('payment.tooFarAhead'),
    );
    expect(await seatsOf(far.eventId)).toEqual({ seatsLeft: 10, refusal: 'payment.tooFarAhead' });
    const draft = await event({ startsAt: addHours(now, 100), status: 'draft' });
    expect(await takeSeat(await makeAccount(), { eventId: draft.eventId })).toMatchObject(
      failing('common.notFound'),
    );
    expect(await seatsOf(draft.eventId)).toBe('common.notFound');
    const gone = await event();
    await db().provider.update({ where: { id: gone.claire.providerId }, data: { status: 'suspended' } });
    expect(await takeSeat(await makeAccount(), { eventId: gone.eventId })).toMatchObject(
      failing('provider.notBookable'),
    );
  });
});

describe('the last seat', () => {
  it.each([0, 2500])('at price %i goes to one of sixteen at once', async (priceAmount) => {
    const { eventId } = await event({
      startsAt: addHours(now, 200),
      priceAmount,
      maximumSeats: 3,
      minimumSeats: 1,
    });
    for (let made = 0; made < 2; made += 1) await heldSeat(await makeAccount(), eventId);
    const clients = await Promise.all(Array.from({ length: 16 }, () => makeAccount()));
    const answers = await Promise.all(clients.map((client) => takeSeat(client, { eventId })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('event.full');
    expect(await seatsOf(eventId)).toEqual({ seatsLeft: 0, refusal: 'event.full' });
  });

  it('is free again when its hold is over, by time alone', async () => {
    const { eventId } = await event({ startsAt: addHours(now, 200), maximumSeats: 1, minimumSeats: 1 });
    const seatId = await heldSeat(await makeAccount(), eventId);
    const { heldUntil } = await seatOf(seatId);
    if (!heldUntil) throw new Error('not held');
    await clockAt(addMinutes(heldUntil, -1));
    expect(await takeSeat(await makeAccount(), { eventId })).toMatchObject(failing('event.full'));
    await clockAt(addMinutes(heldUntil, 1));
    expect((await takeSeat(await makeAccount(), { eventId })).ok).toBe(true);
    expect(await seatOf(seatId)).toMatchObject({ status: 'held' });
    await sweepEvents();
    expect(await seatOf(seatId)).toMatchObject({ status: 'expired' });
  });
});

describe('a hold', () => {
  it('is extended once, by its client', async () => {
    const { eventId } = await event();
    const client = await makeAccount();
    const seatId = await heldSeat(client, eventId);
    const { heldUntil } = await seatOf(seatId);
    expect(await extendHold(await makeAccount(), { seatId })).toMatchObject(failing('common.notFound'));
    expect(await extendHold(client, { seatId })).toMatchObject({
      value: { heldUntil: addMinutes(heldUntil ?? now, 15) },
    });
    expect(await extendHold(client, { seatId })).toMatchObject(failing('booking.holdAlreadyExtended'));
  });

  it('is let go by its client, who may take another; over, it cannot be ordered', async () => {
    const { eventId } = await event();
    const client = await makeAccount();
    const seatId = await heldSeat(client, eventId);
    expect(await abandonHold(await makeAccount(), { seatId })).toMatchObject(failing('common.notFound'));
    expect((await abandonHold(client, { seatId })).ok).toBe(true);
    expect(await seatOf(seatId)).toMatchObject({ status: 'expired' });
    expect(await orderSeat(client, { seatId }, nowhere)).toMatchObject(failing('booking.holdExpired'));
    expect(await heldSeat(client, eventId)).not.toBe(seatId);
  });

  it('that is over is written down when its client takes another', async () => {
    const { eventId } = await event();
    const client = await makeAccount();
    const first = await heldSeat(client, eventId);
    await clockAt(addMinutes(now, 20));
    expect(await orderSeat(client, { seatId: first }, nowhere)).toMatchObject(failing('booking.holdExpired'));
    const second = await heldSeat(client, eventId);
    expect(second).not.toBe(first);
    expect(await seatOf(first)).toMatchObject({ status: 'expired' });
  });
});

describe('a seat that is held', () => {
  it('is not ordered once its provider is suspended', async () => {
    const { claire, eventId } = await event();
    const client = await makeAccount();
    const seatId = await heldSeat(client, eventId);
    await db().provider.update({ where: { id: claire.providerId }, data: { status: 'suspended' } });
    expect(await orderSeat(client, { seatId }, nowhere)).toMatchObject(failing('provider.notBookable'));
    expect(await db().payment.findUniqueOrThrow({ where: { seatId } })).toMatchObject({ status: 'none' });
  });
});

describe('the minimum', () => {
  it.each([
    [2, 'published', 'cancelled'],
    [3, 'cancelled', 'cancelled'],
  ])(
    'of %i is that of the deadline, although a seat is cancelled before it is judged',
    async (least, ends, seat) => {
      const { eventId } = await event({ startsAt: addHours(now, 100), priceAmount: 0, minimumSeats: least });
      const client = await makeAccount();
      const seatId = await heldSeat(client, eventId);
      const other = await heldSeat(await makeAccount(), eventId);
      await clockAt(addHours(now, 99));
      const cancelled = await cancelSeat(client, { seatId });
      expect(cancelled).toMatchObject(ends === 'published' ? { ok: true } : failing('event.statusChanged'));
      await sweepEvents();
      expect(await eventOf(eventId)).toMatchObject({ status: ends });
      expect(await seatOf(seatId)).toMatchObject({ status: seat });
      expect(await seatOf(other)).toMatchObject({ status: ends === 'published' ? 'booked' : 'cancelled' });
    },
  );
});

describe('a free seat', () => {
  it('is cancelled until the start, and then is somebody else’s', async () => {
    const { claire, eventId } = await event({
      startsAt: addHours(now, 20),
      priceAmount: 0,
      maximumSeats: 1,
      minimumSeats: 1,
    });
    const client = await makeAccount();
    const seatId = await heldSeat(client, eventId);
    expect(await cancelSeat(await makeAccount(), { seatId })).toMatchObject(failing('common.notFound'));
    expect(await loadSeat(await makeAccount(), seatId)).toBeNull();
    expect(await loadSeat(client, seatId)).toMatchObject({
      state: { cancelTerms: 'nothing', canCancel: true, canEnter: false },
    });
    expect(await cancelSeat(client, { seatId })).toMatchObject({ value: { isFree: true } });
    expect(await seatOf(seatId)).toMatchObject({ status: 'cancelled', isLate: false, closedBy: 'client' });
    expect(await cancelSeat(client, { seatId })).toMatchObject(failing('event.statusChanged'));
    expect(await mailsTo(claire.actor)).toEqual(['seatBooked', 'seatCancelled']);
    const other = await heldSeat(await makeAccount(), eventId);
    await clockAt(addHours(now, 20));
    const owner = await seatOf(other);
    const actor = { ...(await makeAccount()), accountId: owner.clientId };
    expect(await cancelSeat(actor, { seatId: other })).toMatchObject(failing('booking.alreadyStarted'));
  });
});
