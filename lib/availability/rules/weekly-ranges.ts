import type { DayRange, WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { err, ok, type Result } from '@/lib/shared/result';

const DAY = 24 * 60;
const WEEK = 7 * DAY;
const MAX_RANGES_PER_DAY = 12;

/** Minutes of a time of day `HH:MM` from 00:00 to 24:00; `availability.timeInvalid` for anything else. */
export function parseTimeOfDay(text: string): Result<number> {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (match === null) return err('availability.timeInvalid');
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  if (minutes > 59 || hours * 60 + minutes > DAY) return err('availability.timeInvalid');
  return ok(hours * 60 + minutes);
}

/** A time of day as `HH:MM`; the end of the day is 24:00, and what lies beyond is a time of the next day. */
export function formatTimeOfDay(minutes: number): string {
  const ofDay = minutes > DAY ? minutes - DAY : minutes;
  const hours = Math.floor(ofDay / 60);
  return `${String(hours).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/**
 * One range as the editor sends it. An end before the start is after midnight, so 22:00 to 01:30 is fine,
 * and 22:00 to 00:00 ends at midnight; equal times are `availability.rangeEmpty`. A start at 24:00 is
 * `availability.timeInvalid`.
 */
export function parseRange(startText: string, endText: string): Result<DayRange> {
  const start = parseTimeOfDay(startText);
  if (!start.ok) return start;
  const end = parseTimeOfDay(endText);
  if (!end.ok) return end;
  if (start.value === DAY) return err('availability.timeInvalid');
  if (start.value === end.value) return err('availability.rangeEmpty');
  return ok({ startMinute: start.value, endMinute: end.value < start.value ? end.value + DAY : end.value });
}

/**
 * Whether a week may be saved. Ranges must not overlap, over midnight and from Sunday into Monday included:
 * `availability.rangesOverlap` with the weekday of the later one and its place among the ranges of that day. Touching
 * is fine, on equal terms such ranges count as joined. At most 12 ranges start on one day.
 */
export function checkWeek(week: readonly WeeklyRange[]): Result<readonly WeeklyRange[]> {
  for (const range of week) {
    const { startMinute, endMinute } = range;
    const isTime = Number.isInteger(startMinute) && Number.isInteger(endMinute);
    if (!isTime || startMinute < 0 || startMinute >= DAY || endMinute > startMinute + DAY)
      return err('availability.timeInvalid', placeOf(week, range));
    if (endMinute <= startMinute) return err('availability.rangeEmpty', placeOf(week, range));
    if (week.filter((other) => other.weekday === range.weekday).length > MAX_RANGES_PER_DAY)
      return err('availability.tooManyRanges', placeOf(week, range));
  }
  const minutes = week.map(minutesOf).sort((a, b) => a.start - b.start);
  for (const [index, a] of minutes.entries())
    for (const b of minutes.slice(index + 1))
      if (b.start < a.end || b.end > a.start + WEEK)
        return err('availability.rangesOverlap', placeOf(week, b.range));
  return ok(week);
}

/**
 * The same of the ranges that start on one day of the calendar; `availability.rangesOverlap` and the others with the row
 * of what is wrong.
 */
export function checkDay(ranges: readonly DayRange[]): Result<readonly DayRange[]> {
  return checkWeek(ranges.map((range) => ({ ...range, weekday: 1 })));
}

function minutesOf(range: WeeklyRange) {
  const midnight = (range.weekday - 1) * DAY;
  return { range, start: midnight + range.startMinute, end: midnight + range.endMinute };
}

function placeOf(week: readonly WeeklyRange[], range: WeeklyRange) {
  const { weekday } = range;
  return { weekday, row: week.filter((other) => other.weekday === weekday).indexOf(range) };
}
