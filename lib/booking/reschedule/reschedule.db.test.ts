import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { asProvider } from '@/lib/profiles/own-provider';
import { db } from '@/lib/server/db/client';
import { findFreeTime, listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { cancelBooking } from '../cancel-booking';
import { holdSlot } from '../hold-slot';
import { expireDueBookings } from '../jobs';
import { countWaitingRequests, loadComingSessions, loadRequests } from '../practice-loaders';
import { acceptReschedule, declineReschedule, withdrawReschedule } from './answer-reschedule';
import { lapseReschedules } from './lapse-reschedules';
import { proposeTime } from './propose-time';

const stripe = stripeForTests();
let journey: TestJourney;
beforeAll(async () => {
  journey = await TestJourney.start(stripe);
});

const client = () => journey.client;
const provider = () => journey.specialist.actor;
const read = (id: string) => db().booking.findUniqueOrThrow({ where: { id }, include: { payment: true } });
const occupied = async (specialistId: string) =>
  (await db().occupancy.findMany({ where: { specialistId }, orderBy: { startsAt: 'asc' } })).map(
    ({ kind, startsAt, endsAt }) => [kind, startsAt.toISOString(), endsAt.toISOString()],
  );
const news = async (id: string) =>
  (await db().notification.findMany({ where: { bookingId: id }, orderBy: { createdAt: 'asc' } })).map(
    ({ kind, params }) => `${kind.replace('booking.', '')} ${(params as { party: string }).party}`,
  );
const refused = (code: string) =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) });

/** An accepted session and another time that is free. */
async function accepted(hoursAhead = 240) {
  journey = await TestJourney.start(stripe);
  const bookingId = await journey.accepted(hoursAhead);
  const { startsAt } = await read(bookingId);
  return { bookingId, startsAt, later: addHours(startsAt, 24) };
}
const propose = (
  actor: typeof journey.client,
  bookingId: string,
  start: Date,
  message: string | null = null,
) => proposeTime(actor, { bookingId, start, message });

describe('another time', () => {
  it('that the client asks for waits among the requests until it is answered or over', async () => {
    const { bookingId, later } = await accepted();
    const asked = asProvider(provider());
    if (!asked.ok) throw new Error(asked.error.code);
    const waiting = async () => ({
      listed: (await loadRequests(asked.value)).map(({ id }) => id),
      count: await countWaitingRequests(asked.value),
      marked: (await loadComingSessions(asked.value)).filter(({ reschedules }) => reschedules.length > 0)
        .length,
    });
    expect(await waiting()).toEqual({ listed: [], count: 0, marked: 0 });
    await propose(client(), bookingId, later);
    expect(await waiting()).toEqual({ listed: [bookingId], count: 1, marked: 1 });
    await db().reschedule.updateMany({ where: { bookingId }, data: { heldUntil: new Date() } });
    expect(await waiting()).toEqual({ listed: [], count: 0, marked: 0 });
    await lapseReschedules(new Date());
    await propose(provider(), bookingId, later);
    expect(await waiting()).toEqual({ listed: [], count: 0, marked: 1 });
  });

  it('proposed by the client and accepted moves session, time and money, and wins no free cancelling', async () => {
    const { bookingId, startsAt, later } = await accepted();
    const before = await read(bookingId);
    expect(await propose(client(), bookingId, later, 'Might we?')).toMatchObject({ ok: true });
    expect(await acceptReschedule(provider(), { bookingId })).toMatchObject({ ok: true });
    const after = await read(bookingId);
    expect(after).toMatchObject({ status: 'accepted', startsAt: later, priceAmount: before.priceAmount });
    expect(after.endsAt.getTime() - later.getTime()).toBe(before.endsAt.getTime() - startsAt.getTime());
    expect(after.freeCancelUntil).toEqual(before.freeCancelUntil);
    expect(after.payment?.status).toBe('paid_held');
    expect(await occupied(after.specialistId)).toEqual([
      ['booking', later.toISOString(), after.endsAt.toISOString()],
    ]);
    expect((await news(bookingId)).slice(-3).toSorted()).toEqual([
      'rescheduleProposed provider',
      'rescheduled client',
      'rescheduled provider',
    ]);
  });

  it('proposed by the provider may lie outside the hours, and gives a day of free cancelling', async () => {
    const { bookingId, startsAt } = await accepted();
    const night = addHours(new Date(startsAt.toISOString().slice(0, 10)), 24 - 240 + 26);
    const start = night > journey.now() ? night : addHours(journey.now(), 20);
    expect(await propose(provider(), bookingId, start)).toMatchObject({ ok: true });
    expect(await acceptReschedule(client(), { bookingId })).toMatchObject({ ok: true });
    const { freeCancelUntil } = await read(bookingId);
    expect(freeCancelUntil && freeCancelUntil <= start).toBe(true);
    expect(freeCancelUntil && freeCancelUntil > addHours(start, -48)).toBe(true);
  });

  it('may overlap the session itself, and takes only what is beside it', async () => {
    const { bookingId, startsAt } = await accepted();
    const start = addMinutes(startsAt, 60 - 30);
    expect(await propose(provider(), bookingId, start)).toMatchObject({ ok: true });
    const { specialistId, endsAt } = await read(bookingId);
    expect(await occupied(specialistId)).toEqual([
      ['booking', startsAt.toISOString(), endsAt.toISOString()],
      ['proposal', endsAt.toISOString(), addMinutes(endsAt, 30).toISOString()],
    ]);
    expect(await acceptReschedule(client(), { bookingId })).toMatchObject({ ok: true });
    expect(await occupied(specialistId)).toEqual([
      ['booking', start.toISOString(), addMinutes(endsAt, 30).toISOString()],
    ]);
  });

  it('is neither offered to others nor held by them while it waits, and is free again once declined', async () => {
    const { bookingId, later } = await accepted();
    const [serviceId = ''] = journey.specialist.serviceIds;
    const offer = await readOffer(db(), serviceId);
    if (!offer) throw new Error('no offer');
    await propose(client(), bookingId, later);
    expect(await findFreeTime(db(), offer, later, journey.now())).toBeUndefined();
    const other = await makeAccount();
    const hold = () => holdSlot(other, { serviceId, start: later, channel: undefined });
    expect(await hold()).toEqual(refused('booking.slotTaken'));
    expect(await declineReschedule(provider(), { bookingId })).toMatchObject({ ok: true });
    expect(await hold()).toMatchObject({ ok: true });
    expect((await read(bookingId)).startsAt).not.toEqual(later);
  });

  it.each([
    ['is over', () => addHours(journey.now(), -1), 'booking.timePast'],
    ['is its own', (own: Date) => own, 'booking.sameTime'],
    ['is not offered to a client', (own: Date) => addMinutes(own, 7), 'booking.slotTaken'],
    ['is later than its money may wait', (own: Date) => addHours(own, 24 * 60), 'payment.tooFarAhead'],
  ] as const)('that %s is refused', async (_what, startOf, code) => {
    const { bookingId, startsAt } = await accepted();
    expect(await propose(client(), bookingId, startOf(startsAt))).toEqual(refused(code));
  });

  it('is replaced by a new one of the same side, and waits for the answer of the other', async () => {
    const { bookingId, later } = await accepted();
    await propose(client(), bookingId, later);
    expect(await propose(provider(), bookingId, addHours(later, 3))).toEqual(
      refused('booking.rescheduleWaiting'),
    );
    expect(await propose(client(), bookingId, addHours(later, 24))).toMatchObject({ ok: true });
    const all = await db().reschedule.findMany({ where: { bookingId }, orderBy: { createdAt: 'asc' } });
    expect(all.map(({ status }) => status).toSorted()).toEqual(['open', 'withdrawn']);
    expect(await withdrawReschedule(client(), { bookingId })).toMatchObject({ ok: true });
    expect(await acceptReschedule(provider(), { bookingId })).toEqual(refused('booking.rescheduleOver'));
  });
});

