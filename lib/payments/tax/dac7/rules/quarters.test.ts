import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aboveZero, inWholeUnits, type Quarters } from './quarters';

test.each<[Quarters, Quarters]>([
  [
    [100, 200, 300, 400],
    [100, 200, 300, 400],
  ],
  [
    [100, -40, 0, 0],
    [60, 0, 0, 0],
  ],
  [
    [100, 50, -120, 0],
    [30, 0, 0, 0],
  ],
  [
    [-30, 100, 0, 0],
    [0, 70, 0, 0],
  ],
  [
    [10, 20, -50, 100],
    [0, 0, 0, 80],
  ],
  [
    [-10, 0, 0, 0],
    [0, 0, 0, 0],
  ],
])('%j is reported as %j', (amounts, reported) => {
  expect(aboveZero(amounts)).toEqual(reported);
});

test('no quarter is below zero, and the year’s sum stays unless it is', () => {
  const amount = fc.integer({ min: -100_000, max: 100_000 });
  fc.assert(
    fc.property(fc.tuple(amount, amount, amount, amount), (amounts) => {
      const reported = aboveZero(amounts);
      const sum = (quarters: Quarters) => quarters.reduce((total, each) => total + each, 0);
      expect(Math.min(...reported)).toBeGreaterThanOrEqual(0);
      if (sum(amounts) >= 0) expect(sum(reported)).toBe(sum(amounts));
    }),
  );
});

test('amounts are rounded to whole units, half up', () => {
  expect(inWholeUnits([149, 150, 0, 12_049])).toEqual([1, 2, 0, 120]);
});
