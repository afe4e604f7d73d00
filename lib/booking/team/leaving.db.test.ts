import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { findActor, openSession } from '@/lib/server/session/store';
import { activateService } from '@/lib/services/switch-service';
import { newId } from '@/lib/shared/ids';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeTie } from '@/prisma/seed/factories/bookings';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeService, makeSpecialist } from '@/prisma/seed/factories/providers';
import { acceptBooking } from '../accept-booking';
import { correctOutcome } from '../correct-outcome';
import { holdSlot } from '../hold-slot';
import { loadRecentNews } from '../news-loaders';
import { orderBooking } from '../order-booking';
import { proposeBooking } from '../propose-booking';
import { rejectBooking } from '../reject-booking';
import { changeRole } from './change-role';
import { loadTeamPage } from './loaders';
import { leaveOrganisation, removeMember } from './remove-member';

const start = addHours(new Date(new Date().toISOString().slice(0, 10)), 6 * 24 + 12);
const refused = (code: string) => ({ ok: false, error: { code } });
const addresses = () => ({ success: '', cancel: '', locale: 'en' as const });

async function makeTeam() {
  const organisation = await makeOrganisation({ services: [{ priceAmount: 0 }] });
  const [first, second] = [await makeSpecialist(), await makeSpecialist()];
  const member = await addMember(organisation, first);
  const colleague = await addMember(organisation, second);
  const manager = await addManager(organisation, await makeAccount());
  const idOf = async (accountId: string) =>
    (await db().membership.findFirstOrThrow({ where: { accountId, endedAt: null } })).id;
  return {
    organisation,
    owner: organisation.actor,
    serviceId: organisation.serviceIds[0] ?? '',
    first,
    second,
    member,
    colleague,
    manager,
    memberId: await idOf(member.accountId),
    managerId: await idOf(manager.accountId),
  };
}

/** A pending request to a member. */
async function request(serviceId: string, specialistId: string, at = start): Promise<string> {
  const client = await makeAccount();
  const held = await holdSlot(client, { serviceId, start: at, member: specialistId });
  if (!held.ok) throw new Error(held.error.code);
  const ordered = await orderBooking(client, { bookingId: held.value.bookingId, note: null }, addresses);
  if (!ordered.ok) throw new Error(ordered.error.code);
  return held.value.bookingId;
}

