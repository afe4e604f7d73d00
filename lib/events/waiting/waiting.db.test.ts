import { afterEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { cancelEvent } from '@/lib/events/cancel-event';
import { renderEventEmail } from '@/lib/events/emails/event-emails';
import { sweepEvents } from '@/lib/events/jobs';
import { cancelSeat } from '@/lib/events/seats/cancel-seat';
import { extendHold } from '@/lib/events/seats/extend-hold';
import { orderSeat } from '@/lib/events/seats/order-seat';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { db } from '@/lib/server/db/client';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { heldSeat } from '@/prisma/test-seats';
import { leaveLine } from './leave-line';
import { endSeatWaiting, offerOpenSeats } from './sweep';
import { waitForSeat } from './wait-for-seat';

const now = new Date();
const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });

async function clockAt(at: Date): Promise<Date> {
  const milliseconds = at.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
  return at;
}
afterEach(() => db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } }));

/** A free event with so many seats, all taken, and so many who wait for one. */
async function full({ seats = 1, waiting = 2, hours = 200 } = {}) {
  const claire = await makeSpecialist();
  const startsAt = addHours(now, hours);
  const eventId = await makeEvent(claire, { startsAt, priceAmount: 0, minimumSeats: 1, maximumSeats: seats });
  const booked: { client: AccountActor; seatId: string }[] = [];
  for (let index = 0; index < seats; index += 1) {
    const client = await makeAccount();
    booked.push({ client, seatId: await heldSeat(client, eventId) });
  }
  const clients: AccountActor[] = [];
  for (let place = 0; place < waiting; place += 1) {
    const client = await makeAccount();
    expect(await waitForSeat(client, { eventId })).toMatchObject({ ok: true });
    clients.push(client);
  }
  return { claire, eventId, startsAt, booked, clients };
}

const entryOf = ({ accountId }: AccountActor) =>
  db().waitingEntry.findFirstOrThrow({ where: { clientId: accountId } });
const offerOf = ({ accountId }: AccountActor) =>
  db().seat.findFirst({ where: { clientId: accountId, status: 'held' } });
const statusesOf = (clients: AccountActor[]) =>
  Promise.all(clients.map(async (client) => (await entryOf(client)).status));

