import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, addMinutes, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeTie } from '@/prisma/seed/factories/bookings';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { declineProposal } from './decline-proposal';
import { expireDue } from './expire-due';
import { holdSlot } from './hold-slot';
import { loadAppointment } from './loaders';
import { orderBooking } from './order-booking';
import { proposeBooking } from './propose-booking';
import type { ProposalInput } from './schema';
import { withdrawProposal } from './withdraw-proposal';

const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });
const zone = 'Europe/Berlin';
const noMessage = { reason: null };

async function couple() {
  const specialist = await makeSpecialist({ ranges: [], services: [{ vatBps: 1900 }] });
  const client = await makeAccount();
  await makeTie(specialist.providerId, client.accountId);
  return { specialist, client };
}
type Couple = Awaited<ReturnType<typeof couple>>;

/** Three o'clock at night, so many days ahead, free of charge, unless told otherwise. */
function inputOf({ specialist, client }: Couple, more: Partial<ProposalInput> = {}): ProposalInput {
  return {
    clientId: client.accountId,
    serviceId: specialist.serviceIds[0] ?? '',
    title: null,
    date: localDate(addHours(new Date(), 24 * 10), zone),
    time: 180,
    durationMinutes: 45,
    price: 0,
    channel: 'voice',
    message: null,
    isAgreed: false,
    ...more,
  };
}

const propose = (pair: Couple, more?: Partial<ProposalInput>) =>
  proposeBooking(pair.specialist.actor, inputOf(pair, more));

async function proposed(pair: Couple, more?: Partial<ProposalInput>): Promise<string> {
  const result = await propose(pair, more);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.bookingId;
}

const order = (client: AccountActor, bookingId: string) =>
  orderBooking(client, { bookingId, note: null, channel: undefined }, nowhere);
const read = (id: string) => db().booking.findUniqueOrThrow({ where: { id }, include: { payment: true } });
const takenBy = (sourceId: string) => db().occupancy.findUnique({ where: { sourceId } });
const told = async (bookingId: string) =>
  (await db().notification.findMany({ where: { bookingId } })).map(({ kind }) => kind).toSorted();

async function moveClock(to: Date): Promise<void> {
  const milliseconds = to.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}
afterAll(() => moveClock(new Date()));

