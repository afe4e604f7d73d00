import { describe, expect, it } from 'vitest';
import type { AccountActor, Actor, Practice } from './actor';
import { can, type Permission, policy } from './policy';

type Role =
  | 'visitor'
  | 'unverified'
  | 'unverifiedSpecialist'
  | 'client'
  | 'otherClient'
  | 'specialist'
  | 'otherSpecialist'
  | 'admin'
  | 'orgOwner'
  | 'orgManager'
  | 'orgMember'
  | 'otherMember'
  | 'formerMember';

const account = (accountId: string, more: Partial<AccountActor> = {}): AccountActor => ({
  kind: 'account',
  accountId,
  sessionId: `session of ${accountId}`,
  isAdmin: false,
  isEmailVerified: true,
  locale: 'en',
  timeZone: 'Asia/Kathmandu',
  name: accountId,
  email: `${accountId}@example.com`,
  provider: null,
  practices: [],
  memberOf: [],
  ...more,
});
const practiceOf = (id: string, more: Partial<Practice> = {}): Practice => ({
  id,
  kind: 'specialist',
  status: 'published',
  slug: id,
  role: 'owner',
  ...more,
});
/** Acting for these practices, the first of them in view. */
const actingFor = (...practices: Practice[]) => ({ provider: practices[0] ?? null, practices });
const organisation = practiceOf('organisation', { kind: 'organisation' });
const managed: Practice = { ...organisation, role: 'manager' };

const actors: Record<Role, Actor> = {
  visitor: { kind: 'anonymous' },
  unverified: account('client', { isEmailVerified: false }),
  unverifiedSpecialist: account('specialist', {
    isEmailVerified: false,
    ...actingFor(practiceOf('practice')),
  }),
  client: account('client'),
  otherClient: account('otherClient'),
  specialist: account('specialist', actingFor(practiceOf('practice'))),
  otherSpecialist: account('otherSpecialist', actingFor(practiceOf('otherPractice'))),
  admin: account('admin', { isAdmin: true }),
  orgOwner: account('orgOwner', actingFor(organisation)),
  orgManager: account('orgManager', actingFor(managed, practiceOf('managersPractice'))),
  orgMember: account('orgMember', {
    ...actingFor(practiceOf('membersPractice')),
    memberOf: ['organisation'],
  }),
  otherMember: account('otherMember', {
    ...actingFor(practiceOf('othersPractice')),
    memberOf: ['organisation'],
  }),
  formerMember: account('formerMember', actingFor(practiceOf('membersPractice'))),
};

const booking = { clientId: 'client', providerId: 'practice', specialistId: 'practice' };
const practice = { providerId: 'practice' };
const theClient: Role[] = ['unverified', 'client'];
const theProvider: Role[] = ['unverifiedSpecialist', 'specialist'];
const both: Role[] = [...theClient, ...theProvider];
/** Whoever works at the organisation. */
const team: Role[] = ['orgOwner', 'orgManager', 'orgMember', 'otherMember'];
const withoutPractice: Role[] = ['client', 'otherClient', 'admin'];
/** Everybody who may book somewhere. */
const bookers: Role[] = [...withoutPractice, 'specialist', 'otherSpecialist', ...team, 'formerMember'];
const strangersTo = (own: Role[]) => bookers.filter((role) => !own.includes(role));

type Table = { [P in Permission]: { subject: Parameters<typeof can<P>>[2]; roles: Role[] } };

