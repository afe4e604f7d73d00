import { expect, test } from 'vitest';
import { deferralOf } from '@/lib/plans/rules/deferral';

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
