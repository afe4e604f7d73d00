import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addHours, addMinutes, overlaps } from '@/lib/shared/time';
import {
  freeUntilAfterMove,
  isOpenReschedule,
  rescheduleEnds,
  rescheduleMachine,
  rescheduleStatuses,
  timeBeside,
} from './reschedule';

const at = (text: string) => new Date(text);
const now = at('2027-03-01T10:00:00Z');

describe('a proposal', () => {
  it.each([
    ['48 hours', '2027-03-10T10:00Z', '2027-03-12T10:00Z', '2027-03-03T10:00Z'],
    ['the new start', '2027-03-10T10:00Z', '2027-03-02T09:00Z', '2027-03-02T09:00Z'],
    ['the old start', '2027-03-01T18:00Z', '2027-03-12T10:00Z', '2027-03-01T18:00Z'],
  ])('is kept until %s', (_what, oldStart, newStart, until) => {
    expect(rescheduleEnds(now, at(oldStart), at(newStart))).toEqual(at(until));
  });

  it('is open until its end, and not at it', () => {
    const heldUntil = at('2027-03-03T10:00:00.000Z');
    expect(isOpenReschedule({ heldUntil }, at('2027-03-03T09:59:59.999Z'))).toBe(true);
    expect(isOpenReschedule({ heldUntil }, heldUntil)).toBe(false);
  });
});

describe('the deadline after a move', () => {
  const acceptedAt = now;
  it.each([
    ['client', 'earlier old one', '2027-03-08T10:00Z', '2027-03-20T10:00Z', '2027-03-08T10:00Z'],
    ['client', 'earlier new one', '2027-03-08T10:00Z', '2027-03-05T10:00Z', '2027-03-03T10:00Z'],
    ['client', 'past one', '2027-03-08T10:00Z', '2027-03-02T10:00Z', '2027-02-28T10:00Z'],
    ['client', 'none', null, '2027-03-20T10:00Z', null],
    ['provider', '48 h before', '2027-03-08T10:00Z', '2027-03-20T10:00Z', '2027-03-18T10:00Z'],
    ['provider', '24 h from accepting', '2027-03-08T10:00Z', '2027-03-03T09:00Z', '2027-03-02T10:00Z'],
    ['provider', 'the start', null, '2027-03-01T20:00Z', '2027-03-01T20:00Z'],
  ] as const)('proposed by the %s is the %s', (proposedBy, _which, old, newStart, until) => {
    const oldFreeUntil = old && at(old);
    const moved = freeUntilAfterMove({ proposedBy, newStart: at(newStart), oldFreeUntil, acceptedAt });
    expect(moved).toEqual(until && at(until));
  });

  test('a client never wins time by moving', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }), (old, hours) => {
        const oldFreeUntil = addHours(now, old);
        const newStart = addHours(now, hours);
        const moved = freeUntilAfterMove({ proposedBy: 'client', newStart, oldFreeUntil, acceptedAt });
        expect(moved && moved <= oldFreeUntil && moved <= addHours(newStart, -48)).toBe(true);
      }),
    );
  });
});

test('what a proposal takes beside its session never overlaps it, and both together are the proposed time', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 5, max: 200 }), (shift, length) => {
      const own = { start: now, end: addMinutes(now, length) };
      const proposed = { start: addMinutes(now, shift), end: addMinutes(now, shift + length) };
      const beside = timeBeside(proposed, own);
      const minutes = beside ? (beside.end.getTime() - beside.start.getTime()) / 60_000 : 0;
      expect(beside === null || !overlaps(beside, own)).toBe(true);
      expect(minutes).toBe(Math.min(Math.abs(shift), length));
    }),
  );
});

test('nothing moves a proposal that was decided', () => {
  for (const status of rescheduleStatuses.filter((one) => one !== 'open'))
    for (const transition of ['accept', 'decline', 'withdraw', 'lapse'] as const)
      for (const by of ['proposer', 'other', 'system'] as const)
        expect(rescheduleMachine.canTransition(status, transition, by)).toBe(false);
  expect(rescheduleMachine.canTransition('open', 'accept', 'proposer')).toBe(false);
});
