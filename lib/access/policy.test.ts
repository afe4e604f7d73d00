import { describe, expect, it } from 'vitest';
import type { AccountActor, Actor } from './actor';
import { can, type Permission, policy } from './policy';

type Role =
  | 'visitor'
  | 'unverified'
  | 'unverifiedSpecialist'
  | 'client'
  | 'otherClient'
  | 'specialist'
  | 'otherSpecialist'
  | 'admin';

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
  ...more,
});
const offering = (id: string): AccountActor['provider'] => ({
  id,
  kind: 'specialist',
  status: 'published',
  slug: id,
});

const actors: Record<Role, Actor> = {
  visitor: { kind: 'anonymous' },
  unverified: account('client', { isEmailVerified: false }),
  unverifiedSpecialist: account('specialist', { isEmailVerified: false, provider: offering('practice') }),
  client: account('client'),
  otherClient: account('otherClient'),
  specialist: account('specialist', { provider: offering('practice') }),
  otherSpecialist: account('otherSpecialist', { provider: offering('otherPractice') }),
  admin: account('admin', { isAdmin: true }),
};

const booking = { clientId: 'client', providerId: 'practice' };
const practice = { providerId: 'practice' };
const theClient: Role[] = ['unverified', 'client'];
const theProvider: Role[] = ['unverifiedSpecialist', 'specialist'];
const both: Role[] = [...theClient, ...theProvider];

/** For a booking of `client` with `practice`, and the account of `client`: who may. Nobody else. */
const allowed: { [P in Permission]: { subject: Parameters<typeof can<P>>[2]; roles: Role[] } } = {
  'account:manage': { subject: { accountId: 'client' }, roles: theClient },
  'provider:register': { subject: null, roles: ['client', 'otherClient', 'admin'] },
  'provider:manage': { subject: practice, roles: ['specialist'] },
  'booking:hold': { subject: practice, roles: ['client', 'otherClient', 'otherSpecialist', 'admin'] },
  'booking:view': { subject: booking, roles: both },
  'booking:extendHold': { subject: booking, roles: theClient },
  'booking:pay': { subject: booking, roles: theClient },
  'booking:withdraw': { subject: booking, roles: theClient },
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
  'event:manage': { subject: practice, roles: ['specialist'] },
  'event:cancel': { subject: practice, roles: theProvider },
  'event:attend': { subject: booking, roles: both },
  'seat:take': { subject: practice, roles: ['client', 'otherClient', 'otherSpecialist', 'admin'] },
  'seat:view': { subject: booking, roles: theClient },
  'seat:pay': { subject: booking, roles: theClient },
  'seat:cancel': { subject: booking, roles: theClient },
  'provider:raisePlaces': { subject: null, roles: ['admin'] },
};

describe('the policy', () => {
  it.each(Object.keys(policy) as Permission[])(
    '%s is for those in the table, and nobody else',
    (permission) => {
      const { subject, roles } = allowed[permission];
      const allowedRoles = (Object.keys(actors) as Role[]).filter((role) =>
        can(actors[role], permission, subject),
      );
      expect(allowedRoles.toSorted()).toEqual(roles.toSorted());
    },
  );

  it('lets nobody propose a session to oneself', () => {
    const claire = actors.specialist;
    expect(can(claire, 'booking:propose', { clientId: 'specialist', providerId: 'practice' })).toBe(false);
  });

  it('lets nobody hold a time who has not confirmed a zone', () => {
    expect(can(account('client', { timeZone: null }), 'booking:hold', practice)).toBe(false);
  });
});
