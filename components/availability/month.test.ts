import { expect, test } from 'vitest';
import { addMonths, weeksOf } from './month';

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
