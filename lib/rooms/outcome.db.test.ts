import { beforeAll, describe, expect, it } from 'vitest';
import { claimUntil } from '@/lib/payments/rules/release';
import { sweepMoney } from '@/lib/payments/jobs';
import { checkIn } from './check-in';
import { settleEndedSessions } from './jobs';
import { db } from '@/lib/server/db/client';
import { checkInvariant } from '@/lib/server/db/invariant';
import { paymentInvariants } from '@/lib/payments/invariants';
import { notificationInvariants } from '@/lib/notifications/invariants';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { correctOutcome } from '@/lib/booking/correct-outcome';
import { bookingInvariants } from '@/lib/booking/invariants';
import { loadPast } from '@/lib/booking/loaders';
import { markOutcome } from '@/lib/booking/mark-outcome';
import { loadPastSessions, loadUnmarked } from '@/lib/booking/practice-loaders';
import type { Outcome } from '@/lib/booking/rules/outcome';

const stripe = stripeForTests();
let journey: TestJourney;
beforeAll(async () => {
  journey = await TestJourney.start(stripe);
});

const booking = (id: string) => db().booking.findUniqueOrThrow({ where: { id }, include: { payment: true } });
const mark = (bookingId: string, outcome: Outcome) =>
  markOutcome(journey.specialist.actor, { bookingId, outcome });
const correct = (bookingId: string, outcome: Outcome) =>
  correctOutcome(journey.specialist.actor, { bookingId, outcome });

/** The clock runs while a test works; the exact instants are those of the rules' own test. */
const seconds = 5000;

/** An accepted session in person; the clock stands so many milliseconds after its end. */
async function ended(afterEnd = 0): Promise<{ id: string; endsAt: Date }> {
  const id = await journey.accepted(60);
  const data = { channel: 'in_person' as const, channels: ['in_person' as const] };
  const { endsAt } = await db().booking.update({ where: { id }, data });
  await journey.advance(new Date(endsAt.getTime() + afterEnd));
  return { id, endsAt };
}

/** Kinds of news by side, in the order in which they were told. */
async function toldOf(bookingId: string) {
  const lines = await db().notification.findMany({ where: { bookingId }, orderBy: { createdAt: 'asc' } });
  const of = (accountId: string) =>
    lines.filter((line) => line.accountId === accountId).map(({ kind }) => kind.replace('booking.', ''));
  return { client: of(journey.client.accountId), provider: of(journey.specialist.actor.accountId) };
}

const mailsOf = (bookingId: string, kind: string) =>
  db().email.count({
    where: { kind: `booking.${kind}`, params: { path: ['bookingId'], equals: bookingId } },
  });

async function entriesOf(bookingId: string): Promise<string[]> {
  const { id: paymentId } = await journey.payment(bookingId);
  const rows = await db().ledgerTransaction.findMany({ where: { paymentId }, orderBy: { kind: 'asc' } });
  return rows.map(({ kind }) => kind);
}

const auditOf = async (subjectId: string) =>
  (await db().auditEntry.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })).map(
    ({ action, party, accountId }) => [action, party, accountId],
  );

async function expectInvariants(): Promise<void> {
  const all = [...bookingInvariants, ...paymentInvariants, ...notificationInvariants];
  for (const invariant of all) {
    const { violations } = await checkInvariant(db(), invariant, journey.now());
    expect({ name: invariant.name, violations }).toEqual({ name: invariant.name, violations: [] });
  }
}

