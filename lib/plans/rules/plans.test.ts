import { expect, test } from 'vitest';
import { emptyMonth, splitPrice } from '@/lib/payments/rules/commission';
import { commissionTerms, defaultPlanCode, shippedPlans } from '@/lib/plans/rules/plans';

test.each([
  ['basic', 1800, 342, 9858],
  ['basic_plus', 1200, 228, 10572],
  ['premium', 0, 0, 12000],
  ['premium_plus', 0, 0, 12000],
  ['open', 1008, 192, 10800],
])('on %s a session of 120.00 divides as promised', (code, commission, vat, advisor) => {
  const plan = shippedPlans.find((one) => one.code === code);
  expect(plan).toBeDefined();
  if (plan === undefined) return;
  const { split } = splitPrice(12000, commissionTerms(plan, 1900, false), emptyMonth);
  expect(split).toEqual({ commission, vat, fee: 0, advisor });
});

test('all are offered but Open, and only the default one needs no fee among them', () => {
  const offered = shippedPlans.filter((plan) => plan.isActive);
  expect(offered.map(({ code }) => code)).toEqual(['basic', 'basic_plus', 'premium', 'premium_plus']);
  expect(offered.filter((plan) => plan.feeAmount === 0).map(({ code }) => code)).toEqual([defaultPlanCode]);
});

test('twelve months for eleven', () => {
  const fees = new Map(shippedPlans.map(({ code, feeAmount }) => [code, feeAmount]));
  expect(fees.get('premium_plus')).toBe((fees.get('premium') ?? 0) * 11);
});
