import { expect, test } from 'vitest';
import { closingOf } from './seat-closing';

const sums = (paid: number, refunded: number) => ({
  price: { amount: 2500 },
  paid: { amount: paid },
  refunded: { amount: refunded },
});
const late = {
  status: 'cancelled',
  isLate: true,
  closedBy: 'client',
  event: { status: 'published', ending: null },
} as const;

test('whoever left late reads what depends on the event, until everything went back', () => {
  expect(closingOf(late, sums(2500, 0))).toBe('late');
  expect(closingOf(late, sums(2500, 1000))).toBe('late');
  expect(closingOf(late, sums(2500, 2500))).toBe('client');
});
