import { beforeAll, describe, expect, it } from 'vitest';
import type { ProviderActor } from '@/lib/access/actor';
import { loadClient, loadClients } from '@/lib/relationships/loaders';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeAuthorisedRequest, makeTie } from '@/prisma/seed/factories/bookings';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { acceptBooking } from './accept-booking';
import { loadHistory, loadSessionTotals } from './client-file-loaders';

const names = ['anna Berg', 'Анна Смирнова', 'Zoé 100% Lang'];
let claire: SeededProvider;
let actor: ProviderActor;

beforeAll(async () => {
  claire = await makeSpecialist();
  if (!claire.actor.provider) throw new Error('no provider');
  actor = { ...claire.actor, provider: claire.actor.provider };
  for (const name of names) await makeTie(claire.providerId, (await makeAccount({ name })).accountId);
  const other = await makeSpecialist();
  await makeTie(other.providerId, (await makeAccount({ name: 'Anna Foreign' })).accountId);
});

it('the list holds the provider’s own clients, by name', async () => {
  const { items, total } = await loadClients(actor, { query: 'AN', after: '', locale: 'en' });
  expect(items.map(({ name }) => name)).toEqual(['anna Berg', 'Zoé 100% Lang']);
  expect(total).toBe(names.length);
});

describe('the tie', () => {
  it('comes with a session that is accepted, and stays one', async () => {
    const [specialist, client] = [await makeSpecialist(), await makeAccount()];
    const startsAt = addHours(new Date(), 96);
    const bookingId = await makeAuthorisedRequest({ specialist, client, startsAt });
    await db().relationship.deleteMany({ where: { providerId: specialist.providerId } });
    expect((await acceptBooking(specialist.actor, { bookingId })).ok).toBe(true);
    const [tie] = await db().relationship.findMany({ where: { providerId: specialist.providerId } });
    expect(tie?.clientId).toBe(client.accountId);
  });

  it('opens the file of one’s own clients; everybody else is not there', async () => {
    const client = await makeAccount({ locale: 'ru' });
    await makeTie(claire.providerId, client.accountId);
    expect(await loadClient(actor, client.accountId)).toMatchObject({ locale: 'ru', isActive: true });
    const stranger = await makeAccount();
    for (const id of [stranger.accountId, newId(), 'x'])
      await expect(loadClient(actor, id)).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404|NEXT_NOT_FOUND/);
  });
});

describe('sessions of a client', () => {
  it('are counted and listed for this provider alone', async () => {
    const client = await makeAccount();
    const other = await makeSpecialist();
    const at = (hours: number) => addHours(new Date(), hours);
    const done = await makeAuthorisedRequest({ specialist: claire, client, startsAt: at(-48) });
    await db().booking.update({ where: { id: done }, data: { status: 'completed' } });
    const next = await makeAuthorisedRequest({ specialist: claire, client, startsAt: at(96) });
    const held = await makeAuthorisedRequest({ specialist: claire, client, startsAt: at(120) });
    await db().booking.update({ where: { id: held }, data: { status: 'held', heldUntil: at(1) } });
    await makeAuthorisedRequest({ specialist: other, client, startsAt: at(24) });
    const totals = (await loadSessionTotals(actor, [client.accountId])).get(client.accountId);
    const [first, second] = await Promise.all(
      [done, next].map((id) => db().booking.findUniqueOrThrow({ where: { id } })),
    );
    expect(totals).toEqual({
      count: 1,
      first: first?.startsAt,
      last: first?.startsAt,
      next: second?.startsAt,
    });
    const { bookings, hasMore } = await loadHistory(actor, client.accountId, 1);
    expect(bookings.map(({ id }) => id)).toEqual([next, done]);
    expect(hasMore).toBe(false);
  });
});
