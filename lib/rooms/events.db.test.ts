import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { cancelEvent } from '@/lib/events/cancel-event';
import { sweepEvents } from '@/lib/events/jobs';
import { loadOwnEvent } from '@/lib/events/hosting/loaders';
import { loadRecentEventNews } from '@/lib/events/news-loaders';
import { loadPastSeats, loadSeatResult } from '@/lib/events/seats/loaders';
import { cancelSeat } from '@/lib/events/seats/cancel-seat';
import { sweepMoney } from '@/lib/payments/jobs';
import { db } from '@/lib/server/db/client';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { TestJourney } from '@/prisma/test-journey';
import {
  eventOf,
  heldSeat,
  mailsTo,
  paidSeat,
  payForSeat,
  paymentOfSeat,
  seatOf,
  tellOfSeat,
} from '@/prisma/test-seats';
import { stripeForTests } from '@/prisma/test-services';
import { checkIn } from './check-in';
import { loadEventRoom } from './event-loaders';
import { settleEndedSessions } from './jobs';

const stripe = stripeForTests();
let journey: TestJourney;
let hours = 0;
beforeAll(async () => {
  journey = await TestJourney.start(stripe);
  // What a session has earned covers the fees of charges that go back.
  await journey.held(await journey.accepted());
}, 30_000);
afterAll(async () => {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
});

const host = () => journey.specialist.actor;

/** An event of the journey's advisor, five days ahead, none beside another. */
async function planned(data: Partial<Parameters<typeof makeEvent>[1]> = {}): Promise<string> {
  hours += 2;
  const startsAt = addHours(journey.now(), 120 + hours);
  return makeEvent(journey.specialist, { minimumSeats: 1, startsAt, ...data });
}

async function clients(count: number): Promise<AccountActor[]> {
  return Promise.all(Array.from({ length: count }, () => makeAccount()));
}

const balances = async (seatId: string) => {
  const { id } = await paymentOfSeat(seatId);
  const lines = await db().ledgerLine.groupBy({
    by: ['account'],
    where: { paymentId: id },
    _sum: { amount: true },
  });
  return Object.fromEntries(lines.map(({ account, _sum }) => [account, Number(_sum.amount)]));
};

/** Goes to the end; whoever is named was there from the start for so many minutes. */
async function take(eventId: string, there: [AccountActor, number][]): Promise<void> {
  const { startsAt, endsAt, bookUntil } = await eventOf(eventId);
  await journey.advance(bookUntil);
  await sweepEvents();
  await journey.advance(startsAt);
  for (const [actor] of there) expect((await checkIn(actor, { eventId })).ok).toBe(true);
  for (const [actor, minutes] of there) {
    const last = addMinutes(startsAt, minutes);
    const leaving = { joinedAt: startsAt, lastSeenAt: last, leftAt: last };
    await db().attendance.updateMany({ where: { eventId, accountId: actor.accountId }, data: leaving });
  }
  await journey.advance(endsAt);
  await settleEndedSessions();
  await journey.drain();
}

