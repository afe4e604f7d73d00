import { describe, expect, test } from 'vitest';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { eveningTerms, hours } from '@/lib/availability/rules/slots.examples';
import type { OwnTerms } from '@/lib/availability/rules/terms';
import {
  checkWeek,
  formatTimeOfDay,
  parseRange,
  parseTimeOfDay,
} from '@/lib/availability/rules/weekly-ranges';

test.each([
  ['00:00', 0],
  ['8:05', 485],
  [' 23:59 ', 1439],
  ['24:00', 1440],
])('%s is minute %i', (text, minutes) => {
  expect(parseTimeOfDay(text)).toEqual({ ok: true, value: minutes });
});

test.each(['', '24:01', '25:00', '12:60', '12', '1:2', '-1:00', '12:00:00', 'noon'])(
  '%s is no time of day',
  (text) => {
    expect(parseTimeOfDay(text)).toMatchObject({ ok: false, error: { code: 'availability.timeInvalid' } });
  },
);

test('times are written with two digits each', () => {
  expect([0, 485, 1440, 1530].map(formatTimeOfDay)).toEqual(['00:00', '08:05', '24:00', '01:30']);
});

test.each([
  ['08:00', '12:30', { startMinute: 480, endMinute: 750 }],
  ['22:00', '01:30', { startMinute: 1320, endMinute: 1530 }],
  ['22:00', '00:00', { startMinute: 1320, endMinute: 1440 }],
  ['00:00', '24:00', { startMinute: 0, endMinute: 1440 }],
])('%s to %s', (start, end, expected) => {
  expect(parseRange(start, end)).toEqual({ ok: true, value: expected });
});

test.each([
  ['24:00', '01:00', 'availability.timeInvalid'],
  ['x', '01:00', 'availability.timeInvalid'],
  ['01:00', 'x', 'availability.timeInvalid'],
  ['09:00', '09:00', 'availability.rangeEmpty'],
])('%s to %s is refused', (start, end, code) => {
  expect(parseRange(start, end)).toMatchObject({ ok: false, error: { code } });
});

describe('a week', () => {
  const on = (weekday: WeeklyRange['weekday'], text: string, terms?: OwnTerms): WeeklyRange => ({
    ...hours(text, terms),
    weekday,
  });
  const refused = (week: readonly WeeklyRange[]) => {
    const checked = checkWeek(week);
    return checked.ok ? undefined : [checked.error.code, checked.error.details?.weekday];
  };
  const overlap = 'availability.rangesOverlap';

  test('may touch, on equal terms and on others', () => {
    expect(refused([])).toBeUndefined();
    expect(refused([on(1, '08:00-12:00'), on(1, '12:00-14:00')])).toBeUndefined();
    expect(refused([on(1, '08:00-12:00'), on(1, '12:00-14:00', eveningTerms)])).toBeUndefined();
    expect(refused([on(2, '22:00-01:00'), on(3, '01:00-02:00')])).toBeUndefined();
    expect(refused([on(7, '22:00-01:00'), on(1, '01:00-02:00', eveningTerms)])).toBeUndefined();
    expect(refused([on(7, '00:00-24:00'), on(1, '00:00-24:00')])).toBeUndefined();
  });

  test.each([
    ['by an hour', [on(1, '09:00-12:00'), on(1, '11:00-18:00')], 1],
    ['wholly', [on(1, '09:00-18:00'), on(1, '11:00-12:00')], 1],
    ['as the same twice', [on(1, '09:00-12:00'), on(1, '09:00-12:00')], 1],
    ['over midnight', [on(3, '00:30-02:00'), on(2, '22:00-01:00')], 3],
    ['from Sunday into Monday', [on(1, '00:30-02:00'), on(7, '22:00-01:00')], 7],
    ['on other terms', [on(1, '08:00-12:00'), on(1, '11:59-14:00', eveningTerms)], 1],
    ['on other terms into Monday', [on(1, '00:30-02:00', eveningTerms), on(7, '22:00-01:00')], 7],
  ] as const)('must not overlap: %s', (_how, week, weekday) => {
    expect(refused(week)).toEqual([overlap, weekday]);
  });

  test('names the row of the later range', () => {
    const week = [on(2, '09:00-10:00'), on(1, '11:00-18:00'), on(1, '20:00-21:00'), on(1, '17:59-20:00')];
    expect(checkWeek(week)).toMatchObject({ error: { details: { weekday: 1, row: 2 } } });
  });

  test('holds real times only, and not too many', () => {
    expect(refused([{ weekday: 1, startMinute: 1440, endMinute: 1500 }])).toEqual([
      'availability.timeInvalid',
      1,
    ]);
    expect(refused([{ weekday: 2, startMinute: -1, endMinute: 60 }])).toEqual([
      'availability.timeInvalid',
      2,
    ]);
    expect(refused([{ weekday: 2, startMinute: 1.5, endMinute: 60 }])).toEqual([
      'availability.timeInvalid',
      2,
    ]);
    expect(refused([{ weekday: 3, startMinute: 60, endMinute: 1501 }])).toEqual([
      'availability.timeInvalid',
      3,
    ]);
    expect(refused([{ weekday: 5, startMinute: 60, endMinute: 60 }])).toEqual(['availability.rangeEmpty', 5]);
    const many = Array.from({ length: 13 }, (_, hour) => ({
      weekday: 4 as const,
      startMinute: hour * 60,
      endMinute: hour * 60 + 30,
    }));
    expect(refused(many)).toEqual(['availability.tooManyRanges', 4]);
    expect(refused(many.slice(1))).toBeUndefined();
  });
});
