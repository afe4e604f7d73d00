import { expect, test } from 'vitest';
import { chooseMember } from '@/lib/availability/rules/member-choice';

const at = (text: string) => new Date(`2027-03-01T${text}Z`);

test('the fewest bookings that day come first', () => {
  const busy = { id: 'anna', bookingsThatDay: 2, lastSessionEnd: null };
  const idle = { id: 'ben', bookingsThatDay: 1, lastSessionEnd: at('10:00') };
  expect(chooseMember([busy, idle])).toBe('ben');
});

test('then the longest idle; who never worked is idle longest', () => {
  const early = { id: 'zoe', bookingsThatDay: 1, lastSessionEnd: at('09:00') };
  const late = { id: 'anna', bookingsThatDay: 1, lastSessionEnd: at('10:00') };
  expect(chooseMember([late, early])).toBe('zoe');
  expect(chooseMember([late, early, { id: 'zz', bookingsThatDay: 1, lastSessionEnd: null }])).toBe('zz');
});

test('a tie is settled the same way each time', () => {
  const one = { id: 'b', bookingsThatDay: 0, lastSessionEnd: null };
  const other = { id: 'a', bookingsThatDay: 0, lastSessionEnd: null };
  expect(chooseMember([one, other])).toBe('a');
  expect(chooseMember([other, one])).toBe('a');
  expect(chooseMember([])).toBeUndefined();
});
