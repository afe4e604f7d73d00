import { expect, test } from 'vitest';
import { addMonths, isShowable, weeksOf } from './month';

test('months follow each other over the years', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2027-01', -1)).toBe('2026-12');
  expect(addMonths('2026-11', 14)).toBe('2028-01');
});

test('the weeks of a month begin on Monday and hold each of its days once', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
  const days = weeksOf('2028-02').flat().filter(Boolean);
  expect(days).toHaveLength(29);
  expect(new Set(days).size).toBe(29);
});

test.each([
  ['2027-03-10', true],
  ['2027-01-01', true],
  ['2026-12-31', false],
  ['0002-03-10', false],
  ['20271-03-10', false],
  ['2027-02-30', false],
  ['', false],
])('a typed day %j is shown from today on: %s', (typed, isShown) => {
  expect(isShowable(typed, '2027-01-01')).toBe(isShown);
});
