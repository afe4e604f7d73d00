import { expect, it } from 'vitest';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { cancelEvent } from './cancel-event';
import { findEventToAttend } from './read-attendable';
import { takeSeat } from './seats/take-seat';
import { waitForSeat } from './waiting/wait-for-seat';

const refused = (code: string) => ({ ok: false, error: { code } });

it('an event of an organisation is held by its owner or a manager; who works there has no seat', async () => {
  const organisation = await makeOrganisation();
  const member = await addMember(organisation, await makeSpecialist());
  const manager = await addManager(organisation, await makeAccount());
  const eventId = await makeEvent(organisation, { startsAt: addHours(new Date(), 240), priceAmount: 0 });
  for (const actor of [organisation.actor, manager, member]) {
    expect(await takeSeat(actor, { eventId })).toEqual(refused('event.ownEvent'));
    expect(await waitForSeat(actor, { eventId })).toEqual(refused('event.ownEvent'));
    const event = await findEventToAttend(db(), eventId, actor.accountId);
    expect(event && can(actor, 'event:attend', event)).toBe(actor !== member);
  }
  expect(await takeSeat(await makeAccount(), { eventId })).toMatchObject({ ok: true });
  expect(await cancelEvent(member, { eventId })).toEqual(refused('common.notFound'));
  expect(await cancelEvent(manager, { eventId })).toMatchObject({ ok: true });
});
