import {
  epochDayToLocalDate,
  epochDayToWeekday,
  isLocalDate,
  type LocalDate,
  localDateToEpochDay,
} from '@/lib/shared/calendar';

/** A month of the calendar, `2026-11`. */
export type Month = string;

export const monthOf = (date: LocalDate): Month => date.slice(0, 7);

export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Whether a calendar that begins today can show this day; what is typed may be no day yet. */
export function isShowable(date: string, today: LocalDate): date is LocalDate {
  return isLocalDate(date) && date >= today;
}

/** The weeks of a month from Monday on, days of its neighbours left out as null. */
export function weeksOf(month: Month): (LocalDate | null)[][] {
  const first = localDateToEpochDay(`${month}-01`);
  const end = localDateToEpochDay(`${addMonths(month, 1)}-01`);
  const monday = first - (epochDayToWeekday(first) - 1);
  const weeks: (LocalDate | null)[][] = [];
  for (let start = monday; start < end; start += 7)
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = start + index;
        return day < first || day >= end ? null : epochDayToLocalDate(day);
      }),
    );
  return weeks;
}
