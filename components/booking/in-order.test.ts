import { expect, it } from 'vitest';
import { inOrder } from './in-order';

it('puts rows of several kinds in the order of their starts and leaves what it was given alone', () => {
  const rows = [3, 1, 2].map((day) => ({ day, start: new Date(Date.UTC(2026, 10, day)) }));
  expect(inOrder(rows).map(({ day }) => day)).toEqual([1, 2, 3]);
  expect(rows.map(({ day }) => day)).toEqual([3, 1, 2]);
});
