import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { sendQueuedEmail } from '@/lib/notifications/send-email';
import { db } from '@/lib/server/db/client';
import { checkInvariant } from '@/lib/server/db/invariant';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { startMailForTests } from '@/prisma/test-services';
import type { RunningServer } from '@/sandbox/http/server';
import { acceptBooking } from '../accept-booking';
import { cancelBooking } from '../cancel-booking';
import { renderBookingEmail } from '../emails/booking-emails';
import { bookingInvariants } from '../invariants';
import { remindOfSessions } from '../jobs';

let mail: RunningServer;
let specialist: SeededProvider;
let client: AccountActor;
/** Where the product's clock stands. */
let offsetMs = 0;

beforeAll(async () => {
  mail = await startMailForTests();
  specialist = await makeSpecialist();
  client = await makeAccount({ locale: 'fr', timeZone: 'America/Montreal' });
});
afterAll(() => mail.close());
beforeEach(() => advance(new Date()));

async function advance(to: Date): Promise<void> {
  offsetMs = to.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: offsetMs } });
}
const now = () => new Date(Date.now() + offsetMs);

/** A request for a session that starts so many hours from now. */
async function requested(hours: number): Promise<{ id: string; startsAt: Date }> {
  const startsAt = addHours(now(), hours);
  const id = await makeAuthorisedRequest({ specialist, client, startsAt });
  return { id, startsAt };
}

async function accepted(hours: number) {
  const session = await requested(hours);
  expect((await acceptBooking(specialist.actor, { bookingId: session.id })).ok).toBe(true);
  return session;
}

/** Reminders by hours and the number of lines and mails that they made. */
async function remindersOf(bookingId: string) {
  const kind = { startsWith: 'booking.reminder' };
  const rows = await db().bookingReminder.findMany({ where: { bookingId }, orderBy: { toldAt: 'asc' } });
  const lines = await db().notification.count({ where: { bookingId, kind } });
  const mails = await db().email.count({
    where: { kind, params: { path: ['bookingId'], equals: bookingId } },
  });
  expect([lines, mails]).toEqual([2 * rows.length, 2 * rows.length]);
  return rows.map(({ hoursBefore }) => hoursBefore);
}

/** The sweep, as two workers at once run it, twice. */
async function sweep(): Promise<void> {
  await Promise.all([remindOfSessions(), remindOfSessions()]);
  await remindOfSessions();
}

describe('an accepted session', () => {
  it('is reminded of 24 h and 1 h before, both sides, once each', async () => {
    const { id, startsAt } = await accepted(50);
    await advance(addMinutes(startsAt, -24 * 60 - 1));
    await sweep();
    expect(await remindersOf(id)).toEqual([]);
    await advance(addHours(startsAt, -24));
    await sweep();
    expect(await remindersOf(id)).toEqual([24]);
    await advance(addHours(startsAt, -1));
    await sweep();
    expect(await remindersOf(id)).toEqual([24, 1]);
    await advance(startsAt);
    await sweep();
    expect(await remindersOf(id)).toEqual([24, 1]);
  });

  it('is not reminded of by what lies before it was accepted', async () => {
    const { id, startsAt } = await accepted(20);
    await sweep();
    expect(await remindersOf(id)).toEqual([]);
    await advance(addMinutes(startsAt, -59));
    await sweep();
    expect(await remindersOf(id)).toEqual([1]);
  });

  it('that nobody could tell of for a day is reminded of once, by the near one', async () => {
    const { id, startsAt } = await accepted(80);
    await advance(addMinutes(startsAt, -10));
    await sweep();
    expect(await remindersOf(id)).toEqual([1]);
  });

  it('is not reminded of once it is cancelled', async () => {
    const { id, startsAt } = await accepted(90);
    await advance(addHours(startsAt, -24));
    await sweep();
    await cancelBooking(specialist.actor, { bookingId: id, reason: null });
    await advance(addHours(startsAt, -1));
    await sweep();
    expect(await remindersOf(id)).toEqual([24]);
  });

  it('that was moved is reminded of for its new start', async () => {
    const { id, startsAt } = await accepted(100);
    await advance(addHours(startsAt, -24));
    await sweep();
    const later = addHours(startsAt, 48);
    const data = { startsAt: later, endsAt: addHours(later, 1) };
    await db().booking.update({ where: { id }, data });
    await sweep();
    await advance(addHours(later, -24));
    await sweep();
    const rows = await db().bookingReminder.findMany({
      where: { bookingId: id },
      orderBy: { startsAt: 'asc' },
    });
    expect(rows.map((row) => [row.hoursBefore, row.startsAt])).toEqual([
      [24, startsAt],
      [24, later],
    ]);
    const mails = { kind: 'booking.reminder24', params: { path: ['bookingId'], equals: id } };
    expect(await db().email.count({ where: mails })).toBe(4);
    await cancelBooking(specialist.actor, { bookingId: id, reason: null });
  });
});

