import { expect, it } from 'vitest';
import { areLastSeats } from './seats-left';

it.each([
  [0, false],
  [1, true],
  [3, true],
  [4, false],
])('%i seats left are the last ones: %s', (left, expected) => {
  expect(areLastSeats(left)).toBe(expected);
});
