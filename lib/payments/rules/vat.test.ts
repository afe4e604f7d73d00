import { expect, it } from 'vitest';
import { vatInside } from './vat';

it.each([
  [12_000, 2000, 2000],
  [7000, 1900, 1118],
  [12_000, 0, 0],
  [0, 2000, 0],
  [1, 1900, 0],
])('of %i at %i bps is %i', (gross, bps, vat) => {
  expect(vatInside(gross, bps)).toBe(vat);
});
