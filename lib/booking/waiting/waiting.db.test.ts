import { afterEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { changeWeek } from '@/lib/availability/change-week';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { db } from '@/lib/server/db/client';
import { findFreeTime, readOffer } from '@/lib/services/free-times';
import {
  addHours,
  addLocalDays,
  addMinutes,
  epochDayToWeekday,
  type LocalDate,
  localDate,
  localDateToEpochDay,
  weekdays,
} from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { abandonHold } from '../abandon-hold';
import { cancelBooking } from '../cancel-booking';
import { renderBookingEmail } from '../emails/booking-emails';
import { expireDue } from '../expire-due';
import { extendHold } from '../extend-hold';
import { holdSlot } from '../hold-slot';
import { orderBooking } from '../order-booking';
import { rejectBooking } from '../reject-booking';
import { declineReschedule } from '../reschedule/answer-reschedule';
import { proposeTime } from '../reschedule/propose-time';
import { endWaiting } from './end-waiting';
import { joinWaitingList } from './join-waiting-list';
import { leaveWaitingList } from './leave-waiting-list';
import { loadWaitOffer } from './loaders';
import { offerOpenTimes } from './offer-open-times';

const zone = 'Europe/Berlin';
const dayAhead = (days: number) => localDate(addHours(new Date(), 24 * days), zone);
const at = (day: LocalDate, minute: number) => instantOfWall(day, minute, zone);

async function moveClock(milliseconds: number): Promise<Date> {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
  return new Date(Date.now() + milliseconds);
}
afterEach(() => moveClock(0));

/** A specialist who works on one day of the week alone, from 10:00 on, for so many sessions. */
async function rare(sessions: number, day: LocalDate, service = {}): Promise<SeededProvider> {
  const weekday = epochDayToWeekday(localDateToEpochDay(day));
  const ranges = [{ weekday, startMinute: 600, endMinute: 600 + 60 * sessions }];
  return makeSpecialist({ ranges, services: [{ priceAmount: 0, ...service }] });
}

async function accepted(specialist: SeededProvider, startsAt: Date) {
  const client = await makeAccount();
  const bookingId = await makeAuthorisedRequest({ specialist, client, startsAt });
  const data = { status: 'accepted' as const, decidedAt: new Date() };
  await db().booking.update({ where: { id: bookingId }, data });
  return { client, bookingId };
}

const waitFor = (
  client: AccountActor,
  { serviceIds: [serviceId = ''] }: SeededProvider,
  first: LocalDate,
  last = first,
) => joinWaitingList(client, { serviceId, first, last });

async function inLine(count: number, specialist: SeededProvider, day: LocalDate): Promise<AccountActor[]> {
  const clients: AccountActor[] = [];
  for (let place = 0; place < count; place += 1) {
    const client = await makeAccount();
    expect(await waitFor(client, specialist, day)).toMatchObject({ ok: true });
    clients.push(client);
  }
  return clients;
}

/** A day on which everything is booked, with so many who wait for it. */
async function full({ sessions = 1, waiting = 2, daysAhead = 6, service = {} } = {}) {
  const day = dayAhead(daysAhead);
  const claire = await rare(sessions, day, service);
  const booked = await Promise.all(
    Array.from({ length: sessions }, (_, index) => accepted(claire, at(day, 600 + 60 * index))),
  );
  return { claire, day, booked, clients: await inLine(waiting, claire, day), start: at(day, 600) };
}

const offerOf = (client: AccountActor) =>
  db().booking.findFirst({ where: { clientId: client.accountId, status: 'held' } });
const entryOf = (client: AccountActor) =>
  db().waitingEntry.findFirstOrThrow({ where: { clientId: client.accountId } });
const cancel = ({ client, bookingId }: { client: AccountActor; bookingId: string }) =>
  cancelBooking(client, { bookingId, reason: null });
const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });
const order = (client: AccountActor, bookingId: string) =>
  orderBooking(client, { bookingId, note: null, channel: undefined }, nowhere);

async function isFree({ serviceIds: [serviceId = ''] }: SeededProvider, start: Date, now = new Date()) {
  const offer = await readOffer(db(), serviceId);
  return offer !== null && (await findFreeTime(db(), offer, start, now)) !== undefined;
}

