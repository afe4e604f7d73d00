import { addLocalDays, epochDayToWeekday, type LocalDate, localDateToEpochDay } from '@/lib/shared/time';

export const agendaViews = ['day', 'week', 'month', 'list'] as const;
export type AgendaView = (typeof agendaViews)[number];

export type AgendaPeriod = {
  view: AgendaView;
  /** The days shown, from the first to the last. */
  days: readonly LocalDate[];
  /** The day on which the period before, and the one after, is opened. */
  before: LocalDate;
  after: LocalDate;
  /** The day that the period is about: of a month its first. */
  date: LocalDate;
};

const listDays = 28;

function row(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addLocalDays(first, index));
}

/** Monday of the week of a day. */
function mondayOf(date: LocalDate): LocalDate {
  return addLocalDays(date, 1 - epochDayToWeekday(localDateToEpochDay(date)));
}

/** The first of the month so many months later. */
function monthFrom(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/**
 * The days that an agenda shows around a day: that day, its week from Monday, the whole weeks of its month, or four weeks
 * from it on.
 */
export function agendaPeriod(view: AgendaView, date: LocalDate): AgendaPeriod {
  if (view === 'day')
    return { view, date, days: [date], before: addLocalDays(date, -1), after: addLocalDays(date, 1) };
  if (view === 'week') {
    const days = row(mondayOf(date), 7);
    return { view, date, days, before: addLocalDays(date, -7), after: addLocalDays(date, 7) };
  }
  if (view === 'list') {
    const days = row(date, listDays);
    return { view, date, days, before: addLocalDays(date, -listDays), after: addLocalDays(date, listDays) };
  }
  const first = monthFrom(date, 0);
  const start = mondayOf(first);
  const end = localDateToEpochDay(mondayOf(addLocalDays(monthFrom(date, 1), 6)));
  const days = row(start, end - localDateToEpochDay(start));
  return { view, date: first, days, before: monthFrom(date, -1), after: monthFrom(date, 1) };
}
