import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { insertExceptions, insertOccupancy } from '@/lib/availability/repository';
import type { DayException, DayRange } from '@/lib/availability/rules/opening-hours';
import { channels } from '@/lib/availability/rules/terms';
import { checkDay, checkWeek } from '@/lib/availability/rules/weekly-ranges';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import { newId } from '@/lib/shared/ids';
import { addHours, addLocalDays, addMinutes, localDate, weekdays } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { abandonHold } from './abandon-hold';
import { holdSlot } from './hold-slot';

/** So many times a start is asked for; the drill asks 10 000 times. */
const attempts = Number(process.env.ATTEMPTS ?? 400);
const perWorld = 25;
/** More than one world needs: what a client holds already is answered with that hold. */
const clientsCount = Math.max(perWorld + 5, Math.ceil(attempts / 50));
const day = 24 * 60;
const zones = [
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'UTC-03:30',
];

const range = fc
  .record({
    start: fc.integer({ min: 0, max: 287 }),
    length: fc.integer({ min: 6, max: 120 }),
    price: fc.option(fc.constantFrom(0, 5000, 9000), { nil: undefined }),
    ways: fc.subarray([...channels]),
  })
  .map(({ start, length, price, ways }): DayRange => {
    const times = { startMinute: start * 5, endMinute: Math.min((start + length) * 5, start * 5 + day) };
    const terms = {
      ...(price !== undefined && { priceAmount: price }),
      ...(ways.length > 0 && { channels: ways }),
    };
    return { ...times, ...(Object.keys(terms).length > 0 && { terms }) };
  });

const world = fc.record({
  zone: fc.constantFrom(...zones),
  /** Into the year, so that every season and shift of the clock is met. */
  dayOfYear: fc.integer({ min: 0, max: 364 }),
  week: fc
    .array(fc.record({ weekday: fc.constantFrom(...weekdays), range }), { maxLength: 14 })
    .map((rows) => rows.map(({ weekday, range: times }) => ({ weekday, ...times })))
    .filter((week) => checkWeek(week).ok),
  exceptions: fc.uniqueArray(
    fc.record({
      in: fc.integer({ min: -1, max: 360 }),
      kind: fc.constantFrom('closed' as const, 'replaced' as const, 'extra' as const),
      ranges: fc.array(range, { minLength: 1, maxLength: 3 }).filter((ranges) => checkDay(ranges).ok),
    }),
    { selector: (exception) => exception.in, maxLength: 40 },
  ),
  blocked: fc.array(fc.tuple(fc.integer({ min: 0, max: 360 * 288 }), fc.integer({ min: 1, max: 60 })), {
    maxLength: 60,
  }),
  service: fc.record({
    priceAmount: fc.constantFrom(0, 12_000),
    durationMinutes: fc.integer({ min: 5, max: 180 }),
    slotStepMinutes: fc.option(fc.integer({ min: 5, max: 90 })),
    packed: fc.boolean(),
    bufferBeforeMinutes: fc.integer({ min: 0, max: 30 }),
    bufferAfterMinutes: fc.integer({ min: 0, max: 30 }),
    noticeMinutes: fc.constantFrom(0, 45, 720, 2880),
    horizonDays: fc.integer({ min: 1, max: 365 }),
    dailyLimit: fc.option(fc.integer({ min: 1, max: 3 })),
    weeklyLimit: fc.option(fc.integer({ min: 1, max: 6 })),
  }),
  tries: fc.array(
    fc.record({
      isOffered: fc.boolean(),
      pick: fc.nat(1_000_000),
      day: fc.integer({ min: 0, max: 366 }),
      minute: fc.integer({ min: 0, max: day - 1 }),
      keep: fc.boolean(),
    }),
    { minLength: perWorld, maxLength: perWorld },
  ),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

let clients: AccountActor[];
beforeAll(async () => {
  clients = [];
  for (let made = 0; made < clientsCount; made += 1) clients.push(await makeAccount());
});

async function build({ zone, dayOfYear, week, exceptions, blocked, service }: World): Promise<Offer> {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: dayOfYear * 24 * 3_600_000 } });
  const now = await clock();
  const { providerId, serviceIds } = await makeSpecialist({
    provider: { timeZone: zone },
    ranges: [],
    services: [{ ...service, channels: ['video', 'voice'] }],
  });
  const post = { providerId, specialistId: providerId };
  await db().weeklyRange.createMany({
    data: week.map(({ terms, ...times }) => ({
      ...post,
      ...times,
      priceAmount: terms?.priceAmount ?? null,
      channels: [...(terms?.channels ?? [])],
    })),
  });
  const days = exceptions.map(({ in: ahead, kind, ranges }): DayException => {
    const date = addLocalDays(localDate(now, zone), ahead);
    return kind === 'closed' ? { date, kind } : { date, kind, ranges };
  });
  await inTransaction((tx) => insertExceptions(tx, post, days));
  for (const [start, length] of blocked) {
    const from = addMinutes(new Date(Math.floor(now.getTime() / 300_000) * 300_000), start * 5);
    const occupation = {
      specialistId: providerId,
      kind: 'blocked' as const,
      sourceId: newId(),
      heldUntil: null,
    };
    // Blocks that would overlap are refused by the database; the world does without them.
    await inTransaction((tx) =>
      insertOccupancy(tx, { ...occupation, start: from, end: addMinutes(from, length * 5) }),
    ).catch(() => {});
  }
  const offer = await readOffer(db(), serviceIds[0] ?? '');
  if (!offer) throw new Error('no offer');
  return offer;
}