describe('a session in person that is over', () => {
  it.each(['completed', 'missed'] as const)(
    'marked as %s is earned once, and both are told',
    async (outcome) => {
      const { id, endsAt } = await ended();
      expect((await mark(id, outcome)).ok).toBe(true);
      expect(await booking(id)).toMatchObject({
        status: outcome,
        closedBy: 'provider',
        payment: { status: 'delivered_held', advisorAmount: 9858, claimUntil: claimUntil(endsAt) },
      });
      expect(await entriesOf(id)).toEqual(['E1', 'E3']);
      expect((await toldOf(id)).client.at(-1)).toBe(outcome);
      expect((await toldOf(id)).provider.at(-1)).toBe(outcome);
      expect(await mailsOf(id, outcome)).toBe(2);
      expect((await auditOf(id)).at(-1)).toEqual([
        outcome === 'completed' ? 'booking.complete' : 'booking.markMissed',
        'provider',
        journey.specialist.actor.accountId,
      ]);
      await expectInvariants();
    },
  );

  it('that did not take place because of the provider gives everything back', async () => {
    const { id } = await ended();
    expect((await mark(id, 'providerNeverCame')).ok).toBe(true);
    await journey.drain();
    expect(await booking(id)).toMatchObject({ status: 'cancelled', closedBy: 'provider' });
    expect(['refunding', 'refunded']).toContain((await journey.payment(id)).status);
    expect((await toldOf(id)).client.at(-1)).toBe('notHeld');
    expect(await entriesOf(id)).not.toContain('E3');
    expect(await db().occupancy.count({ where: { sourceId: id } })).toBe(0);
  });

  it('is marked once, however often and in how many ways it is pressed', async () => {
    const { id } = await ended();
    const answers = await Promise.all([
      mark(id, 'completed'),
      mark(id, 'completed'),
      mark(id, 'missed'),
      mark(id, 'providerNeverCame'),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('booking.statusChanged');
    await journey.drain();
    await expectInvariants();
  });

  it('is not marked before its end, nor later than 24 h after it', async () => {
    const early = await ended(-seconds);
    expect(await mark(early.id, 'completed')).toMatchObject({ error: { code: 'booking.notEnded' } });
    await journey.advance(new Date(addHours(early.endsAt, 24).getTime() - seconds));
    expect((await mark(early.id, 'missed')).ok).toBe(true);
    const late = await ended(24 * 3_600_000 + 1);
    expect(await mark(late.id, 'missed')).toMatchObject({ error: { code: 'booking.tooLate' } });
    expect((await booking(late.id)).status).toBe('accepted');
    await settleEndedSessions();
    expect(await booking(late.id)).toMatchObject({ status: 'completed', closedBy: 'system' });
    expect((await toldOf(late.id)).client.at(-1)).toBe('completed');
    expect(await mailsOf(late.id, 'completed')).toBe(2);
    await settleEndedSessions();
    expect(await mailsOf(late.id, 'completed')).toBe(2);
  });

  it('has no room to check in to', async () => {
    const { id: bookingId } = await ended(-30 * 60_000);
    for (const actor of [journey.client, journey.specialist.actor])
      expect(await checkIn(actor, { bookingId })).toMatchObject({ error: { code: 'common.notFound' } });
    expect(await db().attendance.count({ where: { bookingId } })).toBe(0);
  });

  it('stays in both lists of what is over while it waits to be marked', async () => {
    const { id } = await ended();
    const past = await loadPast(journey.client, 20);
    expect(past.map((each) => each.id)).toContain(id);
    const { actor } = journey.specialist;
    if (!actor.provider) throw new Error('no practice');
    const provider = { ...actor, provider: actor.provider };
    expect((await loadPastSessions(provider, 1)).bookings.map((each) => each.id)).toContain(id);
    expect((await loadUnmarked(provider)).map((each) => each.id)).toContain(id);
    expect((await mark(id, 'completed')).ok).toBe(true);
    expect((await loadUnmarked(provider)).map((each) => each.id)).not.toContain(id);
  });

  it('is neither marked nor corrected by its client or by strangers', async () => {
    const { id: bookingId } = await ended();
    const stranger = (await makeSpecialist()).actor;
    for (const actor of [journey.client, stranger, await makeAccount()])
      for (const say of [markOutcome, correctOutcome])
        expect(await say(actor, { bookingId, outcome: 'completed' })).toMatchObject({
          error: { code: 'common.notFound' },
        });
    expect((await booking(bookingId)).status).toBe('accepted');
    await mark(bookingId, 'completed');
  });
});

it('where both check in, attendance decides and not the provider', async () => {
  const id = await journey.accepted(60);
  const { endsAt } = await booking(id);
  await journey.advance(endsAt);
  expect(await mark(id, 'completed')).toMatchObject({ error: { code: 'booking.attendanceDecides' } });
  await settleEndedSessions();
  expect((await booking(id)).status).toBe('cancelled');
});

describe('a correction', () => {
  it('between took place and missed moves no money, is told each time, and leaves its trace', async () => {
    const { id } = await ended();
    await mark(id, 'completed');
    const before = await journey.payment(id);
    for (const [outcome, kind] of [
      ['missed', 'correctedToMissed'],
      ['completed', 'correctedToCompleted'],
      ['missed', 'correctedToMissed'],
    ] as const) {
      expect((await correct(id, outcome)).ok).toBe(true);
      expect((await booking(id)).status).toBe(outcome);
      expect((await toldOf(id)).client.at(-1)).toBe(kind);
    }
    expect(await journey.payment(id)).toEqual(before);
    expect(await entriesOf(id)).toEqual(['E1', 'E3']);
    expect([await mailsOf(id, 'correctedToMissed'), await mailsOf(id, 'correctedToCompleted')]).toEqual([
      4, 2,
    ]);
    expect((await auditOf(id)).slice(-3).map(([action]) => action)).toEqual([
      'booking.correctToMissed',
      'booking.correctToCompleted',
      'booking.correctToMissed',
    ]);
    await expectInvariants();
  });

  it('is made until 24 h after the end, once however often it is pressed', async () => {
    const { id, endsAt } = await ended();
    await mark(id, 'missed');
    await journey.advance(new Date(addHours(endsAt, 24).getTime() - seconds));
    const answers = await Promise.all([1, 2, 3].map(() => correct(id, 'completed')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await journey.advance(new Date(addHours(endsAt, 24).getTime() + 1));
    expect(await correct(id, 'missed')).toMatchObject({ error: { code: 'booking.tooLate' } });
    expect((await booking(id)).status).toBe('completed');
  });

  it('of a session in a room is made the same way', async () => {
    const id = await journey.accepted(60);
    const { startsAt, endsAt } = await booking(id);
    await journey.advance(startsAt);
    await checkIn(journey.client, { bookingId: id });
    await checkIn(journey.specialist.actor, { bookingId: id });
    await journey.advance(endsAt);
    expect(await correct(id, 'missed')).toMatchObject({ error: { code: 'booking.statusChanged' } });
    await settleEndedSessions();
    expect((await correct(id, 'missed')).ok).toBe(true);
    expect((await toldOf(id)).client.at(-1)).toBe('correctedToMissed');
  });

  it('that the provider did not come gives back what was earned, and nothing of the commission stays', async () => {
    const { id } = await ended();
    const month = async () => {
      const { _sum } = await db().commissionMonth.aggregate({
        where: { providerId: journey.specialist.providerId },
        _sum: { commissionAmount: true, vatAmount: true },
      });
      return _sum;
    };
    const before = await month();
    await mark(id, 'completed');
    expect(await month()).not.toEqual(before);
    // Funds for the refund: another charge arrives.
    await journey.accepted();
    const answers = await Promise.all([1, 2].map(() => correct(id, 'providerNeverCame')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await journey.payment(id)).toMatchObject({
      status: 'refunding',
      returnCause: 'providerNeverCame',
    });
    await journey.drain();
    expect(await booking(id)).toMatchObject({
      status: 'cancelled',
      payment: { status: 'refunded', refundedAmount: 12_000, advisorAmount: 0, commissionAmount: 0 },
    });
    expect(await entriesOf(id)).toEqual(['E1', 'E3', 'E9']);
    expect(await journey.balances(id)).toMatchObject({ CP: 0, AH: 0, RC: 0, VO: 0, XF: 205 });
    expect(await month()).toEqual(before);
    expect((await toldOf(id)).client.at(-1)).toBe('notHeld');
    expect(await correct(id, 'completed')).toMatchObject({ error: { code: 'booking.statusChanged' } });
    await journey.advance(addMinutes(journey.now(), 80 * 60));
    await settleEndedSessions();
    await sweepMoney();
    expect((await journey.payment(id)).status).toBe('refunded');
  });

  it('gives nothing back that is not held any more', async () => {
    const { id } = await ended();
    await mark(id, 'completed');
    await db().payment.update({ where: { bookingId: id }, data: { status: 'claim_open' } });
    expect(await correct(id, 'providerNeverCame')).toMatchObject({ error: { code: 'payment.notHeld' } });
    expect((await booking(id)).status).toBe('completed');
    expect((await correct(id, 'missed')).ok).toBe(true);
  });
});
