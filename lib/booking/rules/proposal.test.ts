import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '@/lib/shared/time';
import { isOpenProposal, proposalDeadline } from './proposal';

const now = new Date('2026-11-29T09:15:00Z');

describe('a proposal', () => {
  it.each([
    ['a week ahead', addHours(now, 168), addHours(now, 48)],
    ['exactly 48 hours ahead', addHours(now, 48), addHours(now, 48)],
    ['a minute less', addMinutes(addHours(now, 48), -1), addMinutes(addHours(now, 48), -1)],
    ['in an hour', addHours(now, 1), addHours(now, 1)],
  ])('waits 48 hours or until the start: %s', (_name, startsAt, deadline) => {
    expect(proposalDeadline(startsAt, now)).toEqual(deadline);
  });

  it('is open until its deadline, and not at it', () => {
    const heldUntil = addHours(now, 48);
    const proposal = { status: 'proposed' as const, heldUntil };
    expect(isOpenProposal(proposal, new Date(heldUntil.getTime() - 1))).toBe(true);
    expect(isOpenProposal(proposal, heldUntil)).toBe(false);
    expect(isOpenProposal({ ...proposal, status: 'accepted' }, now)).toBe(false);
  });

  it('counts elapsed hours over a change of clocks', () => {
    const before = new Date('2027-03-27T12:00:00Z');
    expect(proposalDeadline(addHours(before, 200), before)).toEqual(new Date('2027-03-29T12:00:00Z'));
  });
});