describe('the mail of a reminder', () => {
  const renderers = { booking: renderBookingEmail };
  const mailTo = (bookingId: string, accountId: string) =>
    db().email.findFirstOrThrow({
      where: { accountId, kind: 'booking.reminder24', params: { path: ['bookingId'], equals: bookingId } },
    });

  it('is in the reader’s language and zone', async () => {
    const { id, startsAt } = await accepted(60);
    await advance(addHours(startsAt, -24));
    await sweep();
    const { id: emailId } = await mailTo(id, client.accountId);
    await sendQueuedEmail(emailId, renderers);
    const sent = await db().email.findUniqueOrThrow({ where: { id: emailId } });
    expect(sent).toMatchObject({ status: 'sent', locale: 'fr' });
    const clock = new Intl.DateTimeFormat('fr', { timeZone: 'America/Montreal', timeStyle: 'short' });
    const rendered = await renderBookingEmail({
      kind: sent.kind,
      locale: sent.locale,
      params: sent.params as Record<string, string>,
    });
    expect(rendered?.text).toContain(clock.format(startsAt));
    expect(Buffer.byteLength(rendered?.attachments?.[0]?.content ?? '')).toBeGreaterThan(0);
    await cancelBooking(specialist.actor, { bookingId: id, reason: null });
  });

  it('that still waits when the session is cancelled is dropped, and not tried again', async () => {
    const { id, startsAt } = await accepted(70);
    await advance(addHours(startsAt, -24));
    await sweep();
    await cancelBooking(specialist.actor, { bookingId: id, reason: null });
    const { id: emailId } = await mailTo(id, client.accountId);
    for (let time = 0; time < 2; time += 1) {
      await sendQueuedEmail(emailId, renderers);
      const { status, sentAt } = await db().email.findUniqueOrThrow({ where: { id: emailId } });
      expect([status, sentAt]).toEqual(['dropped', null]);
    }
  });
});

type Step = 'accept' | 'cancelByClient' | 'cancelByProvider' | { hours: number };

it('whatever is accepted, cancelled and waited for in whatever order: once each, in time, never after the end', async () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.constant('accept' as const),
    fc.constant('cancelByClient' as const),
    fc.constant('cancelByProvider' as const),
    fc.integer({ min: 0, max: 30 }).map((hours) => ({ hours })),
    fc.constantFrom(0.25, 0.5, 1).map((hours) => ({ hours })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      await db().occupancy.deleteMany({ where: { specialistId: specialist.providerId } });
      await advance(new Date());
      const { id, startsAt } = await requested(40);
      await db().booking.update({ where: { id }, data: { answerBy: startsAt } });
      for (const each of steps) {
        const input = { bookingId: id, reason: null };
        if (each === 'accept') await acceptBooking(specialist.actor, input);
        else if (each === 'cancelByClient') await cancelBooking(client, input);
        else if (each === 'cancelByProvider') await cancelBooking(specialist.actor, input);
        else await advance(addMinutes(now(), each.hours * 60));
        await remindOfSessions();
      }
      await expectInTime(id);
    }),
    { numRuns: 40 },
  );
  for (const invariant of bookingInvariants.filter(({ name }) => name.startsWith('booking.reminded'))) {
    const { checked, violations } = await checkInvariant(db(), invariant, now());
    expect(violations).toEqual([]);
    expect(checked).toBeGreaterThan(0);
  }
});

async function expectInTime(id: string): Promise<void> {
  const told = await remindersOf(id);
  expect(new Set(told).size).toBe(told.length);
  const { startsAt, decidedAt, closedAt } = await db().booking.findUniqueOrThrow({ where: { id } });
  for (const { hoursBefore, toldAt } of await db().bookingReminder.findMany({ where: { bookingId: id } })) {
    expect(toldAt < startsAt && toldAt >= addHours(startsAt, -hoursBefore)).toBe(true);
    expect(decidedAt && decidedAt <= addHours(startsAt, -hoursBefore)).toBe(true);
    if (closedAt) expect(toldAt <= closedAt).toBe(true);
  }
}