/** For a booking of `client` with `practice`, and the account of `client`: who may. Nobody else. */
const allowed: Table = {
  'account:manage': { subject: { accountId: 'client' }, roles: theClient },
  'provider:register': { subject: null, roles: withoutPractice },
  'provider:manage': { subject: practice, roles: ['specialist'] },
  'provider:own': { subject: practice, roles: ['specialist'] },
  'hours:manage': { subject: booking, roles: ['specialist'] },
  'payment:record': { subject: practice, roles: theProvider },
  'booking:hold': { subject: practice, roles: strangersTo(['specialist']) },
  'booking:view': { subject: booking, roles: both },
  'booking:viewAsProvider': { subject: booking, roles: theProvider },
  'booking:extendHold': { subject: booking, roles: theClient },
  'booking:pay': { subject: booking, roles: theClient },
  'booking:withdraw': { subject: booking, roles: theClient },
  'booking:withdrawContract': { subject: booking, roles: theClient },
  'booking:cancelAsClient': { subject: booking, roles: theClient },
  'booking:cancelAsProvider': { subject: booking, roles: theProvider },
  'booking:reschedule': { subject: booking, roles: both },
  'booking:accept': { subject: booking, roles: theProvider },
  'booking:reject': { subject: booking, roles: theProvider },
  'booking:attend': { subject: booking, roles: both },
  'booking:markOutcome': { subject: booking, roles: theProvider },
  'booking:correctOutcome': { subject: booking, roles: theProvider },
  'booking:propose': { subject: booking, roles: ['specialist'] },
  'booking:declineProposal': { subject: booking, roles: theClient },
  'booking:withdrawProposal': { subject: booking, roles: theProvider },
  'waiting:leave': { subject: { clientId: 'client' }, roles: theClient },
  'client:view': { subject: booking, roles: theProvider },
  'note:keep': { subject: booking, roles: ['specialist'] },
  'event:view': { subject: { providerId: 'practice', hostId: 'practice' }, roles: theProvider },
  'event:manage': { subject: practice, roles: ['specialist'] },
  'event:cancel': { subject: practice, roles: theProvider },
  'event:host': { subject: practice, roles: theProvider },
  'event:attend': { subject: booking, roles: both },
  'seat:take': { subject: practice, roles: strangersTo(['specialist']) },
  'seat:view': { subject: booking, roles: theClient },
  'seat:pay': { subject: booking, roles: theClient },
  'seat:cancel': { subject: booking, roles: theClient },
  'seat:withdrawContract': { subject: booking, roles: theClient },
  'document:view': { subject: { providerId: 'practice', clientId: 'client' }, roles: both },
  'provider:checkVatId': { subject: null, roles: ['admin'] },
  'tax:report': { subject: null, roles: ['admin'] },
  'provider:raisePlaces': { subject: null, roles: ['admin'] },
  'claim:open': { subject: booking, roles: theClient },
  'claim:view': { subject: booking, roles: [...both, 'admin'] },
  'claim:viewAsProvider': { subject: booking, roles: theProvider },
  'claim:answer': { subject: practice, roles: theProvider },
  'claim:reply': { subject: booking, roles: theClient },
  'claim:write': { subject: booking, roles: [...both, 'admin'] },
  'claim:decide': { subject: booking, roles: ['admin'] },
  'claim:list': { subject: null, roles: ['admin'] },
  'provider:measure': { subject: practice, roles: ['admin'] },
  'plan:edit': { subject: null, roles: ['admin'] },
  'payment:refund': { subject: null, roles: ['admin'] },
  'payment:giveBack': { subject: booking, roles: ['admin'] },
  'payment:writeOff': { subject: practice, roles: ['admin'] },
};

const atOrganisation = { clientId: 'client', providerId: 'organisation', specialistId: 'membersPractice' };
const inCharge: Role[] = ['orgOwner', 'orgManager'];
const giving: Role[] = [...inCharge, 'orgMember'];
const parties: Role[] = [...theClient, ...giving];

