import { expect, test } from 'vitest';
import { marginOf } from '@/lib/plans/rules/margin';
import { commissionTerms, shippedPlans } from '@/lib/plans/rules/plans';

test.each([
  ['basic', 1800 - 205],
  ['basic_plus', 1200 - 205],
  ['premium', -205],
  ['premium_plus', -205],
  ['open', 1008 - 205],
])('on %s a session of 120.00 leaves the platform %i', (code, margin) => {
  const plan = shippedPlans.find((one) => one.code === code);
  if (!plan) throw new Error(code);
  const terms = commissionTerms(plan, 1900, false);
  expect(marginOf(12_000, { ...terms, advisorBearsFee: false }).margin).toBe(margin);
  expect(marginOf(12_000, { ...terms, advisorBearsFee: true }).margin).toBe(margin + 205);
});
