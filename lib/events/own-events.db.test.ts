import { describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { eventOf, heldSeat, seatOf } from '@/prisma/test-seats';
import { cancelEvent } from './cancel-event';
import { changeEvent } from './change-event';
import { createEvent } from './create-event';
import { deleteDraft } from './delete-draft';
import { loadComingEvents, loadEventDefaults, loadOwnEvent } from './hosting/loaders';
import { publishEvent } from './publish-event';
import { raisePlaces } from './raise-places';
import type { EventInput } from './schema';

const zone = 'Europe/Berlin';
const dayIn = (days: number) => localDate(addHours(new Date(), days * 24), zone);

const input = (change: Partial<EventInput> = {}): EventInput => ({
  start: { date: dayIn(10), minute: 18 * 60 },
  deadline: null,
  durationMinutes: 90,
  priceAmount: 2500,
  vatBps: 0,
  minimumSeats: 2,
  maximumSeats: 10,
  language: 'en',
  cover: 'cover-talk',
  texts: [{ locale: 'de', title: 'Besser schlafen', description: 'Ein Abend über Ruhe' }],
  ...change,
});

const failing = (code: string) => ({ ok: false, error: { code } });
const failingAt = (fields: Record<string, string>) => ({ ok: false, error: { fields } });

async function drafted(change: Partial<EventInput> = {}) {
  const claire = await makeSpecialist();
  const created = await createEvent(claire.actor, input(change));
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return { claire, eventId: created.value.eventId };
}

describe('a draft', () => {
  it('takes no time, and belongs to its provider', async () => {
    const { claire, eventId } = await drafted();
    expect(await eventOf(eventId)).toMatchObject({ status: 'draft', mainLocale: 'de', publishedAt: null });
    expect(await db().occupancy.count({ where: { sourceId: eventId } })).toBe(0);
    const provider = claire.actor.provider;
    if (!provider) throw new Error('no provider');
    const actor = { ...claire.actor, provider };
    expect((await loadComingEvents(actor)).drafts.map(({ id }) => id)).toEqual([eventId]);
    expect((await loadOwnEvent(actor, eventId)).event).toMatchObject({ isFixed: false });
    expect(await loadEventDefaults(actor)).toMatchObject({ allowedPlaces: 49, timeZone: zone });
    const other = await makeSpecialist();
    for (const act of [changeEvent, publishEvent, deleteDraft, cancelEvent])
      expect(await act(other.actor, { ...input(), eventId })).toMatchObject(failing('common.notFound'));
    expect(await createEvent(await makeAccount(), input())).toMatchObject(failing('common.notFound'));
  });

  it('is found by the words of its texts, its host and the host’s field', async () => {
    const { eventId } = await drafted();
    const { words } = await eventOf(eventId);
    for (const word of [' besser', ' abend', ' uber', ' nora', ' psychologie']) expect(words).toContain(word);
  });

  it('is refused in the past, too far ahead, with too many places', async () => {
    const claire = await makeSpecialist();
    const start = (days: number) => ({ start: { date: dayIn(days), minute: 18 * 60 } });
    expect(await createEvent(claire.actor, input(start(-1)))).toMatchObject(
      failingAt({ date: 'event.inPast' }),
    );
    expect(await createEvent(claire.actor, input(start(402)))).toMatchObject(
      failingAt({ date: 'event.tooFarAhead' }),
    );
    const late = { deadline: { date: dayIn(11), minute: 0 } };
    expect(await createEvent(claire.actor, input(late))).toMatchObject(
      failingAt({ deadlineDate: 'event.deadlineInvalid' }),
    );
    expect(await createEvent(claire.actor, input({ maximumSeats: 50 }))).toMatchObject(
      failingAt({ maximumSeats: 'event.tooManyPlaces' }),
    );
  });

  it('changes in everything and can be deleted; what was on sale is cancelled instead', async () => {
    const { claire, eventId } = await drafted();
    const change = { priceAmount: 0, start: { date: dayIn(12), minute: 600 }, durationMinutes: 15 };
    expect((await changeEvent(claire.actor, { ...input(change), eventId })).ok).toBe(true);
    expect(await eventOf(eventId)).toMatchObject({ priceAmount: 0 });
    expect((await deleteDraft(claire.actor, { eventId })).ok).toBe(true);
    expect(await db().event.count({ where: { id: eventId } })).toBe(0);
    const published = await makeEvent(claire, { startsAt: addHours(new Date(), 100) });
    expect(await deleteDraft(claire.actor, { eventId: published })).toMatchObject(
      failing('event.statusChanged'),
    );
  });
});

describe('publishing', () => {
  it('takes the host’s time once, and tells the audit log', async () => {
    const { claire, eventId } = await drafted();
    expect((await publishEvent(claire.actor, { eventId })).ok).toBe(true);
    const { startsAt, endsAt } = await eventOf(eventId);
    expect(await db().occupancy.findUniqueOrThrow({ where: { sourceId: eventId } })).toMatchObject({
      kind: 'event',
      startsAt,
      endsAt,
      heldUntil: null,
    });
    expect(await publishEvent(claire.actor, { eventId })).toMatchObject(failing('event.statusChanged'));
    const audit = await db().auditEntry.findMany({ where: { subjectId: eventId }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action, toStatus }) => [action, toStatus])).toEqual([
      ['event.create', 'draft'],
      ['event.publish', 'published'],
    ]);
  });

  it('is refused when something takes the time, and a draft stays', async () => {
    const { claire, eventId } = await drafted();
    const { startsAt } = await eventOf(eventId);
    await makeEvent(claire, { startsAt: addHours(startsAt, 1) });
    expect(await publishEvent(claire.actor, { eventId })).toMatchObject(failing('event.timeTaken'));
    expect(await eventOf(eventId)).toMatchObject({ status: 'draft' });
  });

  it('is refused once the deadline or the start is over, and while the profile is not public', async () => {
    const claire = await makeSpecialist();
    const past = await makeEvent(claire, { startsAt: addHours(new Date(), -1), status: 'draft' });
    expect(await publishEvent(claire.actor, { eventId: past })).toMatchObject(failing('event.inPast'));
    const closed = await makeEvent(claire, {
      startsAt: addHours(new Date(), 5),
      bookUntil: addHours(new Date(), -1),
      status: 'draft',
    });
    expect(await publishEvent(claire.actor, { eventId: closed })).toMatchObject(
      failing('event.deadlineInvalid'),
    );
    const hidden = await makeSpecialist({ provider: { status: 'draft' } });
    const draft = await makeEvent(hidden, { startsAt: addHours(new Date(), 50), status: 'draft' });
    expect(await publishEvent(hidden.actor, { eventId: draft })).toMatchObject(
      failing('provider.notBookable'),
    );
  });
});

