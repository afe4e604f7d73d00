import { describe, expect, it } from 'vitest';
import type { AccountActor, Practice } from '@/lib/access/actor';
import { addHours } from '@/lib/shared/elapsed';
import { invitationEnds, invitationState, whyNotAccept, whyOver } from './invitation';

const now = new Date('2026-11-26T12:00:00Z');
const open = { status: 'open' as const, expiresAt: invitationEnds(now) };

describe('an invitation', () => {
  it('lasts for seven days of 24 hours, its last instant excluded', () => {
    expect(open.expiresAt).toEqual(new Date('2026-12-03T12:00:00Z'));
    const justBefore = new Date(open.expiresAt.getTime() - 1);
    expect(invitationState(open, justBefore)).toBe('open');
    expect(whyOver(open, justBefore)).toBeNull();
    expect(invitationState(open, open.expiresAt)).toBe('expired');
    expect(whyOver(open, open.expiresAt)).toBe('auth.linkExpired');
  });

  it.each(['accepted', 'declined', 'revoked'] as const)(
    'that was %s works once, whatever the time',
    (status) => {
      for (const at of [now, addHours(now, 1000)]) {
        expect(invitationState({ ...open, status }, at)).toBe(status);
        expect(whyOver({ ...open, status }, at)).toBe('auth.linkUsed');
      }
    },
  );
});

const own = (kind: Practice['kind'], id = 'own'): Practice => ({
  id,
  kind,
  status: 'draft',
  slug: id,
  role: 'owner',
});
const actor = (practices: Practice[], email = 'Olga@Example.com') =>
  ({ email, practices }) as unknown as AccountActor;

describe('accepting', () => {
  const as = (role: 'member' | 'manager') => ({ email: 'olga@example.com', role, organisationId: 'org' });
  it.each([
    ['member', 'a specialist', [own('specialist')], null],
    ['member', 'somebody without a practice', [], 'organisation.specialistNeeded'],
    ['member', 'another organisation', [own('organisation')], 'organisation.isOrganisation'],
    ['member', 'its owner', [own('organisation', 'org')], 'organisation.ownerInvited'],
    ['manager', 'somebody without a practice', [], null],
    ['manager', 'a specialist', [own('specialist')], null],
    ['manager', 'another organisation', [own('organisation')], null],
    ['manager', 'its owner', [own('organisation', 'org')], 'organisation.ownerInvited'],
  ] as const)('as a %s by %s', (role, _who, practices, code) => {
    expect(whyNotAccept(as(role), actor([...practices]))).toBe(code);
  });

  it('is for the invited address alone', () => {
    expect(whyNotAccept(as('manager'), actor([], 'anna@example.com'))).toBe('organisation.otherAccount');
  });
});