describe('an answer', () => {
  it('is the other side’s alone', async () => {
    const { bookingId, later } = await accepted();
    const stranger = await makeSpecialist();
    await propose(client(), bookingId, later);
    expect(await acceptReschedule(client(), { bookingId })).toEqual(refused('booking.rescheduleOver'));
    for (const nobody of [anonymous, stranger.actor, await makeAccount()]) {
      expect(await acceptReschedule(nobody, { bookingId })).toEqual(refused('common.notFound'));
      expect(await proposeTime(nobody, { bookingId, start: later, message: null })).toEqual(
        refused('common.notFound'),
      );
    }
    expect((await read(bookingId)).startsAt).not.toEqual(later);
  });

  it('given twice at once counts once', async () => {
    const { bookingId, later } = await accepted();
    await propose(client(), bookingId, later);
    const answers = await Promise.all([
      acceptReschedule(provider(), { bookingId }),
      declineReschedule(provider(), { bookingId }),
      acceptReschedule(provider(), { bookingId }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('comes too late at the very instant it ends; then it lapses by itself, and both hear of it', async () => {
    const { bookingId, later } = await accepted();
    await propose(client(), bookingId, later);
    const { heldUntil } = await db().reschedule.findFirstOrThrow({ where: { bookingId } });
    await journey.advance(heldUntil);
    expect(await acceptReschedule(provider(), { bookingId })).toEqual(refused('booking.rescheduleOver'));
    const [serviceId = ''] = journey.specialist.serviceIds;
    const offer = await readOffer(db(), serviceId);
    const around = { start: later, end: addMinutes(later, 1) };
    expect(offer && (await listFreeTimes(db(), offer, around, journey.now()))).toHaveLength(1);
    await expireDueBookings();
    expect(await db().reschedule.findFirstOrThrow({ where: { bookingId } })).toMatchObject({
      status: 'lapsed',
    });
    expect((await news(bookingId)).slice(-2).toSorted()).toEqual([
      'rescheduleLapsed client',
      'rescheduleLapsed provider',
    ]);
    await journey.advance(new Date());
  });

  it('to a session that was cancelled meanwhile is refused, and its time is given back', async () => {
    const { bookingId, later } = await accepted();
    await propose(client(), bookingId, later);
    await cancelBooking(provider(), { bookingId, reason: null });
    expect(await acceptReschedule(provider(), { bookingId })).toEqual(refused('booking.rescheduleOver'));
    await expireDueBookings();
    expect(await occupied((await read(bookingId)).specialistId)).toEqual([]);
    expect((await news(bookingId)).some((line) => line.startsWith('rescheduleLapsed'))).toBe(false);
  });
});
