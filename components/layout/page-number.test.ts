import { expect, it } from 'vitest';
import { pageNumber } from './page-number';

it.each([
  ['1', 1],
  ['7', 7],
  ['10000', 10_000],
  ['10001', 1],
  ['0', 1],
  ['-3', 1],
  ['1.5', 1],
  ['1e308', 1],
  ['Infinity', 1],
  ['NaN', 1],
  ['x', 1],
  [undefined, 1],
  [['2', '3'], 1],
])('%j is page %i', (asked, page) => {
  expect(pageNumber(asked)).toBe(page);
});
