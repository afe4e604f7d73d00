import { describe, expect, it } from 'vitest';
import { readWeekForm, weekField } from './week-form';

describe('readWeekForm', () => {
  it('reads rows of each day, over midnight too, and passes over empty ones', () => {
    const { week, errors } = readWeekForm({
      'day-1-0-start': '09:00',
      'day-1-0-end': '12:30',
      'day-1-1-start': '',
      'day-1-1-end': ' ',
      'day-1-2-start': '14:00',
      'day-1-2-end': '24:00',
      'day-7-0-start': '22:00',
      'day-7-0-end': '01:30',
      'day-7-1-start': '00:00',
      'day-7-1-end': '00:00',
      'day-8-0-start': '09:00',
      other: 'x',
    });
    expect(errors).toEqual([]);
    expect(week).toEqual([
      { weekday: 1, startMinute: 540, endMinute: 750 },
      { weekday: 1, startMinute: 840, endMinute: 1440 },
      { weekday: 7, startMinute: 1320, endMinute: 1530 },
      { weekday: 7, startMinute: 0, endMinute: 1440 },
    ]);
  });

  it.each([
    ['', '12:00', 'start', 'availability.timeInvalid'],
    ['25:00', '12:00', 'start', 'availability.timeInvalid'],
    ['24:00', '12:00', 'start', 'availability.timeInvalid'],
    ['09:00', '', 'end', 'availability.timeInvalid'],
    ['09:00', '9 pm', 'end', 'availability.timeInvalid'],
    ['09:00', '09:00', 'end', 'availability.rangeEmpty'],
  ] as const)('names what is wrong in %j to %j', (start, end, field, code) => {
    const form = { [weekField(3, 2, 'start')]: start, [weekField(3, 2, 'end')]: end };
    expect(readWeekForm(form)).toEqual({ week: [], errors: [{ field: weekField(3, 2, field), code }] });
  });
});