describe('a seat that is paid', () => {
  it('is booked by the payment service’s word, once, and both are told', async () => {
    const eventId = await planned();
    const [client] = await clients(1);
    if (!client) return;
    const seatId = await heldSeat(client, eventId);
    expect(await loadSeatResult(client, seatId)).toMatchObject({ result: { kind: 'unpaid' } });
    await payForSeat(client, seatId);
    expect(await loadSeatResult(client, seatId)).toMatchObject({ result: { kind: 'processing' } });
    await tellOfSeat(seatId);
    await tellOfSeat(seatId);
    expect(await seatOf(seatId)).toMatchObject({ status: 'booked' });
    expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'paid_held', paidAmount: 2500 });
    expect(await balances(seatId)).toMatchObject({ CP: -2500 });
    expect(await mailsTo(client)).toEqual(['seatBooked']);
    expect(await loadSeatResult(client, seatId)).toMatchObject({ result: { kind: 'booked' } });
    expect(await loadRecentEventNews(client, 'client')).toMatchObject([{ news: 'seatBooked', eventId }]);
  });

  it('after its hold counts while a seat is free', async () => {
    const eventId = await planned();
    const [client] = await clients(1);
    if (!client) return;
    const seatId = await heldSeat(client, eventId);
    await payForSeat(client, seatId);
    await journey.advance(addMinutes(journey.now(), 16));
    await sweepEvents();
    expect(await seatOf(seatId)).toMatchObject({ status: 'expired' });
    await tellOfSeat(seatId);
    expect(await seatOf(seatId)).toMatchObject({ status: 'booked' });
  });

  it('after its hold goes back when the last one is taken, when another was taken, or it is not what was sold', async () => {
    const late = async (between: (eventId: string, client: AccountActor) => Promise<unknown>) => {
      const eventId = await planned({ maximumSeats: 1 });
      const client = await makeAccount();
      const seatId = await heldSeat(client, eventId);
      await payForSeat(client, seatId);
      await journey.advance(addMinutes(journey.now(), 16));
      await between(eventId, client);
      await tellOfSeat(seatId);
      await journey.drain();
      expect(await seatOf(seatId)).toMatchObject({ status: 'expired' });
      expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'refunded', refundedAmount: 2500 });
      expect(await mailsTo(client)).toContain('paymentReturned');
      return eventId;
    };
    const full = await late(async (eventId) => heldSeat(await makeAccount(), eventId));
    expect(await db().seat.count({ where: { eventId: full, status: 'booked' } })).toBe(0);
    await late(async (eventId, client) => {
      await db().event.update({ where: { id: eventId }, data: { maximumSeats: 5 } });
      await paidSeat(client, eventId);
    });
    await late(async (eventId) => {
      const { startsAt, endsAt } = await eventOf(eventId);
      const data = { startsAt: addHours(startsAt, 1), endsAt: addHours(endsAt, 1) };
      await db().event.update({ where: { id: eventId }, data });
    });
    await late(async (eventId) => {
      const { endsAt } = await eventOf(eventId);
      await db().event.update({ where: { id: eventId }, data: { endsAt: addMinutes(endsAt, -30) } });
    });
    await late((eventId) => db().event.update({ where: { id: eventId }, data: { priceAmount: 2000 } }));
    await late((eventId) => cancelEvent(host(), { eventId }));
  });

  it('of another amount than is due goes back, and the seat with it', async () => {
    const eventId = await planned();
    const client = await makeAccount();
    const seatId = await heldSeat(client, eventId);
    await payForSeat(client, seatId);
    await db().payment.update({ where: { seatId }, data: { amount: 2600 } });
    await tellOfSeat(seatId);
    await journey.drain();
    expect(await seatOf(seatId)).toMatchObject({ status: 'expired' });
    expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'refunded' });
    expect(await mailsTo(client)).toEqual(['paymentLost']);
  });
});

describe('cancelling a seat', () => {
  it('gives everything back until exactly 48 hours before', async () => {
    const eventId = await planned();
    const client = await makeAccount();
    const seatId = await paidSeat(client, eventId);
    const { freeCancelUntil } = await seatOf(seatId);
    if (!freeCancelUntil) throw new Error('never free');
    await journey.advance(addMinutes(freeCancelUntil, -0.1));
    expect(await cancelSeat(client, { seatId })).toMatchObject({ value: { isFree: true } });
    await journey.drain();
    expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'refunded', refundedAmount: 2500 });
    expect(await balances(seatId)).toMatchObject({ CP: 0 });
  });

  it('later leaves the money where it is until the end, and it is due when the event is held', async () => {
    const eventId = await planned();
    const [late, there] = await clients(2);
    if (!late || !there) return;
    const [lateSeat, seat] = [await paidSeat(late, eventId), await paidSeat(there, eventId)];
    const { startsAt } = await eventOf(eventId);
    await journey.advance(addHours(startsAt, -47));
    expect(await cancelSeat(late, { seatId: lateSeat })).toMatchObject({ value: { isFree: false } });
    expect(await paymentOfSeat(lateSeat)).toMatchObject({ status: 'paid_held' });
    await take(eventId, [
      [host(), 5],
      [there, 1],
    ]);
    expect(await eventOf(eventId)).toMatchObject({ status: 'completed' });
    for (const seatId of [lateSeat, seat])
      expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'delivered_held', commissionAmount: 375 });
    expect(await seatOf(lateSeat)).toMatchObject({ status: 'cancelled', isLate: true });
    expect(await seatOf(seat)).toMatchObject({ status: 'attended' });
  });
});

