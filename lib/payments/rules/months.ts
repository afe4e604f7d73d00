import { type LocalDate, localDate, startOfLocalDay } from '@/lib/shared/time';

/** A month of the calendar, written YYYY-MM. */
export type Month = `${number}-${number}`;

/** Reads a month as it stands in an address; null for what is none, or lies outside 2000 to 2199. */
export function toMonth(text: unknown): Month | null {
  const isMonth = typeof text === 'string' && /^2[01]\d\d-(0[1-9]|1[0-2])$/.test(text);
  return isMonth ? (text as Month) : null;
}

/** The month after or, below 0, before. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** The month of an instant on the clocks of a zone. */
export function monthOf(instant: Date, zone: string): Month {
  return localDate(instant, zone).slice(0, 7) as Month;
}

/** The month of an instant begins then. */
export function monthStart(instant: Date, zone: string): Date {
  return startOf(monthOf(instant, zone), zone);
}

/** A month on the clocks of a zone, its end excluded. */
export function monthInterval(month: Month, zone: string): { from: Date; to: Date } {
  return { from: startOf(month, zone), to: startOf(addMonths(month, 1), zone) };
}

/** The beginnings of so many months, the last of them that of an instant, and the end of that one. */
export function monthsUntil(instant: Date, zone: string, count: number): Date[] {
  const last = monthOf(instant, zone);
  return Array.from({ length: count + 1 }, (_, index) => startOf(addMonths(last, index + 1 - count), zone));
}

function startOf(month: Month, zone: string): Date {
  return startOfLocalDay(`${month}-01` as LocalDate, zone);
}
