import { afterEach, expect, it } from 'vitest';
import { orderSeat } from '@/lib/events/seats/order-seat';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { cancelSeat } from '@/lib/events/seats/cancel-seat';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { heldSeat, seatOf } from '@/prisma/test-seats';
import { offerOpenSeats } from './sweep';
import { waitForSeat } from './wait-for-seat';

const now = new Date();
const refused = (code: string) => ({ ok: false, error: { code } });
const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });

async function clockAt(at: Date): Promise<void> {
  const milliseconds = at.getTime() - Date.now();
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}
afterEach(() => db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } }));

const offersTo = ({ accountId }: { accountId: string }) =>
  db().seat.findMany({ where: { clientId: accountId, status: 'held' } });

it('whoever comes by when a hold is over does not go before who waits', async () => {
  const claire = await makeSpecialist();
  const eventId = await makeEvent(claire, { startsAt: addHours(now, 200), minimumSeats: 1, maximumSeats: 1 });
  const seatId = await heldSeat(await makeAccount(), eventId);
  const [first, second] = [await makeAccount(), await makeAccount()];
  for (const client of [first, second])
    expect(await waitForSeat(client, { eventId })).toMatchObject({ ok: true });
  const { heldUntil } = await seatOf(seatId);
  await clockAt(addMinutes(heldUntil ?? now, 1));
  expect(await takeSeat(await makeAccount(), { eventId })).toMatchObject(refused('event.full'));
  const [offer] = await offersTo(first);
  expect(offer?.waitingEntryId).not.toBeNull();
  expect(await takeSeat(first, { eventId })).toMatchObject({ value: { seatId: offer?.id } });
  await clockAt(addMinutes(offer?.heldUntil ?? now, 1));
  expect(await takeSeat(await makeAccount(), { eventId })).toMatchObject(refused('event.full'));
  expect(await offersTo(second)).toHaveLength(1);
});

it('of very many places that are opened each transaction gives some, the line first, until all are', async () => {
  const startsAt = addHours(now, 200);
  const places = { minimumSeats: 1, maximumSeats: 70 };
  const eventId = await makeEvent(await makeSpecialist(), { startsAt, priceAmount: 0, ...places });
  const waiting = Array.from({ length: 60 }, () => ({
    id: newId(),
    name: 'Anna',
    timeZone: 'Europe/Berlin',
  }));
  const data = waiting.map((one) => ({ ...one, email: `${one.id}@demo.example`, locale: 'de' }));
  await db().account.createMany({ data });
  const entries = waiting.map(({ id: clientId }) => ({ clientId, eventId, createdAt: now }));
  await db().waitingEntry.createMany({ data: entries });
  const offered = () => db().seat.count({ where: { eventId, status: 'held' } });
  const late = await makeAccount();
  expect(await takeSeat(late, { eventId })).toMatchObject(refused('event.full'));
  expect(await offered()).toBe(50);
  expect(await offerOpenSeats(now)).toBe(0);
  expect(await offered()).toBe(60);
  expect(await takeSeat(late, { eventId })).toMatchObject({ value: { isBooked: true } });
});

it('a seat that is kept is not booked once its provider is suspended', async () => {
  const claire = await makeSpecialist();
  const startsAt = addHours(now, 200);
  const eventId = await makeEvent(claire, { startsAt, priceAmount: 0, minimumSeats: 1, maximumSeats: 1 });
  const booked = await makeAccount();
  const seatId = await heldSeat(booked, eventId);
  const client = await makeAccount();
  await waitForSeat(client, { eventId });
  await cancelSeat(booked, { seatId });
  expect(await offersTo(client)).toHaveLength(1);
  await db().provider.update({ where: { id: claire.providerId }, data: { status: 'suspended' } });
  expect(await takeSeat(client, { eventId })).toMatchObject(refused('provider.notBookable'));
  expect(await offersTo(client)).toHaveLength(1);
});

it('no seat is offered where one works by now, nor ordered', async () => {
  const organisation = await makeOrganisation();
  const startsAt = addHours(now, 200);
  const eventId = await makeEvent(organisation, {
    startsAt,
    priceAmount: 0,
    minimumSeats: 1,
    maximumSeats: 1,
  });
  const booked = await makeAccount();
  const seatId = await heldSeat(booked, eventId);
  const [manager, client, specialist] = [await makeAccount(), await makeAccount(), await makeSpecialist()];
  for (const actor of [manager, specialist.actor, client])
    expect(await waitForSeat(actor, { eventId })).toMatchObject({ ok: true });
  await addManager(organisation, manager);
  await addMember(organisation, specialist, { serviceIds: [], ranges: [] });
  expect(await cancelSeat(booked, { seatId })).toMatchObject({ ok: true });
  expect(await offersTo(manager)).toEqual([]);
  expect(await offersTo(specialist.actor)).toEqual([]);
  const [offer] = await offersTo(client);
  const joined = await addManager(organisation, client);
  expect(await orderSeat(joined, { seatId: offer?.id ?? '' }, nowhere)).toMatchObject(
    refused('event.ownEvent'),
  );
});