describe('an event', () => {
  it('that its host cancels gives everything back, late cancellations too, and tells all', async () => {
    const eventId = await planned();
    const [paying, late, holding] = await clients(3);
    if (!paying || !late || !holding) return;
    const seats = [await paidSeat(paying, eventId), await paidSeat(late, eventId)];
    const { startsAt } = await eventOf(eventId);
    await journey.advance(addHours(startsAt, -30));
    await cancelSeat(late, { seatId: seats[1] ?? '' });
    const held = await heldSeat(holding, eventId);
    expect((await cancelEvent(host(), { eventId })).ok).toBe(true);
    await journey.drain();
    expect(await eventOf(eventId)).toMatchObject({ status: 'cancelled', ending: 'by_host' });
    expect(await db().occupancy.count({ where: { sourceId: eventId } })).toBe(0);
    for (const seatId of seats)
      expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'refunded', refundedAmount: 2500 });
    expect(await seatOf(held)).toMatchObject({ status: 'expired' });
    expect(await mailsTo(paying)).toEqual(['seatBooked', 'cancelled']);
    expect(await mailsTo(late)).toEqual(['seatBooked', 'seatCancelledLate', 'cancelled']);
    expect(await mailsTo(holding)).toEqual([]);
    expect(await cancelEvent(host(), { eventId })).toMatchObject({ error: { code: 'event.statusChanged' } });
    const past = await loadPastSeats(paying, 20);
    expect(past.map(({ seat }) => seat.id)).toEqual([seats[0]]);
  });

  it('cannot be cancelled from its start on', async () => {
    const eventId = await planned();
    await journey.advance((await eventOf(eventId)).startsAt);
    expect(await cancelEvent(host(), { eventId })).toMatchObject({
      error: { code: 'booking.alreadyStarted' },
    });
  });

  it('below its minimum at the deadline is cancelled, and not before', async () => {
    const eventId = await planned({ minimumSeats: 2 });
    const client = await makeAccount();
    const seatId = await paidSeat(client, eventId);
    const { bookUntil } = await eventOf(eventId);
    await journey.advance(addMinutes(bookUntil, -1));
    await sweepEvents();
    expect(await eventOf(eventId)).toMatchObject({ status: 'published' });
    await journey.advance(bookUntil);
    await sweepEvents();
    await sweepEvents();
    await journey.drain();
    expect(await eventOf(eventId)).toMatchObject({ status: 'cancelled', ending: 'below_minimum' });
    expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'refunded' });
    expect(await db().refund.count({ where: { payment: { seatId } } })).toBe(1);
    expect(await mailsTo(client)).toContain('belowMinimum');
  });

  it('waits at the deadline for a hold that could make the minimum', async () => {
    const eventId = await planned({ minimumSeats: 1 });
    const client = await makeAccount();
    const { bookUntil } = await eventOf(eventId);
    await journey.advance(addMinutes(bookUntil, -5));
    const seatId = await heldSeat(client, eventId);
    await payForSeat(client, seatId);
    await journey.advance(addMinutes(bookUntil, 1));
    await sweepEvents();
    expect(await eventOf(eventId)).toMatchObject({ status: 'published', confirmedAt: null });
    await tellOfSeat(seatId);
    await sweepEvents();
    expect((await eventOf(eventId)).confirmedAt).not.toBeNull();
  });

  it('does not test its minimum again after the deadline', async () => {
    const eventId = await planned({ minimumSeats: 1, bookUntil: addHours(journey.now(), 24) });
    const client = await makeAccount();
    const seatId = await paidSeat(client, eventId);
    await journey.advance((await eventOf(eventId)).bookUntil);
    await sweepEvents();
    await cancelSeat(client, { seatId });
    await sweepEvents();
    expect(await eventOf(eventId)).toMatchObject({ status: 'published' });
  });

  it.each([
    [4.99, 'cancelled', 'refunded'],
    [5, 'completed', 'delivered_held'],
  ] as const)('with its host there for %d minutes is %s', async (minutes, status, money) => {
    const eventId = await planned();
    const [there, absent, late] = await clients(3);
    if (!there || !absent || !late) return;
    const seats: string[] = [];
    for (const client of [there, absent, late]) seats.push(await paidSeat(client, eventId));
    await journey.advance(addHours((await eventOf(eventId)).startsAt, -10));
    await cancelSeat(late, { seatId: seats[2] ?? '' });
    await take(eventId, [
      [host(), minutes],
      [there, 3],
    ]);
    await settleEndedSessions();
    expect(await eventOf(eventId)).toMatchObject({ status });
    for (const seatId of seats) expect(await paymentOfSeat(seatId)).toMatchObject({ status: money });
    const isHeld = status === 'completed';
    expect(await seatOf(seats[0] ?? '')).toMatchObject({ status: isHeld ? 'attended' : 'cancelled' });
    expect(await seatOf(seats[1] ?? '')).toMatchObject({ status: isHeld ? 'absent' : 'cancelled' });
    expect(await mailsTo(absent)).toContain(isHeld ? 'absent' : 'hostAbsent');
    const provider = host().provider;
    if (!provider) throw new Error('no provider');
    const { participants } = await loadOwnEvent({ ...host(), provider }, eventId);
    expect(participants).toHaveLength(3);
  });

  it('pays out seat by seat when the claim window is over', async () => {
    await journey.onboard();
    const eventId = await planned();
    const client = await makeAccount();
    const seatId = await paidSeat(client, eventId);
    await take(eventId, [[host(), 60]]);
    const { endsAt } = await eventOf(eventId);
    expect((await paymentOfSeat(seatId)).claimUntil).toEqual(addHours(endsAt, 72));
    await journey.advance(addMinutes(endsAt, 72 * 60 + 1));
    await sweepMoney();
    await journey.drain();
    expect(await paymentOfSeat(seatId)).toMatchObject({ status: 'transferred', transferFailure: null });
    expect(await balances(seatId)).toMatchObject({ CP: 0, AH: 0, AP: 0 });
  });
});

