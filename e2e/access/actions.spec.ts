import { readFileSync } from 'node:fs';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import type { AccountActor } from '@/lib/access/actor';
import { holdSlot } from '@/lib/booking/hold-slot';
import { orderBooking } from '@/lib/booking/order-booking';
import { proposeBooking } from '@/lib/booking/propose-booking';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { waitForSeat } from '@/lib/events/waiting/wait-for-seat';
import { invitationToken } from '@/lib/organisations/invitation-token';
import { inviteMember } from '@/lib/organisations/invite-member';
import { writeNote } from '@/lib/relationships/notes/write-note';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeClaim } from '@/prisma/seed/factories/claims';
import { makeEvent } from '@/prisma/seed/factories/events';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { actions, type Ids, inMonths, type Role, type Row } from '../fixtures/actions';
import { contextOf } from '../fixtures/contexts';
import { pathTo } from '../fixtures/paths';
import { expect, productNow, test } from '../fixtures/test';

type Built = { id: string; page: string };

/** The actions of the build, by name: under which id they answer, and a page that takes them. */
function builtActions(): Map<string, Built> {
  const manifest: { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> } =
    JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'));
  return new Map(
    Object.entries(manifest.node).map(([id, { exportedName, workers }]) => {
      const pages = Object.keys(workers).map((worker) =>
        worker
          .replace('app/[locale]', '')
          .replaceAll(/\/\(\w+\)/g, '')
          .replace(/\/page$/, ''),
      );
      return [exportedName, { id, page: pages.find((page) => !page.includes('[')) ?? pages[0] ?? '' }];
    }),
  );
}

/** Calls an action as the browser does; several values of a name are several fields. */
async function call(context: APIRequestContext, { id, page }: Built, row: Row, ids: Ids): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(row.fields?.(ids) ?? {}))
    for (const one of [value].flat()) form.append(`_1_${name}`, one);
  form.append('0', JSON.stringify(row.isPlain ? ['$K1'] : [{ status: 'idle' }, '$K1']));
  const path = page
    .replace('[bookingId]', ids.bookingId)
    .replace('[serviceId]', ids.serviceId)
    .replace('[clientId]', ids.clientId)
    .replace('[eventId]', ids.eventId)
    .replace('[seatId]', ids.seatId);
  const response = await context.post(pathTo('en', path), {
    headers: {
      'next-action': id,
      origin: process.env.APP_URL ?? 'http://localhost:3000',
      accept: 'text/x-component',
    },
    multipart: form,
    maxRedirects: 0,
  });
  return outcomeOf(response);
}

async function outcomeOf(response: APIResponse): Promise<string> {
  if (response.status() >= 500) return `status ${response.status()}`;
  const redirect = response.headers()['x-action-redirect'] ?? '';
  const error = /[?&](?:error|onboarding|debts|back)=([\w.]+)/.exec(redirect)?.[1];
  if (redirect !== '') return error ?? 'done';
  const text = await response.text();
  return (
    /"code":"([\w.]+)"/.exec(text)?.[1] ??
    (text.includes('"status":"done"') ? 'done' : `status ${response.status()}`)
  );
}

const refusals = [
  'common.notFound',
  'auth.signInRequired',
  'common.forbidden',
  'account.alreadyProvider',
  'booking.ownService',
  'event.ownEvent',
  'failed',
  'organisation.otherAccount',
  'auth.linkInvalid',
];

/** A pending request for a session at price 0, asked for as a client does. */
async function requestFree(client: AccountActor, serviceId: string): Promise<string> {
  const offered = await fetch(`${process.env.APP_URL}/api/slots?service=${serviceId}&zone=UTC&days=31`);
  const { slots }: { slots: { start: string }[] } = await offered.json();
  const start = new Date(slots.at(-1)?.start ?? '');
  const held = await holdSlot(client, { serviceId, start, channel: undefined });
  if (!held.ok) throw new Error(held.error.code);
  const input = { bookingId: held.value.bookingId, note: null, channel: undefined };
  const ordered = await orderBooking(client, input, () => ({ success: '', cancel: '', locale: 'en' }));
  if (!ordered.ok) throw new Error(ordered.error.code);
  return held.value.bookingId;
}

/** A free session proposed to a client, as an advisor does. */
async function propose({ actor, serviceIds: [serviceId = ''] }: SeededProvider, client: AccountActor) {
  const proposed = await proposeBooking(actor, {
    clientId: client.accountId,
    serviceId,
    title: null,
    date: inMonths(2),
    time: 180,
    durationMinutes: 30,
    price: 0,
    channel: 'video',
    message: null,
    isAgreed: false,
  });
  if (!proposed.ok) throw new Error(proposed.error.code);
  return proposed.value.bookingId;
}

