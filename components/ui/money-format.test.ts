import { describe, expect, it } from 'vitest';
import { currencySign, formatMoney } from './money-format';

const nbsp = '\u00a0';

describe('formatMoney', () => {
  it.each([
    ['fr', `1\u202f234,50${nbsp}€`],
    ['de', `1.234,50${nbsp}€`],
    ['ru', `1${nbsp}234,50${nbsp}€`],
    ['en', '€1,234.50'],
  ])('writes an amount in %s', (locale, expected) => {
    expect(formatMoney({ amount: 123_450, currency: 'EUR' }, locale)).toBe(expected);
  });

  it('shows the cents of what is paid and may drop those of a starting price', () => {
    const price = { amount: 7000, currency: 'EUR' };
    expect(formatMoney(price, 'en')).toBe('€70.00');
    expect(formatMoney(price, 'en', { short: true })).toBe('€70');
    expect(formatMoney({ ...price, amount: 7050 }, 'en', { short: true })).toBe('€70.50');
  });

  it('writes a deduction with a minus, not a hyphen', () => {
    expect(formatMoney({ amount: -1800, currency: 'EUR' }, 'de')).toBe(`−18,00${nbsp}€`);
    expect(formatMoney({ amount: -1800, currency: 'EUR' }, 'en')).toBe('−€18.00');
  });
});

it.each([
  ['EUR', 'en', '€'],
  ['EUR', 'ru', '€'],
  ['CHF', 'de', 'CHF'],
])('the sign of %s in %s is %s', (currency, locale, sign) => {
  expect(currencySign(currency, locale)).toBe(sign);
});