describe('an event on sale', () => {
  it('moves with its time while nobody has a seat', async () => {
    const { claire, eventId } = await drafted();
    await publishEvent(claire.actor, { eventId });
    const change = { start: { date: dayIn(10), minute: 19 * 60 } };
    expect((await changeEvent(claire.actor, { ...input(change), eventId })).ok).toBe(true);
    const { startsAt } = await eventOf(eventId);
    expect(await db().occupancy.findUniqueOrThrow({ where: { sourceId: eventId } })).toMatchObject({
      startsAt,
    });
    await makeEvent(claire, { startsAt: addHours(startsAt, 24) });
    const taken = { start: { date: dayIn(11), minute: 19 * 60 + 30 } };
    expect(await changeEvent(claire.actor, { ...input(taken), eventId })).toMatchObject(
      failingAt({ date: 'event.timeTaken' }),
    );
  });

  it('keeps start, length and price once a seat is taken; texts change always', async () => {
    const { claire, eventId } = await drafted();
    await publishEvent(claire.actor, { eventId });
    await heldSeat(await makeAccount(), eventId);
    const wrong = {
      start: { date: dayIn(11), minute: 18 * 60 },
      durationMinutes: 60,
      priceAmount: 2000,
      minimumSeats: 3,
    };
    expect(await changeEvent(claire.actor, { ...input(wrong), eventId })).toMatchObject(
      failingAt({
        date: 'event.fixed',
        durationMinutes: 'event.fixed',
        price: 'event.fixed',
        minimumSeats: 'event.fixed',
      }),
    );
    await heldSeat(await makeAccount(), eventId);
    expect(
      await changeEvent(claire.actor, { ...input({ minimumSeats: 1, maximumSeats: 1 }), eventId }),
    ).toMatchObject(failingAt({ maximumSeats: 'event.placesTaken' }));
    const texts = [{ locale: 'en' as const, title: 'Sleeping well', description: '' }];
    expect(
      (await changeEvent(claire.actor, { ...input({ texts, cover: 'cover-law', maximumSeats: 2 }), eventId }))
        .ok,
    ).toBe(true);
    expect(await db().eventText.findMany({ where: { eventId } })).toMatchObject(texts);
  });

  it('cannot have fewer places than booked seats, whoever writes it', async () => {
    const claire = await makeSpecialist();
    const startsAt = addHours(new Date(), 100);
    const eventId = await makeEvent(claire, { startsAt, priceAmount: 0, maximumSeats: 2 });
    const seats = [
      await heldSeat(await makeAccount(), eventId),
      await heldSeat(await makeAccount(), eventId),
    ];
    const lowered = db().event.update({
      where: { id: eventId },
      data: { maximumSeats: 1, minimumSeats: 1 },
    });
    expect(isConstraintViolation(await lowered.catch((error: unknown) => error), 'event_not_oversold')).toBe(
      true,
    );
    const { id: _, ...seat } = await seatOf(seats[0] ?? '');
    const { accountId: clientId } = await makeAccount();
    const third = db().seat.create({ data: { ...seat, titles: {}, clientId } });
    expect(isConstraintViolation(await third.catch((error: unknown) => error), 'event_not_oversold')).toBe(
      true,
    );
  });
});

describe('places', () => {
  it('are raised by an admin, up to a thousand', async () => {
    const claire = await makeSpecialist();
    const raise = { providerId: claire.providerId, places: 200 };
    expect(await raisePlaces(claire.actor, raise)).toMatchObject(failing('common.notFound'));
    const admin = await makeAccount({ isAdmin: true });
    expect(await raisePlaces(admin, { ...raise, places: 1001 })).toMatchObject(
      failing('common.invalidNumber'),
    );
    expect((await raisePlaces(admin, raise)).ok).toBe(true);
    const { action, fromStatus, toStatus } = await db().auditEntry.findFirstOrThrow({
      where: { subjectId: raise.providerId },
    });
    expect([action, fromStatus, toStatus]).toEqual(['provider.raisePlaces', '49', '200']);
    expect((await createEvent(claire.actor, input({ maximumSeats: 200 }))).ok).toBe(true);
    expect(await createEvent(claire.actor, input({ maximumSeats: 201 }))).toMatchObject(
      failingAt({ maximumSeats: 'event.tooManyPlaces' }),
    );
  });
});
