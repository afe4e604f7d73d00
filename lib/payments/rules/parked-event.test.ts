import { expect, test } from 'vitest';
import { lookAgainAt, PARKED_LOOKS } from '@/lib/payments/rules/parked-event';

const now = new Date('2027-03-01T10:00Z');
const minutesAfter = (looks: number) => ((lookAgainAt(looks, now)?.getTime() ?? 0) - now.getTime()) / 60_000;

test('an unknown event is looked at again after 2, 4, 8 minutes, then every 12 hours', () => {
  expect([1, 2, 3, 9, 10, 15].map(minutesAfter)).toEqual([2, 4, 8, 512, 720, 720]);
});

test('it outlasts three days and has an end', () => {
  const all = Array.from({ length: PARKED_LOOKS - 1 }, (_, n) => minutesAfter(n + 1));
  expect(all.reduce((sum, minutes) => sum + minutes, 0)).toBeGreaterThan(3 * 24 * 60);
  expect(lookAgainAt(PARKED_LOOKS, now)).toBeNull();
});