describe('the room of an event', () => {
  it('is open to the host and to who has a seat, from ten minutes before until the end', async () => {
    const eventId = await planned({ priceAmount: 0 });
    const [client, stranger] = await clients(2);
    if (!client || !stranger) return;
    await heldSeat(client, eventId);
    const { startsAt, endsAt } = await eventOf(eventId);
    await journey.advance(addMinutes(startsAt, -11));
    expect(await checkIn(client, { eventId })).toMatchObject({ error: { code: 'booking.tooEarly' } });
    expect(await loadEventRoom(client, eventId)).toMatchObject({ phase: 'early', party: 'client' });
    await journey.advance(addMinutes(startsAt, -9));
    expect(await checkIn(client, { eventId })).toMatchObject({ value: { eventId, party: 'client' } });
    expect(await checkIn(host(), { eventId })).toMatchObject({ value: { party: 'provider' } });
    expect(await loadEventRoom(host(), eventId)).toMatchObject({ phase: 'open', party: 'provider' });
    for (const actor of [stranger, { kind: 'anonymous' as const }])
      expect(await checkIn(actor, { eventId })).toMatchObject({ error: { code: 'common.notFound' } });
    expect(await loadEventRoom(stranger, eventId)).toBeNull();
    await journey.advance(endsAt);
    expect(await checkIn(client, { eventId })).toMatchObject({ error: { code: 'booking.ended' } });
  });

  it('knows its host as the host, also one who had a seat before working there', async () => {
    const eventId = await planned({ priceAmount: 0 });
    const client = await makeAccount();
    await heldSeat(client, eventId);
    const { startsAt, hostId } = await eventOf(eventId);
    const works = { kind: 'organisation', status: 'published', slug: 'x', role: 'manager' } as const;
    const practices = [{ id: hostId, ...works }];
    await journey.advance(startsAt);
    const manager = { ...client, practices };
    expect(await checkIn(manager, { eventId })).toMatchObject({ value: { party: 'provider' } });
    expect(await loadEventRoom(manager, eventId)).toMatchObject({ party: 'provider' });
  });
});

describe('reminders', () => {
  it('are told to host and clients a day and an hour before, once', async () => {
    const eventId = await planned({ priceAmount: 0 });
    const client = await makeAccount();
    await heldSeat(client, eventId);
    const { startsAt } = await eventOf(eventId);
    for (const ahead of [25, 24, 23, 1, 0.5]) {
      await journey.advance(addHours(startsAt, -ahead));
      await sweepEvents();
    }
    expect(await mailsTo(client)).toEqual(['seatBooked', 'reminder24', 'reminder1']);
    const told = await db().eventReminder.findMany({ where: { eventId } });
    expect(told).toHaveLength(4);
  });
});
