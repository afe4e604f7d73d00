import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '@/lib/shared/elapsed';
import { offerEnds, waitingMachine, waitingStatuses } from './waiting';

const now = new Date('2027-03-27T12:00:00Z');

describe('a freed place', () => {
  it.each([
    ['days ahead', addHours(now, 72), addHours(now, 2)],
    ['a moment more than 24 hours ahead', new Date(addHours(now, 24).getTime() + 1), addHours(now, 2)],
    ['exactly 24 hours ahead', addHours(now, 24), addMinutes(now, 30)],
    ['in an hour', addHours(now, 1), addMinutes(now, 30)],
    ['in ten minutes', addMinutes(now, 10), addMinutes(now, 10)],
  ])('is kept when it starts %s', (_when, startsAt, until) => {
    expect(offerEnds(startsAt, now)).toEqual(until);
  });
});

it('nothing follows once somebody has booked, left, or the days are over', () => {
  for (const status of ['booked', 'left', 'over'] as const)
    for (const transition of Object.keys(waitingMachine.transitions))
      for (const by of ['client', 'system'] as const)
        expect(
          waitingMachine.next(status, transition as keyof typeof waitingMachine.transitions, by).ok,
        ).toBe(false);
  expect(waitingStatuses).toHaveLength(5);
});
