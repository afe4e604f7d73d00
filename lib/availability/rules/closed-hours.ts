import type { OpeningHours } from '@/lib/availability/rules/opening-hours';
import { epochDayToWeekday, type LocalDate, localDateToEpochDay } from '@/lib/shared/calendar';

/** A stretch of one day in minutes of its wall clock, 0 to 1440. */
export type Stretch = { readonly startMinute: number; readonly endMinute: number };

const DAY = 24 * 60;

/** The hours of a day in which nothing can be booked, ascending; a range of the evening before runs on after midnight. */
export function closedHours(hours: OpeningHours, date: LocalDate): Stretch[] {
  const day = localDateToEpochDay(date);
  const rangesOf = (epochDay: number) =>
    hours(epochDay, epochDayToWeekday(epochDay)).map(({ range }) => range);
  const open = [
    ...rangesOf(day - 1).map(({ endMinute }) => ({ startMinute: 0, endMinute: endMinute - DAY })),
    ...rangesOf(day),
  ].toSorted((a, b) => a.startMinute - b.startMinute);
  const closed: Stretch[] = [];
  let from = 0;
  for (const { startMinute, endMinute } of open) {
    if (endMinute <= startMinute) continue;
    if (startMinute > from) closed.push({ startMinute: from, endMinute: startMinute });
    from = Math.max(from, endMinute);
  }
  if (from < DAY) closed.push({ startMinute: from, endMinute: DAY });
  return closed;
}