/** The start that is asked for, and whether it is offered at this moment. */
async function ask(
  offer: Offer,
  attempt: World['tries'][number],
): Promise<{ start: Date; isOffered: boolean }> {
  const now = await clock();
  const minute = new Date(Math.ceil(now.getTime() / 60_000) * 60_000);
  let start = addMinutes(minute, (attempt.day * day + attempt.minute) % ((offer.horizonDays + 1) * day));
  if (attempt.isOffered) {
    const window = { start: now, end: addHours(now, (offer.horizonDays + 2) * 24) };
    const offered = await listFreeTimes(db(), offer, window, now);
    start = offered[attempt.pick % Math.max(offered.length, 1)]?.start ?? start;
  }
  const around = { start: addMinutes(start, -1), end: addMinutes(start, 1) };
  const slots = await listFreeTimes(db(), offer, around, now);
  return { start, isOffered: slots.some((slot) => slot.start.getTime() === start.getTime()) };
}

/** The notice runs on between the question and the answer: what lies at its very edge is not asked for. */
const isAtEdge = (start: Date, offer: Offer, now: Date) =>
  Math.abs(start.getTime() - addMinutes(now, offer.noticeMinutes).getTime()) < 60_000;

it(`what is offered is accepted and nothing else, ${attempts} times`, async () => {
  let turn = 0;
  const seen = { accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const offer = await build(made);
      for (const attempt of made.tries) {
        const client = clients[(turn += 1) % clients.length] ?? clients[0];
        const { start, isOffered } = await ask(offer, attempt);
        if (!client || isAtEdge(start, offer, await clock())) continue;
        const held = await holdSlot(client, { serviceId: offer.serviceId, start, channel: undefined });
        const what = `${start.toISOString()} of ${JSON.stringify(made.service)}`;
        expect([what, held.ok ? 'accepted' : held.error.code]).toEqual([
          what,
          isOffered
            ? 'accepted'
            : expect.stringMatching(/^(booking\.(slotTaken|timePast)|payment\.tooFarAhead)$/),
        ]);
        seen[held.ok ? 'accepted' : 'refused'] += 1;
        if (held.ok && !attempt.keep) await abandonHold(client, { bookingId: held.value.bookingId });
      }
    }),
    { numRuns: Math.ceil(attempts / perWorld), endOnFailure: true },
  );
  console.log(`${seen.accepted} accepted, ${seen.refused} refused`);
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(attempts / 20);
}, 3_600_000);
