import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deferralOf, releaseOf } from '@/lib/plans/rules/deferral';

const at = (text: string) => new Date(`${text}T10:00:00Z`);
const month = { amount: 1900, periodStart: at('2026-01-31'), periodEnd: at('2026-02-28') };
const year = { amount: 163_900, periodStart: at('2026-03-01'), periodEnd: at('2027-03-01') };

test('a month is earned when it is paid, a year month by month', () => {
  expect(deferralOf([month])).toBeNull();
  expect(deferralOf([year])).toEqual({ amount: 163_900, from: year.periodStart, months: 12 });
});

test('what is credited for the rest of a month is not deferred', () => {
  const credit = { ...month, amount: -950 };
  expect(deferralOf([credit, year])?.amount).toBe(163_900);
  expect(deferralOf([{ ...year, amount: -100 }])).toBeNull();
});

test('163900 is released as eleven times 13658 and 13662', () => {
  const parts = Array.from({ length: 12 }, (_, index) =>
    releaseOf({ amount: 163_900, months: 12 }, index + 1),
  );
  expect(parts).toEqual([...Array.from({ length: 11 }, () => 13_658), 13_662]);
});

test('the parts always sum, none is below 0', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), fc.integer({ min: 1, max: 24 }), (amount, months) => {
      const parts = Array.from({ length: months }, (_, index) => releaseOf({ amount, months }, index + 1));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
    }),
  );
});
