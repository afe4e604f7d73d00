import { describe, expect, it } from 'vitest';
import { dateRanges, readRanges, readWeekForm, weekField } from './hours-form';

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

  it('reads prices and ways to meet of a row, and leaves those of the service where there are none', () => {
    const { ranges, errors } = readRanges(
      {
        'range-0-start': '18:00',
        'range-0-end': '20:00',
        'range-0-price': '90,00',
        'range-0-channels': ['in_person', 'smoke signals'],
        'range-1-start': '20:00',
        'range-1-end': '21:00',
        'range-1-price': '0',
        'range-1-channels': [],
        'range-2-start': '21:00',
        'range-2-end': '22:00',
      },
      dateRanges,
    );
    expect(errors).toEqual([]);
    expect(ranges).toEqual([
      { startMinute: 1080, endMinute: 1200, terms: { priceAmount: 9000, channels: ['in_person'] } },
      { startMinute: 1200, endMinute: 1260, terms: { priceAmount: 0 } },
      { startMinute: 1260, endMinute: 1320 },
    ]);
  });

  it('names a price that is none', () => {
    const form = { 'day-2-0-start': '09:00', 'day-2-0-end': '10:00', 'day-2-0-price': '0.20' };
    expect(readWeekForm(form)).toEqual({
      week: [],
      errors: [{ field: 'day-2-0-price', code: 'service.priceTooLow' }],
    });
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