describe('parting', () => {
  it('waits until nothing stands: requests, sessions and times being held', async () => {
    const { owner, serviceId, first, member, memberId } = await makeTeam();
    const bookingId = await request(serviceId, first.providerId);
    expect(await removeMember(owner, { membershipId: memberId })).toMatchObject(
      refused('organisation.sessionsAhead'),
    );
    expect(await leaveOrganisation(member, { membershipId: memberId })).toMatchObject(
      refused('organisation.sessionsAhead'),
    );
    if (!owner.provider) throw new Error('no practice');
    const { rows } = await loadTeamPage({ ...owner, provider: owner.provider });
    expect(rows.find(({ id }) => id === memberId)?.standing.map(({ id }) => id)).toEqual([bookingId]);
    expect(await rejectBooking(member, { bookingId, reason: null })).toMatchObject({ ok: true });
    const client = await makeAccount();
    await holdSlot(client, { serviceId, start, member: first.providerId });
    expect(await removeMember(owner, { membershipId: memberId })).toMatchObject(
      refused('organisation.sessionsAhead'),
    );
    await db().booking.updateMany({
      where: { clientId: client.accountId },
      data: { heldUntil: addHours(new Date(), -1) },
    });
    expect(await removeMember(owner, { membershipId: memberId })).toMatchObject({ ok: true });
    expect(await db().serviceMember.count({ where: { specialistId: first.providerId } })).toBe(0);
    const mail = await db().email.findFirst({ where: { kind: 'organisation.removed' } });
    expect(mail?.recipient).toBe(member.email);
    expect(await removeMember(owner, { membershipId: memberId })).toMatchObject(refused('common.notFound'));
  });

  it('takes off sale what nobody gives any more', async () => {
    const { owner, organisation, first, member, memberId } = await makeTeam();
    const alone = await makeService(organisation.providerId, {});
    const both = organisation.serviceIds[0] ?? '';
    await db().serviceMember.create({
      data: { serviceId: alone, specialistId: first.providerId, organisationId: organisation.providerId },
    });
    expect(await leaveOrganisation(member, { membershipId: memberId })).toMatchObject({ ok: true });
    const onSale = await db().service.findMany({
      where: { providerId: organisation.providerId, isActive: true },
      select: { id: true },
    });
    expect(onSale).toEqual([{ id: both }]);
    expect(await removeMember(owner, { membershipId: memberId })).toMatchObject(refused('common.notFound'));
  });

  it('of all who give a service at once takes it off sale', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { owner, serviceId, memberId, colleague } = await makeTeam();
      const { accountId } = colleague;
      const { id: other } = await db().membership.findFirstOrThrow({ where: { accountId, endedAt: null } });
      const parted = await Promise.all(
        [memberId, other].map((id) => removeMember(owner, { membershipId: id })),
      );
      expect(parted).toMatchObject([{ ok: true }, { ok: true }]);
      expect(await db().service.findUniqueOrThrow({ where: { id: serviceId } })).toMatchObject({
        isActive: false,
      });
    }
  });

  it('of the last one while the service is put on sale leaves nothing on sale that nobody gives', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { organisation, owner } = await makeTeam();
      const alone = await makeService(organisation.providerId, {});
      await db().service.update({ where: { id: alone }, data: { isActive: false } });
      const { accountId } = await addMember(organisation, await makeSpecialist(), { serviceIds: [alone] });
      const { id: membershipId } = await db().membership.findFirstOrThrow({ where: { accountId } });
      await Promise.all([
        removeMember(owner, { membershipId }),
        activateService(owner, { serviceId: alone }),
      ]);
      const givers = await db().serviceMember.count({ where: { serviceId: alone } });
      const { isActive } = await db().service.findUniqueOrThrow({ where: { id: alone } });
      expect({ isActive, givers }).toEqual({ isActive: false, givers: 0 });
    }
  });

  it('of the last member while holds of their time run at once leaves no session with nobody', async () => {
    for (let round = 0; round < 6; round += 1) {
      const organisation = await makeOrganisation({ services: [{ priceAmount: 0 }] });
      const specialist = await makeSpecialist();
      const member = await addMember(organisation, specialist);
      const { id: membershipId } = await db().membership.findFirstOrThrow({
        where: { accountId: member.accountId },
      });
      const serviceId = organisation.serviceIds[0] ?? '';
      const clients = await Promise.all([1, 2, 3].map(() => makeAccount()));
      const [left, ...held] = await Promise.all([
        removeMember(organisation.actor, { membershipId }),
        ...clients.map((client, index) => holdSlot(client, { serviceId, start: addHours(start, index) })),
      ]);
      const standing = await db().booking.count({ where: { serviceId, status: 'held' } });
      expect(standing).toBe(held.filter(({ ok }) => ok).length);
      if (left.ok) expect(standing).toBe(0);
      else expect(left).toMatchObject(refused('organisation.sessionsAhead'));
    }
  }, 60_000);

  it('while a session of theirs is proposed leaves no proposal, or waits for it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { organisation, owner, serviceId, first, memberId } = await makeTeam();
      const { accountId: clientId } = await makeAccount();
      await makeTie(organisation.providerId, clientId);
      const [left, proposed] = await Promise.all([
        removeMember(owner, { membershipId: memberId }),
        proposeBooking(owner, {
          clientId,
          serviceId,
          member: first.providerId,
          title: null,
          date: localDate(start, 'Europe/Berlin'),
          time: 600,
          durationMinutes: 45,
          price: 0,
          channel: 'video',
          message: null,
          isAgreed: false,
        }),
      ]);
      expect(await db().booking.count({ where: { serviceId } })).toBe(proposed.ok ? 1 : 0);
      expect([left.ok, proposed.ok]).toContain(true);
      expect([left.ok, proposed.ok]).toContain(false);
    }
  });

  it('is for those in charge: managers with members, the owner with managers too', async () => {
    const team = await makeTeam();
    const { owner, manager, colleague, memberId, managerId } = team;
    const other = await makeOrganisation();
    for (const stranger of [anonymous, other.actor, colleague, await makeAccount()]) {
      for (const membershipId of [memberId, managerId, newId()]) {
        expect(await removeMember(stranger, { membershipId })).toMatchObject(refused('common.notFound'));
        expect(await changeRole(stranger, { membershipId, role: 'manager' })).toMatchObject(
          refused('common.notFound'),
        );
        const left = await leaveOrganisation(stranger, { membershipId });
        expect(['common.notFound', 'auth.signInRequired']).toContain(left.ok ? '' : left.error.code);
      }
    }
    expect(await removeMember(manager, { membershipId: managerId })).toMatchObject(
      refused('common.forbidden'),
    );
    expect(await changeRole(manager, { membershipId: memberId, role: 'manager' })).toMatchObject(
      refused('common.notFound'),
    );
    expect(await removeMember(manager, { membershipId: memberId })).toMatchObject({ ok: true });
    expect(await removeMember(owner, { membershipId: managerId })).toMatchObject({ ok: true });
  });
});

describe('another role', () => {
  it('ends one part and begins the other, so that what was given stays known', async () => {
    const { owner, serviceId, first, memberId, managerId } = await makeTeam();
    const bookingId = await request(serviceId, first.providerId);
    const toManager = () => changeRole(owner, { membershipId: memberId, role: 'manager' });
    expect(await toManager()).toMatchObject(refused('organisation.sessionsAhead'));
    await rejectBooking(owner, { bookingId, reason: null });
    expect(await toManager()).toMatchObject({ ok: true });
    const rows = await db().membership.findMany({
      where: { accountId: first.actor.accountId },
      orderBy: { since: 'asc' },
      select: { role: true, endedAt: true },
    });
    expect(rows.map(({ role, endedAt }) => [role, endedAt === null])).toEqual([
      ['member', false],
      ['manager', true],
    ]);
    expect(await changeRole(owner, { membershipId: managerId, role: 'member' })).toMatchObject(
      refused('organisation.specialistNeeded'),
    );
  });
});

