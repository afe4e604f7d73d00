import { describe, expect, test } from 'vitest';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { eveningTerms, hours, usualTerms } from '@/lib/availability/rules/slots.examples';
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
  const on = (weekday: WeeklyRange['weekday'], text: string, terms = usualTerms): WeeklyRange => ({
    ...hours(text, terms),
    weekday,
  });
  const refused = (week: readonly WeeklyRange[]) => {
    const checked = checkWeek(week, usualTerms);
    return checked.ok ? undefined : [checked.error.code, checked.error.details?.weekday];
  };

  test('may touch, and may overlap on the same terms', () => {
    expect(refused([])).toBeUndefined();
    expect(refused([on(1, '08:00-12:00'), on(1, '12:00-14:00', eveningTerms)])).toBeUndefined();
    expect(refused([on(1, '08:00-12:00'), on(1, '10:00-14:00')])).toBeUndefined();
    expect(refused([on(1, '08:00-12:00'), { weekday: 1, startMinute: 600, endMinute: 840 }])).toBeUndefined();
    expect(refused([on(7, '22:00-01:00'), on(1, '01:00-02:00', eveningTerms)])).toBeUndefined();
  });

  test('must not overlap on different terms, over midnight and over Sunday too', () => {
    const overlap = 'availability.rangesOverlap';
    expect(refused([on(1, '08:00-12:00'), on(1, '11:59-14:00', eveningTerms)])).toEqual([overlap, 1]);
    expect(refused([on(3, '00:30-02:00', eveningTerms), on(2, '22:00-01:00')])).toEqual([overlap, 3]);
    expect(refused([on(1, '00:30-02:00', eveningTerms), on(7, '22:00-01:00')])).toEqual([overlap, 7]);
    expect(
      refused([{ weekday: 1, startMinute: 480, endMinute: 720 }, on(1, '09:00-10:00', eveningTerms)]),
    ).toEqual([overlap, 1]);
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
