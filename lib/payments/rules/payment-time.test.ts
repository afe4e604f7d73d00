import { expect, test } from 'vitest';
import { lastPayableStart } from '@/lib/payments/rules/payment-time';

test('what starts exactly 60 elapsed days ahead can be paid at booking', () => {
  expect(lastPayableStart(new Date('2027-01-01T10:00Z'))).toEqual(new Date('2027-03-02T10:00Z'));
});
