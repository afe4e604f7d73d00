import { describe, expect, it } from 'vitest';
import { changeWeek } from '@/lib/availability/change-week';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { bookingInvariants } from '@/lib/booking/invariants';
import { db } from '@/lib/server/db/client';
import { checkInvariant } from '@/lib/server/db/invariant';
import { findFreeTime, readOffer } from '@/lib/services/free-times';
import {
  addHours,
  addMinutes,
  epochDayToWeekday,
  localDate,
  localDateToEpochDay,
  weekdays,
} from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { loadTimesToMove } from './loaders';
import { proposeTime } from './propose-time';

const zone = 'Europe/Berlin';
const day = (daysAhead: number) => localDate(addHours(new Date(), 24 * daysAhead), zone);
const at = (daysAhead: number, minute: number) => instantOfWall(day(daysAhead), minute, zone);

type Specialist = Awaited<ReturnType<typeof makeSpecialist>>;

async function acceptedWith(specialist: Specialist, startsAt: Date, data = {}) {
  const client = await makeAccount();
  const bookingId = await makeAuthorisedRequest({ specialist, client, startsAt });
  await db().booking.update({
    where: { id: bookingId },
    data: { status: 'accepted', decidedAt: new Date(), ...data },
  });
  return { client, bookingId };
}

const accepted = async (service = {}) =>
  acceptedWith(await makeSpecialist({ services: [service] }), at(5, 600));

const startsOf = (shown: Awaited<ReturnType<typeof loadTimesToMove>>) =>
  (shown?.days ?? []).flatMap(([, starts]) => starts);

describe('a client’s new proposal in the place of its own one before', () => {
  it('may overlap the time that the one before keeps', async () => {
    const { client, bookingId } = await accepted({ slotStepMinutes: 30 });
    const first = at(6, 600);
    expect(await proposeTime(client, { bookingId, start: first, message: null })).toMatchObject({ ok: true });
    const next = { bookingId, start: addMinutes(first, 30), message: null };
    expect(await proposeTime(client, next)).toMatchObject({ ok: true });
  });

  it('is not hindered by the limit of its service that the one before uses up', async () => {
    const { client, bookingId } = await accepted({ dailyLimit: 1 });
    for (const minute of [600, 780]) {
      const input = { bookingId, start: at(6, minute), message: null };
      expect(await proposeTime(client, input)).toMatchObject({ ok: true });
    }
  });

  it('sent twice stands, and is told once', async () => {
    const { client, bookingId } = await accepted();
    const input = { bookingId, start: at(6, 600), message: null };
    expect(await proposeTime(client, input)).toMatchObject({ ok: true });
    expect(await proposeTime(client, input)).toMatchObject({ ok: true });
    expect(await db().reschedule.count({ where: { bookingId } })).toBe(1);
  });
});

it.each(['9999-12-28', '9999-12-01'])(
  'times to move to from %s on are none, and no error of ours',
  async (from) => {
    const { client, bookingId } = await accepted();
    expect((await loadTimesToMove(client, bookingId, { from, zone }))?.days).toEqual([]);
  },
);

it('a time that is offered to move a paid session to is accepted', async () => {
  const { client, bookingId } = await accepted({ horizonDays: 120 });
  const [near] = startsOf(await loadTimesToMove(client, bookingId, { from: day(50), zone }));
  expect(near).toBeDefined();
  expect(startsOf(await loadTimesToMove(client, bookingId, { from: day(70), zone }))).toEqual([]);
  const answer = near && (await proposeTime(client, { bookingId, start: near, message: null }));
  expect(answer).toMatchObject({ ok: true });
});

it('a time that is proposed for a session breaks no invariant', async () => {
  const { client, bookingId } = await accepted();
  const proposed = await proposeTime(client, { bookingId, start: at(6, 600), message: null });
  expect(proposed).toMatchObject({ ok: true });
  const invariant = bookingInvariants.find(({ name }) => name === 'booking.onlyBookingsTakeTime');
  if (!invariant) throw new Error('no invariant');
  expect((await checkInvariant(db(), invariant, new Date())).violations).toEqual([]);
});

it('the limit of a day holds when several clients move their sessions to it at once', async () => {
  const claire = await makeSpecialist({ services: [{ dailyLimit: 1 }] });
  const parties = await Promise.all(
    [3, 4, 5, 6].map((daysAhead) => acceptedWith(claire, at(daysAhead, 600))),
  );
  const answers = await Promise.all(
    parties.map(({ client, bookingId }, index) =>
      proposeTime(client, { bookingId, start: at(9, 480 + index * 120), message: null }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

it('a client moves a session only to times at which one meets in the way that was booked', async () => {
  const claire = await makeSpecialist({ services: [{ channels: ['video', 'in_person'] }] });
  const onlineDay = epochDayToWeekday(localDateToEpochDay(day(6)));
  // One weekday by video alone, all others as the service says.
  const week = weekdays.map((weekday) => ({
    weekday,
    startMinute: 480,
    endMinute: 1200,
    ...(weekday === onlineDay && { terms: { channels: ['video' as const] } }),
  }));
  expect(await changeWeek(claire.actor, { week })).toMatchObject({ ok: true });
  const online = at(6, 600);
  const inPerson = { channel: 'in_person', channels: ['video', 'in_person'] } as const;
  const { client, bookingId } = await acceptedWith(claire, at(5, 600), inPerson);
  const offer = await readOffer(db(), claire.serviceIds[0] ?? '');
  expect(offer && (await findFreeTime(db(), offer, online, new Date()))?.channels).toEqual(['video']);
  const offered = startsOf(await loadTimesToMove(client, bookingId, { from: undefined, zone }));
  const proposed = await proposeTime(client, { bookingId, start: online, message: null });
  expect({ isOffered: offered.some((start) => +start === +online), isAccepted: proposed.ok }).toEqual({
    isOffered: false,
    isAccepted: false,
  });
});
