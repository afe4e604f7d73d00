import { describe, expect, test } from 'vitest';
import { payoutReady } from '@/lib/payments/rules/payout';

const complete = {
  areTransfersActive: true,
  areBillingDetailsComplete: true,
  isSuspended: false,
  isTaxDataComplete: true,
};

describe('a provider is paid', () => {
  test('when nothing is missing', () => {
    expect(payoutReady(complete)).toBe(true);
  });

  test.each([
    { areTransfersActive: false },
    { areBillingDetailsComplete: false },
    { isSuspended: true },
    { isTaxDataComplete: false },
  ])('but not with %o', (lack) => {
    expect(payoutReady({ ...complete, ...lack })).toBe(false);
  });
});
