import { zoneClock } from '@/lib/availability/rules/zone-clock';
import { addLocalDays, epochDayToWeekday, localDate, localDateToEpochDay } from '@/lib/shared/time';
import { hours } from '../content/hours';
import type { SpecialistContent } from '../content/types';

const dayMinutes = 24 * 60;
const stepMinutes = 120;
const yearMinutes = 366 * dayMinutes;

/**
 * A start on the advisor's n-th open day after today (before it for a negative n), on the wall clock of its zone.
 * `place` counts stretches of two hours within the opening hours, so that different places never overlap.
 */
export function openTime(content: SpecialistContent, now: Date, nthDay: number, place: number): Date {
  const ranges = hours[content.hours];
  const step = Math.sign(nthDay);
  let date = localDate(now, content.zone);
  for (let left = Math.abs(nthDay); left > 0; ) {
    date = addLocalDays(date, step);
    if (ranges.some(({ weekday }) => weekday === epochDayToWeekday(localDateToEpochDay(date)))) left -= 1;
  }
  const weekday = epochDayToWeekday(localDateToEpochDay(date));
  const starts = ranges
    .filter((range) => range.weekday === weekday)
    .flatMap(({ startMinute, endMinute }) =>
      Array.from(
        { length: Math.floor((endMinute - startMinute + 20) / stepMinutes) },
        (_, index) => startMinute + index * stepMinutes,
      ),
    );
  const minute = starts[place % starts.length] ?? 0;
  const wall = localDateToEpochDay(date) * dayMinutes + minute;
  const clock = zoneClock(content.zone, wall - yearMinutes, wall + yearMinutes);
  return new Date(clock.firstInstantOf(wall) * 60_000);
}
