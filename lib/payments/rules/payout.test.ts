import { describe, expect, test } from 'vitest';
import { allocateClawback, payoutObstacles, payoutReady, waitingStage } from '@/lib/payments/rules/payout';

const complete = {
  areTransfersActive: true,
  areBillingDetailsComplete: true,
  isTaxDataComplete: true,
  isSuspended: false,
};

describe('a provider is paid', () => {
  test('when nothing is missing', () => {
    expect(payoutReady(complete)).toBe(true);
    expect(payoutObstacles(complete)).toEqual([]);
  });

  test.each([
    [{ areTransfersActive: false }, 'transfers'],
    [{ areBillingDetailsComplete: false }, 'billingDetails'],
    [{ isTaxDataComplete: false }, 'taxData'],
    [{ isSuspended: true }, 'suspended'],
  ])('not with %o', (missing, obstacle) => {
    expect(payoutReady({ ...complete, ...missing })).toBe(false);
    expect(payoutObstacles({ ...complete, ...missing })).toEqual([obstacle]);
  });
});

test.each([
  [0, 'fine'],
  [29.99, 'fine'],
  [30, 'warnFirst'],
  [60, 'warnAgain'],
  [75, 'stopBookings'],
  [84.99, 'stopBookings'],
  [85, 'refund'],
] as const)('money that has waited %d days: %s', (days, stage) => {
  const charged = new Date('2027-01-01T12:00Z');
  expect(waitingStage(charged, new Date(charged.getTime() + days * 86_400_000))).toBe(stage);
});

test('no money waits for nobody', () => {
  expect(waitingStage(null, new Date('2027-01-01T12:00Z'))).toBe('fine');
});

describe('what an advisor owes', () => {
  const payables = [
    { paymentId: 'a', payable: 9858 },
    { paymentId: 'b', payable: 4106 },
  ];

  test('lowers the newest transfer first', () => {
    expect(allocateClawback(payables, 2957)).toEqual([
      { paymentId: 'a', payable: 9858, clawback: 0 },
      { paymentId: 'b', payable: 4106, clawback: 2957 },
    ]);
  });

  test('goes on to older ones, and waits when all is used up', () => {
    expect(allocateClawback(payables, 5000).map(({ clawback }) => clawback)).toEqual([894, 4106]);
    expect(allocateClawback(payables, 20_000).map(({ clawback }) => clawback)).toEqual([9858, 4106]);
    expect(allocateClawback([], 100)).toEqual([]);
  });
});
