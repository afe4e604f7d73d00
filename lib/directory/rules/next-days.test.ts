import { expect, it } from 'vitest';
import { nextDays } from './next-days';

const at = (...starts: string[]) => starts.map((start) => ({ start: new Date(`2026-12-${start}:00Z`) }));
const written = (zone: string, days: number, perDay: number, ...starts: string[]) =>
  nextDays(at(...starts), zone, { days, perDay }).map(({ date, times }) => [date.slice(-2), times.length]);

it('gathers the first times of the first days that have any', () => {
  const starts = ['01T08:00', '01T09:00', '01T10:00', '03T08:00', '04T08:00'];
  expect(written('UTC', 2, 2, ...starts)).toEqual([
    ['01', 2],
    ['03', 1],
  ]);
});

it('counts days on the clocks of the reader', () => {
  expect(written('UTC+09:00', 3, 3, '01T14:59', '01T15:00')).toEqual([
    ['01', 1],
    ['02', 1],
  ]);
  expect(written('UTC', 3, 3)).toEqual([]);
});
