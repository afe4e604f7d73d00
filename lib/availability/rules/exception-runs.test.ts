import { expect, test } from 'vitest';
import { exceptionRuns } from './exception-runs';
import type { DayException } from './opening-hours';

const closed = (date: string): DayException => ({ date, kind: 'closed' });
const extra = (date: string, startMinute: number): DayException => ({
  date,
  kind: 'extra',
  ranges: [{ startMinute, endMinute: 1200 }],
});

test('joins days in a row on which the same is different, over a new year too', () => {
  const days = [closed('2026-12-30'), closed('2026-12-31'), closed('2027-01-01'), closed('2027-01-03')];
  expect(exceptionRuns(days).map(({ first, last }) => [first, last])).toEqual([
    ['2026-12-30', '2027-01-01'],
    ['2027-01-03', '2027-01-03'],
  ]);
});

test('keeps apart what differs', () => {
  const days = [
    closed('2027-01-01'),
    extra('2027-01-02', 600),
    extra('2027-01-03', 600),
    extra('2027-01-04', 660),
  ];
  expect(exceptionRuns(days).map(({ first, last }) => [first.slice(8), last.slice(8)])).toEqual([
    ['01', '01'],
    ['02', '03'],
    ['04', '04'],
  ]);
  expect(exceptionRuns([])).toEqual([]);
});
