import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addHours } from '@/lib/shared/time';
import { answerDeadline, decisionDue, isInTime, urgencyOf } from './clocks';

it.each([
  ['a Thursday evening', '2026-11-19T17:20:00Z', '2026-11-23T17:20:00Z'],
  ['a Monday', '2026-11-23T08:00:00Z', '2026-11-25T08:00:00Z'],
  ['a Friday', '2026-11-20T08:00:00Z', '2026-11-24T08:00:00Z'],
  ['a Saturday', '2026-11-21T08:00:00Z', '2026-11-24T23:00:00Z'],
  ['a Sunday night that is Monday in Paris', '2026-11-22T23:30:00Z', '2026-11-24T23:30:00Z'],
  ['a Friday before the clocks go back', '2026-10-23T08:00:00Z', '2026-10-27T09:00:00Z'],
])('what came on %s is due', (_, since, due) => {
  expect(decisionDue(new Date(since), 'Europe/Paris')).toEqual(new Date(due));
});

it('is always later, and never more than five days', () => {
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(
      instant,
      fc.constantFrom('Europe/Paris', 'Asia/Kathmandu', 'America/St_Johns'),
      (since, zone) => {
        const due = decisionDue(since, zone);
        expect(due > addHours(since, 40)).toBe(true);
        expect(due < addHours(since, 5 * 24)).toBe(true);
      },
    ),
  );
});

it('72 hours are in time, a millisecond more is not', () => {
  const since = new Date('2026-11-19T17:20:00Z');
  const until = answerDeadline(since);
  expect(until).toEqual(new Date('2026-11-22T17:20:00Z'));
  expect(isInTime(until, until)).toBe(true);
  expect(isInTime(until, new Date(until.getTime() + 1))).toBe(false);
  expect(isInTime(null, since)).toBe(false);
});

it.each([
  [-1, 'overdue'],
  [0, 'soon'],
  [10 * 3600, 'soon'],
  [10 * 3600 + 1, 'calm'],
] as const)('%s seconds before its target it is %s', (seconds, urgency) => {
  const now = new Date('2026-11-19T17:20:00Z');
  expect(urgencyOf(new Date(now.getTime() + seconds * 1000), now)).toBe(urgency);
});
