import { expect, it } from 'vitest';
import { money } from '@/lib/shared/money';
import { refundsOf } from './refunds';

const euro = (amount: number) => money(amount, 'EUR');
const seat = (paid: number, more = {}) => ({
  status: 'booked' as const,
  isLate: false,
  paid: euro(paid),
  refunded: euro(0),
  ...more,
});

it.each([
  ['nobody, nothing', [], 0, 0],
  ['free seats cost nothing', [seat(0)], 0, 0],
  ['everybody who paid', [seat(2500), seat(2500)], 2, 5000],
  ['late cancellations too', [seat(2500, { status: 'cancelled', isLate: true })], 1, 2500],
  ['not what is on its way back', [seat(2500, { status: 'cancelled' })], 0, 0],
  ['the rest of what was given back in part', [seat(2500, { refunded: euro(1000) })], 1, 1500],
  ['not what was given back', [seat(2500, { refunded: euro(2500) })], 0, 0],
])('%s', (_, seats, count, amount) => {
  expect(refundsOf(seats, 'EUR')).toEqual({ count, amount: euro(amount) });
});
