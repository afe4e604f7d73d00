import { expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeTie } from '@/prisma/seed/factories/bookings';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { proposeBooking } from './propose-booking';

const proposalTo = (client: AccountActor, serviceIds: readonly string[]) => ({
  clientId: client.accountId,
  serviceId: serviceIds[0] ?? '',
  title: null,
  date: localDate(addHours(new Date(), 24 * 10), 'Europe/Berlin'),
  time: 600,
  durationMinutes: 60,
  price: 9000,
  channel: 'video' as const,
  message: null,
  isAgreed: false,
});

it('a proposal sent twice at once is one, and neither answer says that the time is taken', async () => {
  const claire = await makeSpecialist();
  const client = await makeAccount();
  await makeTie(claire.providerId, client.accountId);
  const input = proposalTo(client, claire.serviceIds);
  const answers = await Promise.all([1, 2].map(() => proposeBooking(claire.actor, input)));
  expect(await db().booking.count({ where: { providerId: claire.providerId } })).toBe(1);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
});

it('nobody is proposed a session where they work by now, not even one agreed upon', async () => {
  const organisation = await makeOrganisation();
  await addMember(organisation, await makeSpecialist());
  const client = await makeAccount();
  await makeTie(organisation.providerId, client.accountId);
  const input = proposalTo(client, organisation.serviceIds);
  expect(await proposeBooking(organisation.actor, input)).toMatchObject({ ok: true });
  await addManager(organisation, client);
  const agreed = { ...input, time: 720, price: 0, isAgreed: true };
  for (const again of [{ ...input, time: 720 }, agreed])
    expect(await proposeBooking(organisation.actor, again)).toEqual({
      ok: false,
      error: { code: 'booking.clientOfTeam' },
    });
});
