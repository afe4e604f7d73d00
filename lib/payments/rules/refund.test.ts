import { describe, expect, test } from 'vitest';
import { checkPaid, refundAmount, refundable, refundRetryAt } from '@/lib/payments/rules/refund';
import { money } from '@/lib/shared/money';

const paid = { paidAmount: 12000, refundedAmount: 2000, chargedBackAmount: 0 };
const tooLarge = { ok: false, error: { code: 'payment.refundTooLarge', details: { left: 10000 } } };

test('what is left can go back', () => {
  expect(refundable(paid)).toBe(10000);
  expect(refundable({ paidAmount: 0, refundedAmount: 0, chargedBackAmount: 0 })).toBe(0);
});

describe('the amount', () => {
  test('is all that is left, for every rule of the system', () => {
    expect(refundAmount('providerCancelled', paid)).toEqual({ ok: true, value: 10000 });
    expect(refundAmount('freeCancellation', paid, 500)).toEqual({ ok: true, value: 10000 });
  });

  test('may be a part for a claim or an admin', () => {
    expect(refundAmount('claim', paid, 3600)).toEqual({ ok: true, value: 3600 });
    expect(refundAmount('admin', paid)).toEqual({ ok: true, value: 10000 });
  });

  test.each([10001, 0, -1, 0.5, Number.NaN])('of %d is refused', (asked) => {
    expect(refundAmount('claim', paid, asked)).toEqual(tooLarge);
  });

  test('of nothing is refused', () => {
    expect(
      refundAmount('admin', { paidAmount: 100, refundedAmount: 100, chargedBackAmount: 0 }),
    ).toMatchObject({ ok: false });
  });
});

test('a refund that failed is asked for again: at once, then an hour later each time, at most a day', () => {
  const failedAt = new Date('2027-03-01T10:00Z');
  const hours = [1, 2, 3, 25, 26, 100].map(
    (failures) => (refundRetryAt(failures, failedAt).getTime() - failedAt.getTime()) / 3_600_000,
  );
  expect(hours).toEqual([0, 1, 2, 24, 24, 24]);
});

describe('what was paid', () => {
  const due = money(7000, 'EUR');

  test('is what is due; Stripe writes currencies small', () => {
    expect(checkPaid(due, { amount: 7000, currency: 'eur' })).toEqual({ ok: true, value: due });
  });

  test.each([
    [{ amount: 6999, currency: 'eur' }, 'payment.amountMismatch'],
    [{ amount: 7001, currency: 'EUR' }, 'payment.amountMismatch'],
    [{ amount: 7000, currency: 'chf' }, 'payment.currencyMismatch'],
  ])('%o is not', (actual, code) => {
    expect(checkPaid(due, actual)).toMatchObject({ ok: false, error: { code } });
  });
});