describe('waiting for a seat', () => {
  it('is for those who have none, of an event that is full', async () => {
    const { eventId, booked, claire } = await full({ waiting: 1 });
    const failing = (code: string) => ({ ok: false, error: { code } });
    const [first] = booked;
    expect(first && (await waitForSeat(first.client, { eventId }))).toMatchObject(
      failing('event.alreadyBooked'),
    );
    expect(await waitForSeat(claire.actor, { eventId })).toMatchObject(failing('event.ownEvent'));
    const open = await makeEvent(claire, { startsAt: addHours(now, 300), priceAmount: 0 });
    expect(await waitForSeat(await makeAccount(), { eventId: open })).toMatchObject(
      failing('waiting.seatsFree'),
    );
    const client = await makeAccount();
    const both = await Promise.all([1, 2].map(() => waitForSeat(client, { eventId })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('gets the seat that becomes free, and books it at price 0 by the order', async () => {
    const { eventId, booked, clients } = await full();
    const [first, second] = clients as [AccountActor, AccountActor];
    for (const { client, seatId } of booked)
      expect(await cancelSeat(client, { seatId })).toMatchObject({ ok: true });
    const offer = await offerOf(first);
    expect(Math.round(((offer?.heldUntil?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(120);
    expect(await takeSeat(await makeAccount(), { eventId })).toMatchObject({ error: { code: 'event.full' } });
    expect(await extendHold(first, { seatId: offer?.id ?? '' })).toMatchObject({ ok: false });
    expect(await statusesOf(clients)).toEqual(['offered', 'waiting']);
    const ordered = await orderSeat(first, { seatId: offer?.id ?? '' }, nowhere);
    expect(ordered).toMatchObject({ ok: true, value: { checkoutUrl: null } });
    expect(await statusesOf(clients)).toEqual(['booked', 'waiting']);
    expect(await offerOf(second)).toBeNull();
  });

  it('that does not answer loses it to the next, and then to everybody; nobody is asked twice', async () => {
    const { eventId, booked, clients } = await full();
    const [first, second] = clients as [AccountActor, AccountActor];
    for (const { client, seatId } of booked) await cancelSeat(client, { seatId });
    const until = (await offerOf(first))?.heldUntil ?? now;
    await clockAt(until);
    await sweepEvents();
    expect(await statusesOf(clients)).toEqual(['over', 'offered']);
    const next = (await offerOf(second))?.heldUntil ?? now;
    expect(Math.round((next.getTime() - until.getTime()) / 60_000)).toBe(120);
    await clockAt(next);
    await sweepEvents();
    await offerOpenSeats(next);
    expect(await statusesOf(clients)).toEqual(['over', 'over']);
    expect(await takeSeat(await makeAccount(), { eventId })).toMatchObject({ ok: true });
  });

  it('is told, in the language of who waits, with the way to the seat, and not once it is over', async () => {
    const { booked, clients } = await full({ waiting: 1 });
    for (const { client, seatId } of booked) await cancelSeat(client, { seatId });
    const [client] = clients as [AccountActor];
    const offer = await offerOf(client);
    const { params, kind } = await db().email.findFirstOrThrow({
      where: { kind: 'event.seatOffered', accountId: client.accountId },
    });
    const mail = { kind, locale: 'ru', params: params as Record<string, string> };
    const letter = await renderEventEmail(mail);
    expect(letter?.text).toContain(offer?.id);
    expect(letter?.subject).toBe('Освободилось место: Sleeping better');
    await clockAt(offer?.heldUntil ?? now);
    expect(await renderEventEmail(mail)).toBeNull();
  });

  it('is kept for no longer than seats are sold', async () => {
    const { booked, clients, startsAt } = await full({ waiting: 1, hours: 26 });
    for (const { client, seatId } of booked) {
      await clockAt(addMinutes(startsAt, -70));
      await cancelSeat(client, { seatId });
    }
    const [client] = clients as [AccountActor];
    expect((await offerOf(client))?.heldUntil).toEqual(addHours(startsAt, -1));
  });

  it('leaves the line, and a seat that is kept goes on', async () => {
    const { booked, clients } = await full({ waiting: 3 });
    const [first, second, third] = clients as [AccountActor, AccountActor, AccountActor];
    expect(await leaveLine(first, { entryId: (await entryOf(second)).id })).toMatchObject({ ok: false });
    expect(await leaveLine(second, { entryId: (await entryOf(second)).id })).toMatchObject({ ok: true });
    for (const { client, seatId } of booked) await cancelSeat(client, { seatId });
    expect(await leaveLine(first, { entryId: (await entryOf(first)).id })).toMatchObject({ ok: true });
    expect(await offerOf(first)).toBeNull();
    expect(await offerOf(third)).not.toBeNull();
  });

  it('at once with many, each seat goes to one', async () => {
    const { eventId, booked, clients } = await full({ seats: 5, waiting: 8 });
    const strangers = await Promise.all(Array.from({ length: 8 }, () => makeAccount()));
    await Promise.all([
      ...booked.map(({ client, seatId }) => cancelSeat(client, { seatId })),
      ...strangers.map((stranger) => takeSeat(stranger, { eventId })),
    ]);
    expect((await statusesOf(clients)).filter((status) => status === 'offered')).toHaveLength(5);
    expect(await db().seat.count({ where: { eventId, status: { in: ['held', 'booked'] } } })).toBe(5);
  });

  it('ends with the event, and when no seat is sold any more', async () => {
    const { eventId, claire, clients } = await full({ waiting: 1 });
    expect(await cancelEvent(claire.actor, { eventId })).toMatchObject({ ok: true });
    await endSeatWaiting(now);
    expect(await statusesOf(clients)).toEqual(['over']);
    const other = await full({ waiting: 1, hours: 100 });
    await endSeatWaiting(addHours(now, 98.9));
    expect(await statusesOf(other.clients)).toEqual(['waiting']);
    await endSeatWaiting(addHours(now, 99.1));
    expect(await statusesOf(other.clients)).toEqual(['over']);
  });
});

it('places that the host adds go to those who wait', async () => {
  const { eventId, clients } = await full({ waiting: 2 });
  await db().event.update({ where: { id: eventId }, data: { maximumSeats: 2 } });
  await offerOpenSeats(new Date());
  expect(await statusesOf(clients)).toEqual(['offered', 'waiting']);
});
