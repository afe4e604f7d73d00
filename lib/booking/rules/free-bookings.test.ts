import { expect, it } from 'vitest';
import { mayTakeTime } from './free-bookings';

it.each([
  [0, 0, true],
  [0, 1, true],
  [0, 2, false],
  [0, 40, false],
  [1, 40, true],
])('at %i with %i free ones ahead: %s', (price, ahead, expected) => {
  expect(mayTakeTime(price, ahead)).toBe(expected);
});
