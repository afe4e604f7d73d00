import { expect, it } from 'vitest';
import { type AgendaItem, piecesOf } from './agenda-items';

const item = (start: string, end: string): AgendaItem => ({
  key: 'a',
  kind: 'session',
  title: '',
  detail: '',
  start: new Date(start),
  end: new Date(end),
  href: null,
  movableId: null,
  clientZone: null,
});
const cut = (start: string, end: string, zone: string) =>
  piecesOf(item(start, end), zone).map(({ day, startMinute, endMinute }) => [day, startMinute, endMinute]);

it.each([
  ['within a day', '2026-11-26T09:00Z', '2026-11-26T10:30Z', 'Europe/Paris', [['2026-11-26', 600, 690]]],
  ['until midnight', '2026-11-26T22:00Z', '2026-11-26T23:00Z', 'Europe/Paris', [['2026-11-26', 1380, 1440]]],
  [
    'over midnight',
    '2026-11-26T22:30Z',
    '2026-11-26T23:30Z',
    'Europe/Paris',
    [
      ['2026-11-26', 1410, 1440],
      ['2026-11-27', 0, 30],
    ],
  ],
  ['a few minutes', '2026-11-26T09:00Z', '2026-11-26T09:05Z', 'UTC', [['2026-11-26', 540, 570]]],
  [
    'through the repeated hour',
    '2026-10-25T00:30Z',
    '2026-10-25T01:15Z',
    'Europe/Paris',
    [['2026-10-25', 150, 180]],
  ],
] as const)('%s is cut at midnight', (_what, start, end, zone, pieces) => {
  expect(cut(start, end, zone)).toEqual(pieces);
});
