import { expect, it } from 'vitest';
import { groupByDay } from './calendar-view';

const at = (id: string, start: string) => ({ id, start: new Date(start) });
const events = [
  at('a', '2026-12-03T18:00:00Z'),
  at('b', '2026-12-03T22:30:00Z'),
  at('c', '2026-12-03T23:30:00Z'),
  at('d', '2026-12-05T08:00:00Z'),
];

it.each([
  ['UTC', { '2026-12-03': 'abc', '2026-12-05': 'd' }],
  ['Europe/Paris', { '2026-12-03': 'ab', '2026-12-04': 'c', '2026-12-05': 'd' }],
  ['America/New_York', { '2026-12-03': 'abc', '2026-12-05': 'd' }],
  ['Asia/Kathmandu', { '2026-12-03': 'a', '2026-12-04': 'bc', '2026-12-05': 'd' }],
])('groups by the days of %s, in their order', (zone, expected) => {
  const days = groupByDay(events, zone);
  expect(
    Object.fromEntries(days.map(({ date, events: of }) => [date, of.map(({ id }) => id).join('')])),
  ).toEqual(expected);
  expect(days.map(({ date }) => date)).toEqual(Object.keys(expected));
});
