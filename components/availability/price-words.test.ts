import { expect, it } from 'vitest';
import { wrongPrice } from './price-words';

const words = { currency: 'EUR', errors: { 'service.priceInvalid': 'none', 'service.priceTooLow': 'low' } };

it.each([
  ['', undefined],
  [' ', undefined],
  ['0', undefined],
  ['0,50', undefined],
  ['95', undefined],
  ['100000', undefined],
  ['0.49', 'low'],
  ['100000.01', 'none'],
  ['-5', 'none'],
  ['70 euros', 'none'],
])('the price %j is as the server says: %s', (price, error) => {
  expect(wrongPrice(price, words)).toBe(error);
});
