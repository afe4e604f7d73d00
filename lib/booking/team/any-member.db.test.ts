import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { readFreeDays } from '@/lib/services/free-days';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { holdSlot } from '../hold-slot';

const now = new Date();
const inDays = (days: number) => addHours(new Date(now.toISOString().slice(0, 10)), days * 24 + 12);

async function practiceOf(count: number, service = {}) {
  const organisation = await makeOrganisation({ services: [{ priceAmount: 0, ...service }] });
  const members: SeededProvider[] = [];
  for (let index = 0; index < count; index += 1) {
    const specialist = await makeSpecialist();
    members.push({ ...specialist, actor: await addMember(organisation, specialist) });
  }
  return { organisation, members, serviceId: organisation.serviceIds[0] ?? '' };
}

const hold = (client: AccountActor, serviceId: string, start: Date, member?: string) =>
  holdSlot(client, { serviceId, start, ...(member && { member }) });
async function given(client: AccountActor, serviceId: string, start: Date, member?: string): Promise<string> {
  const held = await hold(client, serviceId, start, member);
  if (!held.ok) throw new Error(held.error.code);
  const { specialistId } = await db().booking.findUniqueOrThrow({ where: { id: held.value.bookingId } });
  return specialistId;
}
const refused = (code: string) => ({ ok: false, error: { code } });

describe('an organisation’s free times', () => {
  let practice: Awaited<ReturnType<typeof practiceOf>>;
  beforeAll(async () => {
    practice = await practiceOf(3);
  });

  it('are those of whoever gives the service, and name them', async () => {
    const offer = await readOffer(db(), practice.serviceId);
    if (!offer) throw new Error('no offer');
    const start = inDays(5);
    const [slot] = await listFreeTimes(db(), offer, { start, end: addHours(start, 1) }, now);
    expect(slot?.specialistIds.toSorted()).toEqual(
      practice.members.map(({ providerId }) => providerId).toSorted(),
    );
  });

  it('stay while one of them is free, and are gone when nobody is', async () => {
    const start = inDays(6);
    const [first, second, third] = practice.members.map(({ providerId }) => providerId);
    const isFree = async (member?: string) => {
      const asked = {
        serviceId: practice.serviceId,
        zone: 'UTC',
        from: start.toISOString().slice(0, 10),
        days: 1,
      };
      const answer = await readFreeDays({ ...asked, ...(member && { member }) });
      return answer.ok && answer.value.slots.some((slot) => slot.start === start.toISOString());
    };
    for (const member of [first, second]) await given(await makeAccount(), practice.serviceId, start, member);
    expect([await isFree(), await isFree(first), await isFree(third)]).toEqual([true, false, true]);
    expect(await given(await makeAccount(), practice.serviceId, start)).toBe(third);
    expect([await isFree(), await isFree(third)]).toEqual([false, false]);
    expect(await hold(await makeAccount(), practice.serviceId, start)).toMatchObject(
      refused('booking.slotTaken'),
    );
  });

  it('are not asked of somebody who does not give the service', async () => {
    const stranger = await makeSpecialist();
    for (const member of [stranger.providerId, newId()]) {
      expect(await hold(await makeAccount(), practice.serviceId, inDays(7), member)).toMatchObject(
        refused('common.notFound'),
      );
      const asked = { serviceId: practice.serviceId, zone: 'UTC', days: 1, member };
      expect(await readFreeDays(asked)).toMatchObject(refused('common.notFound'));
    }
  });

  it('are not booked by those who work there', async () => {
    const { organisation, members, serviceId } = practice;
    const manager = await addManager(organisation, await makeAccount());
    const member = members[0]?.actor;
    for (const actor of [organisation.actor, manager, ...(member ? [member] : [])])
      expect(await hold(actor, serviceId, inDays(7))).toMatchObject(refused('booking.ownService'));
  });
});

describe('any advisor', () => {
  it('is the one with the fewest sessions that day, then the longest idle', async () => {
    const { members, serviceId } = await practiceOf(3);
    const [a = '', b = '', c = ''] = members.map(({ providerId }) => providerId);
    const at = (hours: number) => addHours(inDays(5), hours);
    await given(await makeAccount(), serviceId, at(0), a);
    await given(await makeAccount(), serviceId, at(0), b);
    expect(await given(await makeAccount(), serviceId, at(2))).toBe(c);
    await db().occupancy.updateMany({
      data: { kind: 'booking', heldUntil: null },
      where: { specialistId: { in: [a, b, c] } },
    });
    // All have one; a and b have been idle for longest, and equally long.
    expect(await given(await makeAccount(), serviceId, at(4))).toBe(a < b ? a : b);
  });

  it('at sixteen requests for one time at once is nobody twice, and everybody who is free', async () => {
    const { members, serviceId } = await practiceOf(5);
    const start = inDays(8);
    const clients = await Promise.all(Array.from({ length: 16 }, () => makeAccount()));
    const answers = await Promise.all(clients.map((client) => hold(client, serviceId, start)));
    const held = await db().booking.findMany({ where: { serviceId, status: 'held' } });
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(held.map(({ specialistId }) => specialistId).toSorted()).toEqual(
      members.map(({ providerId }) => providerId).toSorted(),
    );
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(answer).toMatchObject(refused('booking.slotTaken'));
  }, 60_000);

  it('of a limited service passes over whoever has enough', async () => {
    const { members, serviceId } = await practiceOf(2, { dailyLimit: 1 });
    const at = (hours: number) => addHours(inDays(9), hours);
    const clients = await Promise.all(Array.from({ length: 6 }, () => makeAccount()));
    const answers = await Promise.all(clients.map((client, index) => hold(client, serviceId, at(index % 3))));
    const held = await db().booking.findMany({ where: { serviceId, status: 'held' } });
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(new Set(held.map(({ specialistId }) => specialistId)).size).toBe(members.length);
  });

  it('collides with nothing that the member has elsewhere', async () => {
    const { members, serviceId } = await practiceOf(2);
    const start = inDays(10);
    const [first, second] = members;
    const own = first?.serviceIds[0] ?? '';
    await hold(await makeAccount(), own, start);
    expect(await given(await makeAccount(), serviceId, start)).toBe(second?.providerId);
    expect(await hold(await makeAccount(), serviceId, start, first?.providerId)).toMatchObject(
      refused('booking.slotTaken'),
    );
  });

  it('picked again by its client is the hold that runs, and another one who is named ends it', async () => {
    const { members, serviceId } = await practiceOf(2);
    const client = await makeAccount();
    const start = inDays(11);
    const first = await hold(client, serviceId, start);
    expect(await hold(client, serviceId, start)).toEqual(first);
    const taken = await given(client, serviceId, start);
    const other = members.find(({ providerId }) => providerId !== taken)?.providerId ?? '';
    expect(await given(client, serviceId, start, other)).toBe(other);
    expect(await db().booking.count({ where: { clientId: client.accountId, status: 'held' } })).toBe(1);
  });
});
