import { describe, expect, test } from 'vitest';
import { isPaid, standingOf } from './standing';

const of = { mode: 'at_booking' as const, amount: 12_000, paidAmount: 0, recordedAmount: 0 };

describe('price, paid and outstanding', () => {
  test.each([
    ['card_on_file', 0, 12_000, 'later'],
    ['charging', 0, 12_000, 'charging'],
    ['due', 0, 12_000, 'due'],
    ['uncollectible', 0, 12_000, 'nothing'],
    ['none', 0, 0, 'nothing'],
    ['authorised', 0, 0, 'nothing'],
  ] as const)('while it is %s', (status, paid, outstanding, next) => {
    expect(standingOf({ ...of, status })).toEqual({ paid, outstanding, next });
  });

  test('once it is paid nothing is outstanding', () => {
    const held = standingOf({ ...of, status: 'paid_held', paidAmount: 12_000 });
    expect(held).toEqual({ paid: 12_000, outstanding: 0, next: 'nothing' });
  });

  test('elsewhere it is what was not recorded yet', () => {
    const elsewhere = { ...of, mode: 'off_platform' as const, recordedAmount: 5000 };
    expect(standingOf({ ...elsewhere, status: 'due' })).toEqual({
      paid: 5000,
      outstanding: 7000,
      next: 'elsewhere',
    });
    expect(standingOf({ ...elsewhere, status: 'none' })).toMatchObject({ outstanding: 0, next: 'nothing' });
    expect(standingOf({ ...elsewhere, status: 'settled_offline', recordedAmount: 12_000 })).toMatchObject({
      paid: 12_000,
      outstanding: 0,
    });
  });
});

test('the door opens once it is paid, and always when that is done elsewhere or nothing is to pay', () => {
  for (const status of ['card_on_file', 'charging', 'checkout_open', 'due'] as const)
    expect(isPaid({ mode: 'before_entry', status })).toBe(false);
  for (const status of ['paid_held', 'authorised', 'not_needed', 'disputed'] as const)
    expect(isPaid({ mode: 'before_entry', status })).toBe(true);
  expect(isPaid({ mode: 'off_platform', status: 'due' })).toBe(true);
});
