import type { OwnTerms } from '@/lib/availability/rules/terms';
import { type LocalDate, localDateToEpochDay, type Weekday } from '@/lib/shared/time';

/**
 * Hours of one day in minutes of the wall clock: start 0 to 1439, end up to 1440 (24:00) and beyond, when the
 * range runs past midnight (22:00 to 01:30 is 1320 to 1530), for less than a day after it. An end at or
 * before the start makes an empty range, which offers nothing.
 */
export type DayRange = {
  readonly startMinute: number;
  readonly endMinute: number;
  readonly terms?: OwnTerms | undefined;
};

/** Hours that return each week; Monday is 1. */
export type WeeklyRange = DayRange & { readonly weekday: Weekday };

/**
 * What is different on one day of the calendar. It speaks for ranges that start on that day: a range from
 * the evening before runs on after midnight though the day is closed.
 */
export type DayException =
  | { readonly date: LocalDate; readonly kind: 'closed' }
  | { readonly date: LocalDate; readonly kind: 'replaced' | 'extra'; readonly ranges: readonly DayRange[] };

/** A range on a concrete day, and whether an exception brought it. */
export type PlannedRange = { readonly range: DayRange; readonly isException: boolean };

/** The ranges that start on a day, given as days since 1970-01-01. */
export type OpeningHours = (epochDay: number, weekday: Weekday) => readonly PlannedRange[];

/**
 * Weekly hours and exceptions as one question per day. `closed` silences the day even beside other
 * exceptions; `replaced` takes the place of the weekly hours; `extra` adds to what holds.
 */
export function openingHours(
  weekly: readonly WeeklyRange[],
  exceptions: readonly DayException[],
): OpeningHours {
  const byWeekday: PlannedRange[][] = [[], [], [], [], [], [], [], []];
  for (const range of weekly) byWeekday[range.weekday]?.push({ range, isException: false });
  if (exceptions.length === 0) return (_, weekday) => byWeekday[weekday] ?? [];

  const byDay = new Map<number, DayException[]>();
  for (const exception of exceptions) {
    const day = localDateToEpochDay(exception.date);
    const sameDay = byDay.get(day);
    if (sameDay === undefined) byDay.set(day, [exception]);
    else sameDay.push(exception);
  }
  return (epochDay, weekday) => {
    const usual = byWeekday[weekday] ?? [];
    const special = byDay.get(epochDay);
    return special === undefined ? usual : applyExceptions(usual, special);
  };
}

function applyExceptions(usual: readonly PlannedRange[], special: readonly DayException[]): PlannedRange[] {
  const planned: PlannedRange[] = special.some((exception) => exception.kind === 'replaced')
    ? []
    : [...usual];
  for (const exception of special) {
    if (exception.kind === 'closed') return [];
    for (const range of exception.ranges) planned.push({ range, isException: true });
  }
  return planned;
}