async function writeOneNote({ actor }: SeededProvider, client: AccountActor): Promise<string> {
  const written = await writeNote(actor, { clientId: client.accountId, bookingId: null, text: 'A note' });
  if (!written.ok) throw new Error(written.error.code);
  return written.value.noteId;
}

/** A practice with a manager and a member who has a request to answer, and an invitation of somebody. */
async function makePractice(client: AccountActor, invited: AccountActor) {
  const organisation = await makeOrganisation({ services: [{ priceAmount: 0 }] });
  const specialist = await makeSpecialist();
  await addMember(organisation, specialist);
  const manager = await addManager(organisation, await makeAccount());
  await requestFree(client, organisation.serviceIds[0] ?? '');
  const { accountId } = specialist.actor;
  const { id: membershipId } = await db().membership.findFirstOrThrow({ where: { accountId } });
  const sent = await inviteMember(organisation.actor, { email: invited.email, role: 'manager' });
  if (!sent.ok) throw new Error(sent.error.code);
  const { invitationId } = sent.value;
  return {
    accounts: { owner: organisation.actor.accountId, manager: manager.accountId, member: accountId },
    ids: {
      organisationId: organisation.providerId,
      membershipId,
      invitationId: await openInvitation(organisation),
      token: invitationToken(invitationId),
    },
  };
}

/** One more, to be revoked. */
async function openInvitation({ actor }: SeededProvider): Promise<string> {
  const sent = await inviteMember(actor, { email: `${newId()}@example.com`, role: 'member' });
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value.invitationId;
}

/** For a service that is not on sale any more, so that no place of it is offered meanwhile. */
async function waitForOne({ serviceIds }: SeededProvider, { accountId }: AccountActor): Promise<string> {
  const days = { firstDate: new Date(inMonths(1)), lastDate: new Date(inMonths(1)) };
  const data = { clientId: accountId, serviceId: serviceIds[1] ?? '', ...days };
  return (await db().waitingEntry.create({ data, select: { id: true } })).id;
}

/** An event on sale, at which the client has a seat. */
async function makeSeat(specialist: SeededProvider, client: AccountActor) {
  const startsAt = addHours(await productNow(), 1000);
  const eventId = await makeEvent(specialist, { startsAt, priceAmount: 0 });
  const taken = await takeSeat(client, { eventId });
  if (!taken.ok) throw new Error(taken.error.code);
  return { eventId, seatId: taken.value.seatId };
}

/** The client waits for the only seat of an event, which somebody else has. */
async function waitInLine(specialist: SeededProvider, client: AccountActor): Promise<string> {
  const startsAt = addHours(await productNow(), 1010);
  const only = { minimumSeats: 1, maximumSeats: 1, priceAmount: 0 };
  const eventId = await makeEvent(specialist, { startsAt, ...only });
  const taken = await takeSeat(await makeAccount(), { eventId });
  if (!taken.ok) throw new Error(taken.error.code);
  const waits = await waitForSeat(client, { eventId });
  if (!waits.ok) throw new Error(waits.error.code);
  return waits.value.entryId;
}

async function makeCast() {
  const specialist = await makeSpecialist({
    education: [{ year: 2010, title: 'Diploma', institution: 'University' }],
    services: [{ priceAmount: 0 }, { isActive: false }],
  });
  const client = await makeAccount();
  const bookingId = await requestFree(client, specialist.serviceIds[0] ?? '');
  const session = await db().session.create({
    data: {
      accountId: client.accountId,
      tokenHash: newId(),
      expiresAt: addHours(await productNow(), 24),
    },
  });
  const education = await db().education.findFirstOrThrow({ where: { providerId: specialist.providerId } });
  const sourceId = newId();
  await db().calendarSource.create({
    data: {
      id: sourceId,
      specialistId: specialist.providerId,
      name: 'Work',
      url: 'https://calendar.invalid/own.ics',
      nextReadAt: addHours(await productNow(), 24),
    },
  });
  const suspended = await makeAccount();
  const otherClient = await makeAccount();
  const practice = await makePractice(client, otherClient);
  const cast: Record<Role, string | null> = {
    visitor: null,
    suspended: suspended.accountId,
    client: client.accountId,
    otherClient: otherClient.accountId,
    specialist: specialist.actor.accountId,
    otherSpecialist: (await makeSpecialist()).actor.accountId,
    admin: (await makeAccount({ isAdmin: true })).accountId,
    ...practice.accounts,
  };
  const ids: Ids = {
    ...practice.ids,
    bookingId,
    paymentId: (await db().payment.findUniqueOrThrow({ where: { bookingId } })).id,
    proposalId: await propose(specialist, client),
    clientId: client.accountId,
    noteId: await writeOneNote(specialist, client),
    entryId: await waitForOne(specialist, client),
    lineId: await waitInLine(specialist, client),
    serviceId: specialist.serviceIds[0] ?? '',
    educationId: education.id,
    sessionId: session.id,
    sourceId,
    claimId: await makeClaim(bookingId, await productNow()),
    ...(await makeSeat(specialist, client)),
  };
  return { cast, ids, suspendedId: suspended.accountId, providerId: specialist.providerId };
}

