import { expect, test } from 'vitest';
import { planChange } from '@/lib/plans/rules/plan-change';

const free = { feeAmount: 0, feeInterval: null };
const plus = { feeAmount: 1900, feeInterval: 'month' } as const;
const premium = { feeAmount: 14_900, feeInterval: 'month' } as const;
const year = { feeAmount: 163_900, feeInterval: 'year' } as const;

test.each([
  ['nothing to nothing', null, free, 'free'],
  ['nothing to a fee', null, plus, 'subscribe'],
  ['nothing to a year', null, year, 'subscribe'],
  ['up', plus, premium, 'now'],
  ['to a year', premium, year, 'now'],
  ['down', premium, plus, 'periodEnd'],
  ['from a year', year, premium, 'periodEnd'],
  ['the same fee elsewhere', plus, plus, 'periodEnd'],
  ['from a year up', { ...year, feeAmount: 100 }, premium, 'periodEnd'],
  ['to nothing', year, free, 'endThenFree'],
] as const)('%s', (_name, paid, target, change) => {
  expect(planChange(paid, target)).toBe(change);
});
