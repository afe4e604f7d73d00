import { describe, expect, test } from 'vitest';
import { chargeTimes, isUnpaidTooLong, paymentStep } from '@/lib/payments/rules/payment-time';

const at = (text: string) => new Date(text);
const now = at('2027-01-01T10:00Z');

describe('when booking', () => {
  test.each([
    ['at_booking', 0, '2027-01-05T10:00Z', 'nothing'],
    ['off_platform', 0, '2027-01-05T10:00Z', 'nothing'],
    ['at_booking', 7000, '2027-01-05T10:00Z', 'checkout'],
    ['at_booking', 7000, '2027-03-02T10:00:00.000Z', 'checkout'],
    ['at_booking', 7000, '2027-03-02T10:00:00.001Z', 'storeCard'],
    ['before_entry', 7000, '2027-01-05T10:00Z', 'storeCard'],
    ['off_platform', 7000, '2027-06-05T10:00Z', 'owe'],
  ] as const)('%s, %d, start %s: %s', (mode, price, start, step) => {
    expect(paymentStep(mode, price, at(start), now)).toBe(step);
  });
});

test('a stored card is charged 7 days before the start, and 1 and 3 days later', () => {
  expect(chargeTimes(at('2027-03-29T10:00Z'))).toEqual([
    at('2027-03-22T10:00Z'),
    at('2027-03-23T10:00Z'),
    at('2027-03-25T10:00Z'),
  ]);
});

test('unpaid 48 hours before the start is too long', () => {
  const start = at('2027-03-29T10:00Z');
  expect(isUnpaidTooLong(start, at('2027-03-27T09:59:59.999Z'))).toBe(false);
  expect(isUnpaidTooLong(start, at('2027-03-27T10:00Z'))).toBe(true);
});