describe('a proposal', () => {
  it('is to be paid with the yes to it, and not once it is over', async () => {
    const pair = await couple();
    const bookingId = await proposed(pair, { price: 17_000 });
    const outstanding = async () => (await loadAppointment(pair.client, bookingId))?.state.outstanding.amount;
    expect(await outstanding()).toBe(17_000);
    const { heldUntil } = await read(bookingId);
    await moveClock(heldUntil ?? new Date());
    expect(await outstanding()).toBe(0);
    await moveClock(new Date());
    await declineProposal(pair.client, { bookingId, ...noMessage });
    expect(await outstanding()).toBe(0);
  });

  it('has its own time, price, duration and title, takes the time, and is told', async () => {
    const pair = await couple();
    const bookingId = await proposed(pair, { title: 'Taking stock', price: 7050, message: 'As agreed.' });
    const booking = await read(bookingId);
    expect(booking).toMatchObject({
      status: 'proposed',
      confirmationMode: 'instant',
      channel: 'voice',
      channels: ['voice'],
      priceAmount: 7050,
      serviceTitle: 'Taking stock',
      serviceTitles: {},
      proposalMessage: 'As agreed.',
      vatBps: 1900,
      commissionBps: 1500,
    });
    expect(booking.endsAt).toEqual(addMinutes(booking.startsAt, 45));
    expect(booking.payment).toMatchObject({ status: 'none', amount: 7050 });
    expect(await takenBy(bookingId)).toMatchObject({ kind: 'proposal', heldUntil: booking.heldUntil });
    expect(booking.heldUntil).toEqual(addHours(booking.proposedAt ?? new Date(0), 48));
    expect(await told(bookingId)).toEqual(['booking.proposed', 'booking.proposed']);
    const mails = await db().email.findMany({
      where: { params: { path: ['bookingId'], equals: bookingId } },
    });
    expect(JSON.stringify(mails)).not.toContain('As agreed');
  });

  it('at price 0 is accepted at once, more often than a client could book', async () => {
    const pair = await couple();
    for (const time of [60, 120, 180, 240]) {
      const bookingId = await proposed(pair, { time });
      expect(await order(pair.client, bookingId)).toMatchObject({ value: { checkoutUrl: null } });
      expect(await read(bookingId)).toMatchObject({ status: 'accepted' });
      expect(await takenBy(bookingId)).toMatchObject({ kind: 'booking', heldUntil: null });
    }
  });

  it('accepted twice at once is accepted once', async () => {
    const pair = await couple();
    const bookingId = await proposed(pair);
    const answers = await Promise.all([1, 2, 3].map(() => order(pair.client, bookingId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const moves = await db().auditEntry.findMany({
      where: { subjectId: bookingId, action: 'booking.acceptProposal' },
    });
    expect(moves).toHaveLength(1);
  });

  it('is declined or withdrawn by whose it is, and the time is free at once', async () => {
    const pair = await couple();
    const declined = await proposed(pair);
    expect(await withdrawProposal(pair.client, { bookingId: declined, ...noMessage })).toMatchObject({
      error: { code: 'common.notFound' },
    });
    const answer = { bookingId: declined, reason: 'I am away.' };
    expect((await declineProposal(pair.client, answer)).ok).toBe(true);
    expect(await read(declined)).toMatchObject({
      status: 'rejected',
      closedBy: 'client',
      reason: 'I am away.',
    });
    expect(await takenBy(declined)).toBeNull();
    const withdrawn = await proposed(pair);
    const own = { bookingId: withdrawn, ...noMessage };
    expect(await declineProposal(pair.specialist.actor, own)).toMatchObject({
      error: { code: 'common.notFound' },
    });
    expect((await withdrawProposal(pair.specialist.actor, own)).ok).toBe(true);
    expect(await read(withdrawn)).toMatchObject({ status: 'cancelled', closedBy: 'provider' });
    expect(await order(pair.client, withdrawn)).toMatchObject({ ok: false });
  });
});

describe('a session that was agreed upon elsewhere', () => {
  it('is confirmed at once, and both hear', async () => {
    const bookingId = await proposed(await couple(), { isAgreed: true });
    expect(await read(bookingId)).toMatchObject({ status: 'accepted', payment: { status: 'not_needed' } });
    expect(await takenBy(bookingId)).toMatchObject({ kind: 'booking', heldUntil: null });
    expect(await told(bookingId)).toEqual(['booking.accepted', 'booking.accepted']);
  });

  it('costs nothing: what does has to be ordered', async () => {
    expect(await propose(await couple(), { isAgreed: true, price: 5000 })).toMatchObject({
      error: { code: 'booking.agreedNotFree' },
    });
  });
});

describe('who and what can be proposed', () => {
  it.each([
    ['a stranger', async (pair: Couple) => ({ clientId: (await makeAccount()).accountId, pair })],
    ['oneself', async (pair: Couple) => ({ clientId: pair.specialist.actor.accountId, pair })],
  ])('nothing to %s', async (_name, whom) => {
    const { clientId, pair } = await whom(await couple());
    expect(await propose(pair, { clientId })).toMatchObject({ error: { code: 'common.notFound' } });
  });

  it('nothing to oneself, even as one’s own client', async () => {
    const pair = await couple();
    const clientId = pair.specialist.actor.accountId;
    await makeTie(pair.specialist.providerId, clientId);
    expect(await propose(pair, { clientId })).toMatchObject({ error: { code: 'common.notFound' } });
  });

  it('nothing of somebody else’s service, and nothing by somebody who is no provider', async () => {
    const pair = await couple();
    const [serviceId = ''] = (await makeSpecialist()).serviceIds;
    expect(await propose(pair, { serviceId })).toMatchObject({ error: { code: 'common.notFound' } });
    expect(await proposeBooking(pair.client, inputOf(pair))).toMatchObject({
      error: { code: 'common.notFound' },
    });
  });

  it.each([
    [-1, 0, 'booking.timePast'],
    [61, 5000, null],
    [61, 0, null],
    [367, 0, 'booking.proposedTooFar'],
  ])('%d days ahead at %d: %s', async (days, price, code) => {
    const date = localDate(addHours(new Date(), 24 * days), zone);
    const result = await propose(await couple(), { date, price });
    expect(result.ok ? null : result.error.code).toBe(code);
  });
});

describe('one time', () => {
  it('is taken by one of two proposals, and neither overlaps the other by a minute', async () => {
    const specialist = await makeSpecialist();
    const pairs = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const client = await makeAccount();
        await makeTie(specialist.providerId, client.accountId);
        return { specialist, client };
      }),
    );
    const answers = await Promise.all(pairs.map((pair, index) => propose(pair, { time: 180 + index })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('booking.timeOccupied');
    expect(await db().occupancy.count({ where: { specialistId: specialist.providerId } })).toBe(1);
  });

  it('goes either to a hold or to a proposal', async () => {
    for (let round = 0; round < 4; round += 1) {
      const specialist = await makeSpecialist();
      const [client, guest] = [await makeAccount(), await makeAccount()];
      await makeTie(specialist.providerId, client.accountId);
      const start = await aFreeStart(specialist);
      const input = inputOf({ specialist, client }, wallTime(start));
      const [held, answer] = await Promise.all([
        holdSlot(guest, { serviceId: input.serviceId, start, channel: undefined }),
        proposeBooking(specialist.actor, input),
      ]);
      expect([held.ok, answer.ok].filter(Boolean)).toHaveLength(1);
      if (!held.ok) expect(held.error.code).toBe('booking.slotTaken');
      if (!answer.ok) expect(answer.error.code).toBe('booking.timeOccupied');
    }
  });

  it('is not offered while it is proposed, and is again from the deadline on', async () => {
    const specialist = await makeSpecialist();
    const client = await makeAccount();
    await makeTie(specialist.providerId, client.accountId);
    const start = await aFreeStart(specialist);
    const bookingId = await proposed({ specialist, client }, wallTime(start));
    const { heldUntil } = await read(bookingId);
    const guest = await makeAccount();
    const hold = () =>
      holdSlot(guest, { serviceId: specialist.serviceIds[0] ?? '', start, channel: undefined });
    expect(await hold()).toMatchObject({ error: { code: 'booking.slotTaken' } });
    await moveClock(addHours(heldUntil ?? start, 0));
    expect((await hold()).ok).toBe(true);
    await moveClock(new Date());
  });
});

describe('a proposal that nobody answers', () => {
  let pair: Couple;
  let bookingId: string;
  let deadline: Date;
  beforeAll(async () => {
    pair = await couple();
    bookingId = await proposed(pair);
    deadline = (await read(bookingId)).heldUntil ?? new Date(0);
  });

  it('stands an instant before its deadline', async () => {
    await expireDue(new Date(deadline.getTime() - 1));
    expect(await read(bookingId)).toMatchObject({ status: 'proposed' });
  });

  it('cannot be accepted or declined from the deadline on, swept or not', async () => {
    await moveClock(deadline);
    expect(await order(pair.client, bookingId)).toMatchObject({
      error: { code: 'booking.proposalLapsed' },
    });
    expect(await declineProposal(pair.client, { bookingId, ...noMessage })).toMatchObject({
      error: { code: 'booking.proposalLapsed' },
    });
    await moveClock(new Date());
  });

  it('lapses at it, once, and both sides hear', async () => {
    await expireDue(deadline);
    await expireDue(deadline);
    expect(await read(bookingId)).toMatchObject({ status: 'expired', closedBy: 'system' });
    expect(await takenBy(bookingId)).toBeNull();
    expect((await told(bookingId)).filter((kind) => kind === 'booking.proposalLapsed')).toHaveLength(2);
  });
});

it('is not accepted at its last instant when a faster clock has given the time to another', async () => {
  const pair = await couple();
  const bookingId = await proposed(pair);
  await db().occupancy.delete({ where: { sourceId: bookingId } });
  const otherId = await proposed(pair, { durationMinutes: 60 });
  expect(await order(pair.client, bookingId)).toMatchObject({ error: { code: 'booking.slotTaken' } });
  expect(await read(bookingId)).toMatchObject({ status: 'proposed', orderedAt: null });
  expect(await takenBy(otherId)).toMatchObject({ kind: 'proposal' });
});

it('can be looked for at many times; only what is sent is counted, ten a day to one client', async () => {
  const pair = await couple();
  await proposed(pair, { time: 0, durationMinutes: 300 });
  for (let attempt = 0; attempt < 12; attempt += 1)
    expect(await propose(pair, { time: 60 })).toMatchObject({ error: { code: 'booking.timeOccupied' } });
  for (let sent = 1; sent < 10; sent += 1)
    await proposed(pair, { time: 300 + sent * 60, durationMinutes: 30 });
  expect(await propose(pair, { time: 1380, durationMinutes: 5 })).toMatchObject({
    error: { code: 'common.rateLimited' },
  });
});

async function aFreeStart({ serviceIds: [serviceId = ''] }: SeededProvider): Promise<Date> {
  const offer = await readOffer(db(), serviceId);
  if (!offer) throw new Error('no offer');
  const window = { start: addHours(new Date(), 24 * 5), end: addHours(new Date(), 24 * 7) };
  const [slot] = await listFreeTimes(db(), offer, window, new Date());
  if (!slot) throw new Error('no free time');
  return slot.start;
}

/** An instant on the advisor's clock, as the form says it. */
function wallTime(at: Date): Pick<ProposalInput, 'date' | 'time'> {
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .split(':')
    .map(Number);
  return { date: localDate(at, zone), time: hours * 60 + minutes };
}