describe('a session at an organisation', () => {
  let team: Awaited<ReturnType<typeof makeTeam>>;
  beforeAll(async () => {
    team = await makeTeam();
  });

  it('is told to its client, the member, the owner and the managers, once each', async () => {
    const bookingId = await request(team.serviceId, team.first.providerId);
    const told = await db().notification.findMany({ where: { bookingId, kind: 'booking.requested' } });
    const { clientId } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
    expect(told.map(({ accountId }) => accountId).toSorted()).toEqual(
      [clientId, team.member.accountId, team.owner.accountId, team.manager.accountId].toSorted(),
    );
  });

  it('is answered by the member, the owner or a manager, and by no colleague or former member', async () => {
    const { serviceId, first, member, colleague, manager, owner } = team;
    for (const [index, actor] of [member, manager, owner].entries()) {
      const bookingId = await request(serviceId, first.providerId, addHours(start, 2 + index));
      const former = { ...member, memberOf: [] };
      for (const nobody of [colleague, former, anonymous])
        expect(await acceptBooking(nobody, { bookingId })).toMatchObject(refused('common.notFound'));
      expect(await acceptBooking(actor, { bookingId })).toMatchObject({ ok: true });
    }
  });
});

describe('whoever has left', () => {
  it('sees nothing of what they were told there, and hears no more of it', async () => {
    const { owner, serviceId, first, member, manager, memberId, managerId } = await makeTeam();
    const bookingId = await request(serviceId, first.providerId);
    for (const actor of [member, manager])
      expect(await loadRecentNews(actor, 'provider')).toMatchObject([{ bookingId }]);
    const [from, to] = [addHours(new Date(), -2), addHours(new Date(), -1)];
    await db().booking.update({
      where: { id: bookingId },
      data: { status: 'completed', startsAt: from, endsAt: to },
    });
    await removeMember(owner, { membershipId: memberId });
    await removeMember(owner, { membershipId: managerId });
    const formerMember = { ...member, memberOf: [] };
    const formerManager = { ...manager, provider: null, practices: [] };
    for (const actor of [formerMember, formerManager])
      expect(await loadRecentNews(actor, 'provider')).toEqual([]);
    expect(await correctOutcome(owner, { bookingId, outcome: 'missed' })).toMatchObject({ ok: true });
    const mails = await db().email.findMany({ where: { kind: 'booking.correctedToMissed' } });
    const told = mails.map(({ recipient }) => recipient);
    expect(told).toContain(owner.email);
    expect(told).not.toContain(member.email);
    expect(told).not.toContain(manager.email);
  });
});

describe('whom a browser acts for', () => {
  it('is read anew: a manager who was removed has nothing in view', async () => {
    const { owner, organisation, manager, managerId } = await makeTeam();
    const now = new Date();
    const token = await openSession(db(), {
      accountId: manager.accountId,
      now,
      address: null,
      userAgent: null,
    });
    expect((await findActor(token, now))?.provider).toMatchObject({
      id: organisation.providerId,
      role: 'manager',
    });
    await db().session.updateMany({
      where: { accountId: manager.accountId },
      data: { actingProviderId: organisation.providerId },
    });
    await removeMember(owner, { membershipId: managerId });
    expect(await findActor(token, now)).toMatchObject({ provider: null, practices: [] });
  });
});

describe('the database', () => {
  it('keeps owners out of their team, members specialists, and services with members', async () => {
    const { organisation, owner, first, serviceId } = await makeTeam();
    const organisationId = organisation.providerId;
    const since = new Date();
    const join = (data: { accountId: string; role: 'member' | 'manager'; specialistId?: string }) =>
      db().membership.create({ data: { organisationId, since, ...data } });
    const isRefused = async (write: Promise<unknown>, constraint: string) =>
      expect(await write.catch((error: unknown) => isConstraintViolation(error, constraint))).toBe(true);
    await isRefused(join({ accountId: owner.accountId, role: 'manager' }), 'membership_of_organisation');
    const { accountId } = await makeAccount();
    await isRefused(join({ accountId, role: 'member' }), 'membership_member_is_specialist');
    await isRefused(
      join({ accountId, role: 'member', specialistId: first.providerId }),
      'membership_of_own_practice',
    );
    await isRefused(join({ accountId: first.actor.accountId, role: 'manager' }), 'membership_one_open');
    const other = await makeOrganisation();
    await isRefused(
      join({ accountId: other.actor.accountId, role: 'member', specialistId: other.providerId }),
      'membership_of_specialist',
    );
    const stranger = await makeSpecialist();
    await isRefused(
      db().serviceMember.create({ data: { serviceId, organisationId, specialistId: stranger.providerId } }),
      'service_member_works_there',
    );
  });
});
