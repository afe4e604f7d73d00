const dayMs = 24 * 60 * 60 * 1000;

/** A day of the calendar in some zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** The weekday of a calendar day counted from 1970-01-01, which was a Thursday. */
export function epochDayToWeekday(epochDay: number): Weekday {
  const weekday = weekdays[(((epochDay + 3) % 7) + 7) % 7];
  if (weekday === undefined) throw new RangeError(`not a whole day: ${epochDay}`);
  return weekday;
}

/** The day so many calendar days later (or earlier), without any zone. Throws unless the day exists. */
export function addLocalDays(date: LocalDate, days: number): LocalDate {
  return epochDayToLocalDate(localDateToEpochDay(date) + days);
}

/** Whether the text is an existing day written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return epochDayOf(text) !== undefined;
}

/** Days from 1970-01-01 to that day of the calendar. Throws unless the day exists. */
export function localDateToEpochDay(date: LocalDate): number {
  const epochDay = epochDayOf(date);
  if (epochDay === undefined) throw new RangeError(`not a date: ${date}`);
  return epochDay;
}

/** The day of the calendar so many days after 1970-01-01. */
export function epochDayToLocalDate(epochDay: number): LocalDate {
  return new Date(epochDay * dayMs).toISOString().slice(0, 10);
}

function epochDayOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || Number(text.slice(8)) !== new Date(time).getUTCDate()) return undefined;
  return time / dayMs;
}
