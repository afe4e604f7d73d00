import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMoney, basisPoints, money, roundHalfUp, subtractMoney } from '@/lib/shared/money';

describe('money', () => {
  test('refuses fractions of a cent and numbers that cannot be exact', () => {
    for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => money(amount, 'EUR')).toThrow(RangeError);
  });

  test('adds and subtracts within one currency only', () => {
    expect(addMoney(money(100, 'EUR'), money(-30, 'EUR'))).toEqual({ amount: 70, currency: 'EUR' });
    expect(subtractMoney(money(100, 'EUR'), money(130, 'EUR'))).toEqual({ amount: -30, currency: 'EUR' });
    expect(() => addMoney(money(1, 'EUR'), money(1, 'CHF'))).toThrow(TypeError);
    expect(() => subtractMoney(money(1, 'EUR'), money(1, 'CHF'))).toThrow(TypeError);
  });
});

describe('roundHalfUp', () => {
  test.each([
    [0, 10, 0],
    [4, 10, 0],
    [5, 10, 1],
    [14, 10, 1],
    [15, 10, 2],
    [25, 10, 3],
    [-4, 10, 0],
    [-5, 10, 0],
    [-6, 10, -1],
    [-25, 10, -2],
    [-26, 10, -3],
    [1, 3, 0],
    [2, 3, 1],
  ])('%i / %i = %i', (numerator, denominator, expected) => {
    expect(roundHalfUp(numerator, denominator)).toBe(expected);
  });

  test('agrees with exact arithmetic on big integers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
        const rounded = BigInt(roundHalfUp(n, d));
        const twice = 2n * BigInt(n);
        const lower = (2n * rounded - 1n) * BigInt(d);
        const upper = (2n * rounded + 1n) * BigInt(d);
        expect(lower <= twice && twice < upper).toBe(true);
      }),
    );
  });

  test('refuses what it cannot do exactly', () => {
    expect(() => roundHalfUp(1, 0)).toThrow(RangeError);
    expect(() => roundHalfUp(1, -2)).toThrow(RangeError);
    expect(() => roundHalfUp(0.5, 2)).toThrow(RangeError);
    expect(() => roundHalfUp(2 ** 53 - 1, 10_000)).toThrow(RangeError);
  });
});

test.each([
  [12000, 1500, 1800],
  [4999, 1500, 750],
  [1800, 1900, 342],
  [333, 1500, 50],
  [-3600, 1500, -540],
  [12000, 0, 0],
])('%i at %i basis points is %i', (amount, bps, expected) => {
  expect(basisPoints(amount, bps)).toBe(expected);
});
