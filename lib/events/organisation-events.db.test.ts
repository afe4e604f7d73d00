import { describe, expect, it } from 'vitest';
import type { AccountActor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { removeMember } from '@/lib/booking/team/remove-member';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { mailsTo } from '@/prisma/test-seats';
import { cancelEvent } from './cancel-event';
import { changeEvent } from './change-event';
import { createEvent } from './create-event';
import { renderEventEmail } from './emails/event-emails';
import { listFeedEvents } from './feed-events';
import { loadAgendaEvents, loadComingEvents, loadOwnEvent } from './hosting/loaders';
import { loadRecentEventNews } from './news-loaders';
import { publishEvent } from './publish-event';
import { findEventToAttend } from './read-attendable';
import { readEventSeats } from './read-public-event';
import type { EventInput } from './schema';
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

const startsAt = addHours(new Date(new Date().toISOString().slice(0, 10)), 240 + 16);
const plan = (change: Partial<EventInput> = {}): EventInput => ({
  start: { date: startsAt.toISOString().slice(0, 10), minute: 18 * 60 },
  deadline: null,
  durationMinutes: 90,
  priceAmount: 0,
  vatBps: 0,
  minimumSeats: 1,
  maximumSeats: 10,
  language: 'en',
  cover: 'cover-talk',
  texts: [{ locale: 'en', title: 'Money in a family', description: '' }],
  ...change,
});

async function practice() {
  const organisation = await makeOrganisation();
  const member = await makeSpecialist({ provider: { displayName: 'Antoine Rousset' } });
  const memberActor = await addMember(organisation, member);
  const manager = await addManager(organisation, await makeAccount());
  return { organisation, member: { ...member, actor: memberActor }, manager };
}

const inView = (actor: AccountActor): ProviderActor => {
  if (!actor.provider) throw new Error('no practice');
  return { ...actor, provider: actor.provider };
};

async function created(actor: AccountActor, input: EventInput): Promise<string> {
  const event = await createEvent(actor, input);
  if (!event.ok) throw new Error(JSON.stringify(event.error));
  return event.value.eventId;
}

describe('an event that a member holds', () => {
  it('is for members alone', async () => {
    const { organisation, member } = await practice();
    const stranger = await makeSpecialist();
    const invalid = { ok: false, error: { fields: { hostId: 'common.invalidChoice' } } };
    expect(await createEvent(organisation.actor, plan({ hostId: stranger.providerId }))).toMatchObject(
      invalid,
    );
    expect(await createEvent(stranger.actor, plan({ hostId: member.providerId }))).toMatchObject(invalid);
    expect((await createEvent(stranger.actor, plan({ hostId: stranger.providerId }))).ok).toBe(true);
  });

  it('takes the member’s time on sale, and is refused while something else does', async () => {
    const { organisation, member, manager } = await practice();
    const eventId = await created(manager, plan({ hostId: member.providerId }));
    expect((await publishEvent(manager, { eventId })).ok).toBe(true);
    const taken = await db().occupancy.findUniqueOrThrow({ where: { sourceId: eventId } });
    expect(taken.specialistId).toBe(member.providerId);
    const second = await created(organisation.actor, plan({ hostId: member.providerId }));
    expect(await publishEvent(organisation.actor, { eventId: second })).toEqual(refused('event.timeTaken'));
    expect((await changeEvent(organisation.actor, { ...plan(), eventId: second })).ok).toBe(true);
    expect((await publishEvent(organisation.actor, { eventId: second })).ok).toBe(true);
    const { words } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
    expect(words).toContain(' rousset');
  });

  it('goes to another host while nobody has a seat, and stays with the first afterwards', async () => {
    const { organisation, member } = await practice();
    const eventId = await created(organisation.actor, plan({ hostId: member.providerId }));
    await publishEvent(organisation.actor, { eventId });
    expect((await changeEvent(organisation.actor, { ...plan(), eventId })).ok).toBe(true);
    const { specialistId } = await db().occupancy.findUniqueOrThrow({ where: { sourceId: eventId } });
    expect(specialistId).toBe(organisation.providerId);
    await takeSeat(await makeAccount(), { eventId });
    const change = { ...plan({ hostId: member.providerId }), eventId };
    expect(await changeEvent(organisation.actor, change)).toMatchObject({
      error: { fields: { hostId: 'event.fixed' } },
    });
  });

  it('is seen by the member, who neither changes nor cancels it, and is there as its host', async () => {
    const { organisation, member, manager } = await practice();
    const eventId = await created(organisation.actor, plan({ hostId: member.providerId }));
    await expect(loadOwnEvent(inView(member.actor), eventId)).rejects.toThrow();
    await publishEvent(organisation.actor, { eventId });
    const { event, state } = await loadOwnEvent(inView(member.actor), eventId);
    expect(event.post?.host).toBe('Antoine Rousset');
    expect(state).toMatchObject({ canChange: false, canCancel: false, isHost: true });
    const window = { start: addHours(startsAt, -24), end: addHours(startsAt, 24) };
    for (const actor of [member.actor, manager])
      expect((await loadAgendaEvents(inView(actor), window)).map(({ id }) => id)).toEqual([eventId]);
    expect((await loadComingEvents(inView(member.actor))).coming).toHaveLength(1);
    expect(await loadAgendaEvents(inView(manager), window, organisation.providerId)).toEqual([]);
    expect(await changeEvent(member.actor, { ...plan(), eventId })).toEqual(refused('common.notFound'));
    await expect(loadOwnEvent(inView((await makeSpecialist()).actor), eventId)).rejects.toThrow();
  });

  it('is told of to member, owner and managers, once to each', async () => {
    const { organisation, member, manager } = await practice();
    const eventId = await created(organisation.actor, plan({ hostId: member.providerId }));
    await publishEvent(organisation.actor, { eventId });
    await takeSeat(await makeAccount(), { eventId });
    for (const actor of [organisation.actor, member.actor, manager])
      expect(await mailsTo(actor)).toEqual(['seatBooked']);
  });

  it('is heard of no more by whoever has left, and what was heard is gone', async () => {
    const { organisation, member } = await practice();
    const eventId = await created(organisation.actor, plan({ hostId: member.providerId }));
    await publishEvent(organisation.actor, { eventId });
    await takeSeat(await makeAccount(), { eventId });
    await cancelEvent(organisation.actor, { eventId });
    const heard = async (actor: AccountActor) =>
      (await loadRecentEventNews(actor, 'provider')).map(({ news }) => news).toSorted();
    expect(await heard(member.actor)).toEqual(['cancelled', 'seatBooked']);
    const left = { ...member.actor, memberOf: [] };
    expect(await heard(left)).toEqual([]);
    expect(await heard(organisation.actor)).toEqual(['cancelled', 'seatBooked']);
  });

  it('is neither given to a suspended member nor sold while its host is suspended', async () => {
    const { organisation, member } = await practice();
    const eventId = await created(organisation.actor, plan({ hostId: member.providerId }));
    const draftId = await created(
      organisation.actor,
      plan({ hostId: member.providerId, durationMinutes: 60 }),
    );
    await publishEvent(organisation.actor, { eventId });
    const holder = await makeAccount();
    await takeSeat(holder, { eventId });
    await db().provider.update({ where: { id: member.providerId }, data: { status: 'suspended' } });
    expect(await createEvent(organisation.actor, plan({ hostId: member.providerId }))).toMatchObject({
      error: { fields: { hostId: 'common.invalidChoice' } },
    });
    expect(await publishEvent(organisation.actor, { eventId: draftId })).toEqual(refused('event.hostGone'));
    const change = { ...plan({ hostId: member.providerId, language: 'fr' }), eventId };
    expect((await changeEvent(organisation.actor, change)).ok).toBe(true);
    expect(await takeSeat(await makeAccount(), { eventId })).toEqual(refused('provider.notBookable'));
    expect(await readEventSeats(eventId)).toMatchObject({ value: { refusal: 'provider.notBookable' } });
  });

  it('is written of under the organisation’s name and on its clocks, to the member on the own ones', async () => {
    const { organisation, member } = await practice();
    await db().provider.update({ where: { id: member.providerId }, data: { timeZone: 'Asia/Tokyo' } });
    const { displayName, timeZone } = await db().provider.findUniqueOrThrow({
      where: { id: organisation.providerId },
    });
    const eventId = await created(organisation.actor, plan({ hostId: member.providerId }));
    await publishEvent(organisation.actor, { eventId });
    const client = await makeAccount({ timeZone });
    await takeSeat(client, { eventId });
    for (const actor of [organisation.actor, member.actor, client]) {
      const { accountId } = actor;
      const kind = 'event.seatBooked';
      const { params } = await db().email.findFirstOrThrow({ where: { accountId, kind } });
      const mail = await renderEventEmail({ kind, locale: 'en', params: params as Record<string, string> });
      expect(mail?.text.includes('Tokyo')).toBe(actor === member.actor);
      expect(mail?.text).toContain('Antoine Rousset');
      if (actor === client) expect(mail?.text).toContain(displayName);
    }
  });

  it('stands in the calendars of the organisation and, until they leave, of the member', async () => {
    const { organisation, member } = await practice();
    const eventId = await created(organisation.actor, plan({ hostId: member.providerId }));
    await publishEvent(organisation.actor, { eventId });
    const window = { start: addHours(startsAt, -24), end: addHours(startsAt, 24) };
    const read = async ({ provider, accountId, memberOf }: AccountActor) => {
      const practice = provider && { ...provider, memberOf: [...memberOf] };
      const reader = { kind: 'agenda' as const, accountId, locale: 'en', timeZone: 'UTC', practice };
      return (await listFeedEvents(reader, window)).map(({ id }) => id);
    };
    expect(await read(organisation.actor)).toEqual([eventId]);
    expect(await read(member.actor)).toEqual([eventId]);
    expect(await read({ ...member.actor, memberOf: [] })).toEqual([]);
  });

  it('keeps the member until it is over; a draft does not, but is not published any more', async () => {
    const { organisation, member } = await practice();
    const eventId = await created(organisation.actor, plan({ hostId: member.providerId }));
    const draftId = await created(organisation.actor, plan({ hostId: member.providerId }));
    await publishEvent(organisation.actor, { eventId });
    const { accountId } = member.actor;
    const { id: membershipId } = await db().membership.findFirstOrThrow({ where: { accountId } });
    expect(await removeMember(organisation.actor, { membershipId })).toEqual(
      refused('organisation.sessionsAhead'),
    );
    await cancelEvent(organisation.actor, { eventId });
    expect((await removeMember(organisation.actor, { membershipId })).ok).toBe(true);
    expect(await publishEvent(organisation.actor, { eventId: draftId })).toEqual(refused('event.hostGone'));
  });
});
