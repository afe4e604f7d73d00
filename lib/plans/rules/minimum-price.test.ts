import { expect, test } from 'vitest';
import { isBelowMinimum } from '@/lib/plans/rules/minimum-price';

test.each([
  [0, 3000, false],
  [1, 3000, true],
  [2999, 3000, true],
  [3000, 3000, false],
  [50, 0, false],
])('a price of %i against a minimum of %i is too low: %s', (amount, minimum, isTooLow) => {
  expect(isBelowMinimum(amount, minimum)).toBe(isTooLow);
});