describe('waiting for a place', () => {
  it('is for days on which nothing is free', async () => {
    const day = dayAhead(6);
    const claire = await rare(1, day);
    const client = await makeAccount();
    const free = { ok: false, error: { code: 'waiting.timesFree' } };
    expect(await waitFor(client, claire, day)).toMatchObject(free);
    expect(await waitFor(client, claire, dayAhead(0), addLocalDays(day, 1))).toMatchObject(free);
    await accepted(claire, at(day, 600));
    expect(await waitFor(client, claire, day)).toMatchObject({ ok: true });
    const again = { ok: false, error: { code: 'waiting.already' } };
    expect(await waitFor(client, claire, day)).toMatchObject(again);
  });

  it('is asked for in days that lie ahead, in order, and not too far', async () => {
    const claire = await rare(1, dayAhead(6));
    const client = await makeAccount();
    const fields = async (first: number, last: number) => {
      const answer = await waitFor(client, claire, dayAhead(first), dayAhead(last));
      return answer.ok ? null : answer.error.fields;
    };
    expect(await fields(-1, 3)).toEqual({ first: 'availability.datePast' });
    expect(await fields(3, 2)).toEqual({ last: 'availability.datesReversed' });
    expect(await fields(3, 91)).toEqual({ last: 'waiting.tooFarAhead' });
  });

  it('is for ten places at most, also when they are asked for at once', async () => {
    const day = dayAhead(6);
    const weekday = epochDayToWeekday(localDateToEpochDay(addLocalDays(day, 1)));
    const closed = [{ weekday, startMinute: 600, endMinute: 660 }];
    const claire = await makeSpecialist({ ranges: closed, services: Array.from({ length: 12 }, () => ({})) });
    const client = await makeAccount();
    const answers = await Promise.all(
      claire.serviceIds.map((serviceId) => joinWaitingList(client, { serviceId, first: day, last: day })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
  });

  it('is nothing for the provider, for strangers without an address, and for services that are not there', async () => {
    const claire = await rare(1, dayAhead(6));
    expect(await waitFor(claire.actor, claire, dayAhead(5))).toMatchObject({
      error: { code: 'booking.ownService' },
    });
    const unverified = { ...(await makeAccount()), isEmailVerified: false };
    expect(await waitFor(unverified, claire, dayAhead(5))).toMatchObject({
      error: { code: 'auth.emailNotVerified' },
    });
    const nothing = { serviceId: crypto.randomUUID(), first: dayAhead(5), last: dayAhead(5) };
    expect(await joinWaitingList(await makeAccount(), nothing)).toMatchObject({
      error: { code: 'common.notFound' },
    });
  });
});

describe('a place that becomes free', () => {
  it('is kept for the first in line, who books it', async () => {
    const { claire, booked, clients, start } = await full();
    const [first, second] = clients as [AccountActor, AccountActor];
    const before = Date.now();
    for (const each of booked) expect(await cancel(each)).toMatchObject({ ok: true });
    const offer = await offerOf(first);
    expect(offer).toMatchObject({ startsAt: start, priceAmount: 0 });
    const kept = (offer?.heldUntil?.getTime() ?? 0) - before;
    expect(Math.round(kept / 60_000)).toBe(120);
    expect(await offerOf(second)).toBeNull();
    expect(await isFree(claire, start)).toBe(false);
    const stranger = { serviceId: claire.serviceIds[0] ?? '', start, channel: undefined };
    expect(await holdSlot(await makeAccount(), stranger)).toMatchObject({
      error: { code: 'booking.slotTaken' },
    });
    // The time that is offered is found by whoever it is kept for, and cannot be kept for longer.
    expect(await holdSlot(first, stranger)).toEqual({ ok: true, value: { bookingId: offer?.id } });
    expect(await extendHold(first, { bookingId: offer?.id ?? '' })).toMatchObject({ ok: false });
    expect(await order(first, offer?.id ?? '')).toMatchObject({ ok: true });
    expect((await entryOf(first)).status).toBe('booked');
    expect((await entryOf(second)).status).toBe('waiting');
  });

  it.each([
    ['within a day', 23, 30],
    ['exactly a day ahead', 24, 30],
    ['later', 25, 120],
  ])('%s is kept for as long as the rule says', async (_when, hoursAhead, minutes) => {
    const { booked, clients, start } = await full({ waiting: 1 });
    const now = await moveClock(start.getTime() - hoursAhead * 3_600_000 - Date.now());
    for (const each of booked) expect(await cancel(each)).toMatchObject({ ok: true });
    const [client] = clients as [AccountActor];
    const kept = ((await offerOf(client))?.heldUntil?.getTime() ?? 0) - now.getTime();
    expect(Math.round(kept / 60_000)).toBe(minutes);
  });

  it('goes on to the next when nobody answers, and then to everybody', async () => {
    const { claire, booked, clients, start } = await full();
    const [first, second] = clients as [AccountActor, AccountActor];
    for (const each of booked) await cancel(each);
    const until = (await offerOf(first))?.heldUntil ?? new Date(0);
    // Not a moment before its end.
    await expireDue(new Date(until.getTime() - 1));
    expect(await offerOf(second)).toBeNull();
    await moveClock(until.getTime() - Date.now());
    await expireDue(until);
    expect((await entryOf(first)).status).toBe('waiting');
    expect((await entryOf(second)).status).toBe('offered');
    const next = (await offerOf(second))?.heldUntil ?? new Date(0);
    expect(next.getTime()).toBe(until.getTime() + 2 * 3_600_000);
    const now = await moveClock(next.getTime() - Date.now());
    await expireDue(next);
    // Neither is asked about it again.
    await offerOpenTimes(now);
    expect([(await entryOf(first)).status, (await entryOf(second)).status]).toEqual(['waiting', 'waiting']);
    expect(await isFree(claire, start, now)).toBe(true);
  });

  it('goes on at once when the first does not want it, or leaves the line', async () => {
    const { booked, clients } = await full({ waiting: 3 });
    const [first, second, third] = clients as [AccountActor, AccountActor, AccountActor];
    for (const each of booked) await cancel(each);
    await abandonHold(first, { bookingId: (await offerOf(first))?.id ?? '' });
    expect((await entryOf(first)).status).toBe('waiting');
    expect((await entryOf(second)).status).toBe('offered');
    expect(await leaveWaitingList(first, { entryId: (await entryOf(second)).id })).toMatchObject({
      error: { code: 'common.notFound' },
    });
    expect(await leaveWaitingList(second, { entryId: (await entryOf(second)).id })).toMatchObject({
      ok: true,
    });
    expect((await entryOf(second)).status).toBe('left');
    expect((await entryOf(third)).status).toBe('offered');
    expect(await leaveWaitingList(second, { entryId: (await entryOf(second)).id })).toMatchObject({
      error: { code: 'waiting.changed' },
    });
  });

  it('comes from a rejection, and from a proposal of another time that is declined', async () => {
    const { claire, booked, clients } = await full({ waiting: 1 });
    const [{ bookingId }] = booked as [(typeof booked)[number]];
    await db().booking.update({ where: { id: bookingId }, data: { status: 'pending', decidedAt: null } });
    expect(await rejectBooking(claire.actor, { bookingId, reason: null })).toMatchObject({ ok: true });
    const [client] = clients as [AccountActor];
    expect((await entryOf(client)).status).toBe('offered');

    const other = await full({ sessions: 1, waiting: 1 });
    const moved = other.booked[0];
    const lead = addLocalDays(other.day, 1);
    const proposal = { bookingId: moved?.bookingId ?? '', start: at(lead, 900), message: null };
    expect(await proposeTime(other.claire.actor, proposal)).toMatchObject({ ok: true });
    expect(await waitFor(client, other.claire, lead)).toMatchObject({ ok: true });
    await changeWeek(other.claire.actor, {
      week: weekdays.map((weekday) => ({ weekday, startMinute: 900, endMinute: 960 })),
    });
    expect(
      await declineReschedule(moved?.client ?? client, { bookingId: moved?.bookingId ?? '' }),
    ).toMatchObject({ ok: true });
    expect(await offerOf(client)).not.toBeNull();
  });

  it('is not offered to who gave it up, is suspended, or has a session then', async () => {
    const { claire, day, booked, clients, start } = await full({ waiting: 2 });
    const [busy, suspended] = clients as [AccountActor, AccountActor];
    const henrik = await makeSpecialist();
    await makeAuthorisedRequest({ specialist: henrik, client: busy, startsAt: addMinutes(start, 30) });
    await db().account.update({ where: { id: suspended.accountId }, data: { status: 'suspended' } });
    for (const each of booked) {
      expect(await waitFor(each.client, claire, day)).toMatchObject({ ok: true });
      await cancel(each);
    }
    expect(
      await db().waitingEntry.count({
        where: { status: 'offered', service: { providerId: claire.providerId } },
      }),
    ).toBe(0);
    expect(await isFree(claire, start)).toBe(true);
  });

  it('of two that become free at once goes to two in line', async () => {
    const { booked, clients } = await full({ sessions: 4, waiting: 6 });
    const answers = await Promise.all(booked.map(cancel));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const statuses = await Promise.all(clients.map(async (client) => (await entryOf(client)).status));
    expect(statuses.filter((status) => status === 'offered')).toHaveLength(4);
    const starts = await Promise.all(
      clients.map(async (client) => (await offerOf(client))?.startsAt.getTime()),
    );
    expect(new Set(starts.filter((start) => start !== undefined)).size).toBe(4);
  });

  it('is never taken by two, and a cancellation never fails for it', async () => {
    const { claire, booked, clients, start } = await full({ waiting: 3 });
    const strangers = await Promise.all(Array.from({ length: 12 }, () => makeAccount()));
    const input = { serviceId: claire.serviceIds[0] ?? '', start, channel: undefined };
    const [cancelled, ...held] = await Promise.all([
      ...booked.map(cancel),
      ...strangers.map((stranger) => holdSlot(stranger, input)),
    ]);
    expect(cancelled).toMatchObject({ ok: true });
    const offered = (await Promise.all(clients.map(entryOf))).filter(({ status }) => status === 'offered');
    expect(offered.length + held.filter(({ ok }) => ok).length).toBe(1);
  });

  it('opened by other hours is offered too', async () => {
    const { claire, day, clients } = await full({ waiting: 1 });
    const weekday = epochDayToWeekday(localDateToEpochDay(day));
    await changeWeek(claire.actor, { week: [{ weekday, startMinute: 600, endMinute: 720 }] });
    await offerOpenTimes(new Date());
    const [client] = clients as [AccountActor];
    expect(await offerOf(client)).toMatchObject({ startsAt: at(day, 660) });
    // One place a wait, however much is free.
    await changeWeek(claire.actor, { week: [{ weekday, startMinute: 600, endMinute: 1200 }] });
    await offerOpenTimes(new Date());
    expect(await db().booking.count({ where: { clientId: client.accountId } })).toBe(1);
  });
});

it('the mail of a place is in the language of who waits, leads to it, and is not sent once it is over', async () => {
  const { booked, clients } = await full({ waiting: 1 });
  for (const each of booked) await cancel(each);
  const [client] = clients as [AccountActor];
  const offer = await offerOf(client);
  const queued = await db().email.findFirstOrThrow({
    where: { kind: 'booking.waitingOffer', accountId: client.accountId },
  });
  const mail = {
    kind: queued.kind,
    locale: 'de',
    params: { bookingId: offer?.id ?? '', party: 'client' },
  };
  const letter = await renderBookingEmail(mail);
  expect(letter?.text).toContain(offer?.id);
  expect(letter?.subject).toBe('Bei Nora Wieland ist ein Platz frei geworden');
  expect(letter?.attachments ?? []).toEqual([]);
  await moveClock((offer?.heldUntil?.getTime() ?? 0) - Date.now());
  expect(await renderBookingEmail(mail)).toBeNull();
});

it('a wait ends when its last day is over everywhere', async () => {
  const { clients, day } = await full({ waiting: 1 });
  const [client] = clients as [AccountActor];
  await endWaiting(new Date(`${addLocalDays(day, 1)}T11:59:59Z`));
  expect((await entryOf(client)).status).toBe('waiting');
  await endWaiting(new Date(`${addLocalDays(day, 1)}T12:00:00Z`));
  expect(await entryOf(client)).toMatchObject({ status: 'over' });
});

it('two weeks are proposed where nothing is free in them; where something is, a day is to be chosen', async () => {
  const client = await makeAccount();
  const usualLast = async ({ serviceIds: [serviceId = ''] }: SeededProvider) =>
    (await loadWaitOffer(client, serviceId))?.usualLast;
  expect(await usualLast(await makeSpecialist({ ranges: [] }))).toBe(addLocalDays(dayAhead(0), 14));
  expect(await usualLast(await rare(1, dayAhead(5)))).toBeUndefined();
});
