import { expect, it } from 'vitest';
import { closedHours } from './closed-hours';
import { type DayException, openingHours } from './opening-hours';

/** A Monday. */
const monday = '2027-01-11';
const weekly = [
  { weekday: 1 as const, startMinute: 540, endMinute: 720 },
  { weekday: 1 as const, startMinute: 1320, endMinute: 1530 },
  { weekday: 3 as const, startMinute: 0, endMinute: 1440 },
];
const closed = (date: string, exceptions: readonly DayException[] = []) =>
  closedHours(openingHours(weekly, exceptions), date).map(({ startMinute, endMinute }) => [
    startMinute,
    endMinute,
  ]);

it.each([
  [
    'between the ranges',
    monday,
    [
      [0, 540],
      [720, 1320],
    ],
  ],
  ['after what runs past midnight', '2027-01-12', [[90, 1440]]],
  ['never, when it is open all day', '2027-01-13', []],
  ['all day without hours', '2027-01-14', [[0, 1440]]],
])('a day is closed %s', (_what, date, stretches) => {
  expect(closed(date)).toEqual(stretches);
});

it('exceptions count: a day that is closed, other hours, more hours', () => {
  const ranges = [{ startMinute: 600, endMinute: 780 }];
  expect(closed(monday, [{ date: monday, kind: 'closed' }])).toEqual([[0, 1440]]);
  expect(closed(monday, [{ date: monday, kind: 'replaced', ranges }])).toEqual([
    [0, 600],
    [780, 1440],
  ]);
  expect(closed(monday, [{ date: monday, kind: 'extra', ranges }])).toEqual([
    [0, 540],
    [780, 1320],
  ]);
  expect(closed('2027-01-12', [{ date: monday, kind: 'closed' }])).toEqual([[0, 1440]]);
});
