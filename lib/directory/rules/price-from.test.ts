import { expect, it } from 'vitest';
import { priceFrom } from './price-from';

it.each([
  [[], null],
  [[0], 0],
  [[0, 9000, 7000], 7000],
])('%j', (prices, from) => expect(priceFrom(prices)).toBe(from));
