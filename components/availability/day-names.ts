import { addHours } from '@/lib/shared/elapsed';

/** 5 January 1970 was a Monday. */
const aMonday = new Date(Date.UTC(1970, 0, 5, 12));

/** Names of the weekdays in a language, Monday first. */
export function dayNames(locale: string, weekday: 'long' | 'short'): string[] {
  const names = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  return [0, 1, 2, 3, 4, 5, 6].map((day) => names.format(addHours(aMonday, day * 24)));
}
