import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { parseRange, parseTimeOfDay } from '@/lib/availability/rules/weekly-ranges';
import type { ErrorCode } from '@/lib/shared/errors';
import { type Weekday, weekdays } from '@/lib/shared/time';

/** What was wrong in the form, by the name of its field. */
export type WeekFormError = { field: string; code: ErrorCode };

/** The name of a field of the week: its day, Monday is 1, its row, and which end. */
export function weekField(weekday: Weekday, row: number, end: 'start' | 'end'): string {
  return `day-${weekday}-${row}-${end}`;
}

const maxRows = 12;

/**
 * The week as a form sends it: for each day rows of two times. A row left empty is not there; one with only one time,
 * or times that are none, is named by its field. Midnight to midnight is the whole day.
 */
export function readWeekForm(fields: Readonly<Record<string, unknown>>): {
  week: WeeklyRange[];
  errors: WeekFormError[];
} {
  const week: WeeklyRange[] = [];
  const errors: WeekFormError[] = [];
  const read = (name: string) => {
    const text = fields[name];
    return typeof text === 'string' ? text.trim() : '';
  };
  for (const weekday of weekdays) {
    for (let row = 0; row <= maxRows; row += 1) {
      const names = { start: weekField(weekday, row, 'start'), end: weekField(weekday, row, 'end') };
      const [start, end] = [read(names.start), read(names.end)];
      if (start === '' && end === '') continue;
      const range = parseRange(start, end === '00:00' && start === end ? '24:00' : end);
      if (range.ok) week.push({ weekday, ...range.value });
      else errors.push({ field: wrongField(names, start), code: range.error.code });
    }
  }
  return { week, errors };
}

function wrongField(names: { start: string; end: string }, start: string): string {
  const parsed = parseTimeOfDay(start);
  return parsed.ok && parsed.value < 24 * 60 ? names.end : names.start;
}