/** The same for a session that a member gives at an organisation. */
const allowedAtOrganisation: Table = {
  ...allowed,
  'provider:manage': { subject: atOrganisation, roles: inCharge },
  'provider:own': { subject: atOrganisation, roles: ['orgOwner'] },
  'hours:manage': { subject: atOrganisation, roles: giving },
  'payment:record': { subject: atOrganisation, roles: inCharge },
  'booking:hold': { subject: atOrganisation, roles: strangersTo(team) },
  'booking:view': { subject: atOrganisation, roles: parties },
  'booking:viewAsProvider': { subject: atOrganisation, roles: giving },
  'booking:extendHold': { subject: atOrganisation, roles: theClient },
  'booking:pay': { subject: atOrganisation, roles: theClient },
  'booking:withdraw': { subject: atOrganisation, roles: theClient },
  'booking:withdrawContract': { subject: atOrganisation, roles: theClient },
  'booking:cancelAsClient': { subject: atOrganisation, roles: theClient },
  'booking:cancelAsProvider': { subject: atOrganisation, roles: giving },
  'booking:reschedule': { subject: atOrganisation, roles: parties },
  'booking:accept': { subject: atOrganisation, roles: giving },
  'booking:reject': { subject: atOrganisation, roles: giving },
  'booking:attend': { subject: atOrganisation, roles: parties },
  'booking:markOutcome': { subject: atOrganisation, roles: giving },
  'booking:correctOutcome': { subject: atOrganisation, roles: giving },
  'booking:propose': { subject: atOrganisation, roles: inCharge },
  'booking:declineProposal': { subject: atOrganisation, roles: theClient },
  'booking:withdrawProposal': { subject: atOrganisation, roles: giving },
  'client:view': { subject: atOrganisation, roles: inCharge },
  'note:keep': { subject: atOrganisation, roles: inCharge },
  'event:view': { subject: { providerId: 'organisation', hostId: 'membersPractice' }, roles: giving },
  'event:manage': { subject: atOrganisation, roles: inCharge },
  'event:cancel': { subject: atOrganisation, roles: inCharge },
  'event:host': { subject: atOrganisation, roles: inCharge },
  'event:attend': { subject: atOrganisation, roles: [...theClient, ...inCharge] },
  'seat:take': { subject: atOrganisation, roles: strangersTo(team) },
  'document:view': { subject: { providerId: 'organisation', clientId: null }, roles: ['orgOwner'] },
  'claim:view': { subject: atOrganisation, roles: [...parties, 'admin'] },
  'claim:viewAsProvider': { subject: atOrganisation, roles: giving },
  'claim:answer': { subject: atOrganisation, roles: inCharge },
  'claim:write': { subject: atOrganisation, roles: [...theClient, ...inCharge, 'admin'] },
};

function whoMay<P extends Permission>(permission: P, table: Table): Role[] {
  const roles = Object.keys(actors) as Role[];
  return roles.filter((role) => can(actors[role], permission, table[permission].subject)).toSorted();
}

describe('the policy', () => {
  it.each(Object.keys(policy) as Permission[])(
    '%s is for those in the table, and nobody else',
    (permission) => {
      expect(whoMay(permission, allowed)).toEqual(allowed[permission].roles.toSorted());
    },
  );

  it.each(Object.keys(policy) as Permission[])(
    '%s at an organisation is for those in the table, and nobody else',
    (permission) => {
      expect(whoMay(permission, allowedAtOrganisation)).toEqual(
        allowedAtOrganisation[permission].roles.toSorted(),
      );
    },
  );

  it('lets a manager answer bookings whichever practice is in view, and change only the one in view', () => {
    const own = practiceOf('managersPractice');
    const manager = account('orgManager', actingFor(own, managed));
    expect(can(manager, 'booking:accept', atOrganisation)).toBe(true);
    expect(can(manager, 'provider:manage', { providerId: 'organisation' })).toBe(false);
    expect(can(manager, 'note:keep', atOrganisation)).toBe(false);
    expect(can(manager, 'provider:own', { providerId: 'managersPractice' })).toBe(true);
  });

  it('lets nobody propose a session to oneself', () => {
    const claire = actors.specialist;
    expect(can(claire, 'booking:propose', { clientId: 'specialist', providerId: 'practice' })).toBe(false);
  });

  it('lets no admin decide a claim of their own, or of where they work', () => {
    const asClient = account('client', { isAdmin: true });
    const asProvider = account('specialist', { isAdmin: true, ...actingFor(practiceOf('practice')) });
    for (const admin of [asClient, asProvider]) {
      expect(can(admin, 'claim:decide', booking)).toBe(false);
      expect(can(admin, 'payment:giveBack', booking)).toBe(false);
      expect(can(admin, 'claim:write', booking)).toBe(true);
    }
    expect(can(asProvider, 'provider:measure', practice)).toBe(false);
    expect(can(asProvider, 'payment:writeOff', practice)).toBe(false);
  });

  it('lets nobody hold a time who has not confirmed a zone', () => {
    expect(can(account('client', { timeZone: null }), 'booking:hold', practice)).toBe(false);
  });
});