/** Everything that strangers could have changed. */
async function stateOf(
  { bookingId, proposalId, sessionId, sourceId, organisationId, entryId, lineId, eventId }: Ids,
  providerId: string,
): Promise<string> {
  const provider = await db().provider.findUniqueOrThrow({
    where: { id: providerId },
    include: { texts: true, education: true, weeklyRanges: true, services: { include: { texts: true } } },
  });
  const booked = await db().booking.findUniqueOrThrow({
    where: { id: bookingId },
    include: { payment: true },
  });
  const session = await db().session.findUnique({ where: { id: sessionId } });
  const source = await db().calendarSource.findUnique({ where: { id: sourceId } });
  const proposed = await db().booking.findUniqueOrThrow({ where: { id: proposalId } });
  const notes = await db().clientNote.findMany({ where: { providerId }, orderBy: { id: 'asc' } });
  const organisation = await db().provider.findUniqueOrThrow({
    where: { id: organisationId },
    include: { team: true, memberInvitations: true, services: { include: { members: true } } },
  });
  const waits = await db().waitingEntry.findMany({
    where: { id: { in: [entryId, lineId] } },
    orderBy: { id: 'asc' },
  });
  const events = await db().event.findMany({
    where: { providerId },
    include: { texts: true, seats: { where: { eventId }, include: { payment: true } } },
  });
  const claims = await db().claim.findMany({ where: { providerId }, include: { messages: true } });
  const measures = await db().providerMeasure.findMany({ where: { providerId: organisationId } });
  const more = [organisation, waits, events, claims, measures];
  return JSON.stringify([provider, booked, session, source, proposed, notes, ...more]);
}

test('the table holds every action of the build', () => {
  expect(Object.keys(actions).toSorted()).toEqual([...builtActions().keys()].toSorted());
});

test('strangers change nothing and learn nothing by any action; those whose thing it is get in', async ({
  baseURL,
}) => {
  test.setTimeout(300_000);
  const { cast, ids, suspendedId, providerId } = await makeCast();
  const absent: Ids = {
    bookingId: newId(),
    paymentId: newId(),
    sourceId: newId(),
    proposalId: newId(),
    clientId: newId(),
    noteId: newId(),
    entryId: newId(),
    lineId: newId(),
    serviceId: newId(),
    educationId: newId(),
    sessionId: newId(),
    organisationId: newId(),
    membershipId: newId(),
    invitationId: newId(),
    token: invitationToken(newId()),
    eventId: newId(),
    seatId: newId(),
    claimId: newId(),
  };
  const contexts = new Map<Role, APIRequestContext>();
  for (const role of Object.keys(cast) as Role[])
    contexts.set(role, await contextOf(baseURL ?? '', cast[role]));
  await db().account.update({ where: { id: suspendedId }, data: { status: 'suspended' } });
  const before = await stateOf(ids, providerId);
  const built = builtActions();
  const wrong: string[] = [];
  for (const [name, row] of Object.entries(actions)) {
    const action = built.get(name);
    if (!action) continue;
    for (const [role, context] of contexts) {
      if (row.allowed.includes(role)) continue;
      const answer = await call(context, action, row, ids);
      if (row.isOpen) {
        if (answer.startsWith('status 5')) wrong.push(`${role} ${name}: ${answer}`);
        if (role === 'visitor') break;
        continue;
      }
      const nothing = await call(context, action, row, absent);
      if (!refusals.includes(answer)) wrong.push(`${role} ${name}: ${answer}`);
      if (answer !== nothing && !row.isPublic)
        wrong.push(`${role} ${name}: ${answer}, but ${nothing} for what does not exist`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await stateOf(ids, providerId)).toEqual(before);
  for (const [name, row] of Object.entries(actions)) {
    const action = built.get(name);
    for (const role of row.allowed) {
      const context = contexts.get(role);
      const answer = action && context ? await call(context, action, row, ids) : 'not there';
      if (refusals.includes(answer) || answer.startsWith('status')) wrong.push(`${role} ${name}: ${answer}`);
    }
  }
  expect(wrong).toEqual([]);
});
