import { describe, expect, it } from 'vitest';
import { anonymous } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { newId } from '@/lib/shared/ids';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { addManager, addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { acceptInvitation, declineInvitation } from './answer-invitation';
import { renderOrganisationEmail } from './emails/organisation-emails';
import { invitationToken } from './invitation-token';
import { inviteMember } from './invite-member';
import { mailInvitation } from './jobs';
import { loadInvitation } from './loaders';
import { revokeInvitation } from './revoke-invitation';
import { switchPractice } from './switch-practice';

const refused = (code: string) => ({ ok: false, error: { code } });
const addressOf = () => `${newId()}@example.com`;

async function invited(email: string, role: 'member' | 'manager' = 'member') {
  const organisation = await makeOrganisation();
  const sent = await inviteMember(organisation.actor, { email, role });
  if (!sent.ok) throw new Error(sent.error.code);
  const { invitationId } = sent.value;
  return { organisation, invitationId, token: invitationToken(invitationId) };
}

describe('inviting', () => {
  it('answers alike for known and unknown addresses, and writes to each in the right language', async () => {
    const known = await makeAccount({ locale: 'ru' });
    const organisation = await makeOrganisation({ provider: { mainLocale: 'fr' } });
    const locales: string[] = [];
    for (const email of [known.email, addressOf()]) {
      const sent = await inviteMember(organisation.actor, { email, role: 'member' });
      expect(sent).toEqual({ ok: true, value: { invitationId: expect.any(String) } });
      if (!sent.ok) continue;
      await mailInvitation(sent.value);
      await mailInvitation(sent.value);
      const mails = await db().email.findMany({ where: { recipient: email } });
      expect(mails).toHaveLength(1);
      const [mail] = mails;
      locales.push(mail?.locale ?? '');
      const rendered = await renderOrganisationEmail({
        kind: 'organisation.invited',
        locale: mail?.locale ?? '',
        params: sent.value,
      });
      expect(rendered?.text).toContain(`token=${invitationToken(sent.value.invitationId)}`);
      expect(JSON.stringify(mail)).not.toContain(invitationToken(sent.value.invitationId));
    }
    expect(locales).toEqual(['ru', 'fr']);
  });

  it('is open once for an address, however many ask at once', async () => {
    const organisation = await makeOrganisation();
    const email = addressOf();
    const ask = () => inviteMember(organisation.actor, { email, role: 'member' });
    const both = await Promise.all([ask(), ask(), ask()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of both.filter(({ ok }) => !ok))
      expect(answer).toMatchObject(refused('organisation.alreadyInvited'));
    await db().memberInvitation.updateMany({
      where: { email },
      data: { createdAt: addHours(new Date(), -200), expiresAt: addHours(new Date(), -1) },
    });
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject(refused('organisation.alreadyInvited'));
    // The fifth mail of a day was the last.
    expect(await ask()).toMatchObject(refused('common.rateLimited'));
  });

  it('leaves out who works here already, and the owner', async () => {
    const organisation = await makeOrganisation();
    const member = await addMember(organisation, await makeSpecialist());
    const invite = (email: string) => inviteMember(organisation.actor, { email, role: 'manager' });
    expect(await invite(member.email)).toMatchObject(refused('organisation.alreadyMember'));
    expect(await invite(organisation.actor.email)).toMatchObject(refused('organisation.ownerInvited'));
  });

  it('is for the owner and managers, of managers for the owner alone', async () => {
    const organisation = await makeOrganisation();
    const manager = await addManager(organisation, await makeAccount());
    const specialist = await makeSpecialist();
    const member = await addMember(organisation, specialist);
    const input = { email: addressOf(), role: 'member' as const };
    for (const nobody of [anonymous, member, specialist.actor, await makeAccount()])
      expect(await inviteMember(nobody, input)).toMatchObject(refused('common.notFound'));
    expect(await inviteMember(manager, { ...input, role: 'manager' })).toMatchObject(
      refused('common.forbidden'),
    );
    expect(await inviteMember(manager, input)).toMatchObject({ ok: true });
  });
});

describe('an invitation', () => {
  it('shows who invites, and opening it accepts nothing', async () => {
    const account = await makeAccount();
    const { organisation, token } = await invited(account.email, 'manager');
    const loaded = await loadInvitation(account, token);
    expect(loaded).toMatchObject({
      state: 'open',
      hindrance: null,
      invitation: { organisation: { id: organisation.providerId } },
    });
    expect(await db().membership.count({ where: { accountId: account.accountId } })).toBe(0);
    expect(await loadInvitation(anonymous, token)).toMatchObject({ state: 'open', hindrance: null });
    for (const nothing of ['x', invitationToken(newId()), undefined, ['x']])
      expect(await loadInvitation(account, nothing)).toBeNull();
  });

  it('makes a specialist a member, once', async () => {
    const specialist = await makeSpecialist();
    const { organisation, token } = await invited(specialist.actor.email.toUpperCase());
    const answers = await Promise.all([1, 2].map(() => acceptInvitation(specialist.actor, { token })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { accountId } = specialist.actor;
    expect(await db().membership.findMany({ where: { accountId } })).toMatchObject([
      { organisationId: organisation.providerId, role: 'member', specialistId: specialist.providerId },
    ]);
    expect(await acceptInvitation(specialist.actor, { token })).toMatchObject(refused('auth.linkUsed'));
    expect(await declineInvitation(specialist.actor, { token })).toMatchObject(refused('auth.linkUsed'));
  });

  it('is for the invited address alone, and asks a member to be a specialist first', async () => {
    const account = await makeAccount();
    const { token } = await invited(account.email);
    const stranger = await makeSpecialist();
    for (const answer of [acceptInvitation, declineInvitation]) {
      expect(await answer(anonymous, { token })).toMatchObject(refused('auth.signInRequired'));
      expect(await answer(stranger.actor, { token })).toMatchObject(refused('organisation.otherAccount'));
      expect(await answer(account, { token: invitationToken(newId()) })).toMatchObject(
        refused('auth.linkInvalid'),
      );
    }
    expect(await acceptInvitation(account, { token })).toMatchObject(
      refused('organisation.specialistNeeded'),
    );
    expect(await declineInvitation(account, { token })).toMatchObject({ ok: true });
  });

  it('works for seven days, and not after it was revoked', async () => {
    const account = await makeAccount();
    const { organisation, token, invitationId } = await invited(account.email, 'manager');
    const other = await makeOrganisation();
    expect(await revokeInvitation(other.actor, { invitationId })).toMatchObject(refused('common.notFound'));
    expect(await revokeInvitation(organisation.actor, { invitationId: newId() })).toMatchObject(
      refused('common.notFound'),
    );
    const manager = await addManager(organisation, await makeAccount());
    expect(await revokeInvitation(manager, { invitationId })).toMatchObject(refused('common.forbidden'));
    await db().memberInvitation.update({
      where: { id: invitationId },
      data: { createdAt: addHours(new Date(), -200), expiresAt: addHours(new Date(), -1) },
    });
    expect(await acceptInvitation(account, { token })).toMatchObject(refused('auth.linkExpired'));
    const again = await invited(account.email, 'manager');
    expect(await revokeInvitation(again.organisation.actor, again)).toMatchObject({ ok: true });
    expect(await acceptInvitation(account, { token: again.token })).toMatchObject(refused('auth.linkUsed'));
    const params = { invitationId: again.invitationId };
    expect(await renderOrganisationEmail({ kind: 'organisation.invited', locale: 'de', params })).toBeNull();
  });
});

describe('the answer to an invitation', () => {
  const told = async (organisationId: string) => {
    const mails = await db().email.findMany({
      where: { params: { path: ['organisationId'], equals: organisationId } },
      orderBy: { recipient: 'asc' },
    });
    return mails.map(({ recipient, kind, locale, params }) => ({ recipient, kind, locale, params }));
  };

  it.each(['joined', 'declined'] as const)(
    '%s: owner and managers hear of it, in their language',
    async (news) => {
      const somebody = await makeSpecialist({ account: { name: 'Ines Duarte' } });
      const { organisation, token } = await invited(somebody.actor.email);
      const manager = await addManager(organisation, await makeAccount({ locale: 'ru' }));
      const answer = news === 'joined' ? acceptInvitation : declineInvitation;
      expect(await answer(somebody.actor, { token })).toMatchObject({ ok: true });
      expect(await answer(somebody.actor, { token })).toMatchObject({ ok: false });
      const mails = await told(organisation.providerId);
      expect(new Set(mails.map(({ recipient }) => recipient))).toEqual(
        new Set([organisation.actor.email, manager.email]),
      );
      for (const { kind, locale } of mails) {
        expect(kind).toBe(`organisation.${news}`);
        const params = { organisationId: organisation.providerId, accountId: somebody.actor.accountId };
        const rendered = await renderOrganisationEmail({ kind, locale, params });
        expect(rendered?.subject).toContain('Ines Duarte');
        expect(rendered?.text).toContain(organisation.actor.name);
      }
      expect(mails.map(({ locale }) => locale)).toContain('ru');
    },
  );
});

describe('switching', () => {
  it('is to a practice one acts for, and to no other', async () => {
    const organisation = await makeOrganisation();
    const { actor, providerId } = await makeSpecialist();
    const manager = await addManager(organisation, actor);
    await db().session.create({
      data: {
        id: manager.sessionId,
        accountId: manager.accountId,
        tokenHash: newId(),
        expiresAt: addHours(new Date(), 1),
      },
    });
    const inView = async () =>
      (await db().session.findUniqueOrThrow({ where: { id: manager.sessionId } })).actingProviderId;
    for (const id of [organisation.providerId, providerId]) {
      expect(await switchPractice(manager, { providerId: id })).toMatchObject({ ok: true });
      expect(await inView()).toBe(id);
    }
    const other = await makeOrganisation();
    for (const id of [other.providerId, newId()])
      expect(await switchPractice(manager, { providerId: id })).toMatchObject(refused('common.notFound'));
    expect(await switchPractice(anonymous, { providerId })).toMatchObject(refused('common.notFound'));
    expect(await inView()).toBe(providerId);
  });
});
