import { describe, expect, it } from 'vitest';
import { addDays, dayPart, groupByDay, groupByPart, hasFreeTime } from './slot-groups';

const slots = (...starts: string[]) => starts.map((start) => ({ start }));

describe('dayPart', () => {
  it.each([
    ['2026-11-26T10:59:00Z', 'morning'],
    ['2026-11-26T11:00:00Z', 'afternoon'],
    ['2026-11-26T15:59:00Z', 'afternoon'],
    ['2026-11-26T16:00:00Z', 'evening'],
    ['2026-11-25T23:00:00Z', 'morning'],
  ])('%s in Paris is %s', (start, expected) => {
    expect(dayPart(new Date(start), 'Europe/Paris')).toBe(expected);
  });
});

describe('groupByPart', () => {
  it('leaves out parts without times and keeps the order', () => {
    const groups = groupByPart(slots('2026-11-26T08:00:00Z', '2026-11-26T18:45:00Z'), 'Europe/Paris');
    expect(groups.map((group) => [group.part, group.slots.length])).toEqual([
      ['morning', 1],
      ['evening', 1],
    ]);
  });
});

describe('groupByDay', () => {
  it('uses the days of the reader, also when a time falls on the next day there', () => {
    const days = groupByDay(slots('2026-11-26T18:30:00Z', '2026-11-26T12:00:00Z'), {
      zone: 'Asia/Kathmandu',
      first: '2026-11-26',
      days: 2,
    });
    expect(days.map((day) => [day.date, day.slots.length])).toEqual([
      ['2026-11-26', 1],
      ['2026-11-27', 1],
    ]);
  });

  it('counts over the end of a month', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
  });

  it('knows a day whose times were all taken', () => {
    expect(
      hasFreeTime({ date: '2026-11-26', slots: [{ start: '2026-11-26T08:00:00Z', isTaken: true }] }),
    ).toBe(false);
  });
});
