import { fixedOffset } from './zone-name';

export type InstantStyle =
  | 'date'
  | 'longDate'
  | 'fullDate'
  | 'fullDateTime'
  | 'weekdayDate'
  | 'time'
  | 'dateTime'
  | 'weekday'
  | 'day'
  | 'month'
  | 'monthLetter'
  | 'monthYear';

const styles = {
  isoDate: { year: 'numeric', month: '2-digit', day: '2-digit' },
  hour: { hour: '2-digit', hourCycle: 'h23' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long' },
  fullDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  fullDateTime: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  weekdayDate: { weekday: 'short', day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dateTime: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  weekday: { weekday: 'short' },
  day: { day: 'numeric' },
  month: { month: 'short' },
  monthLetter: { month: 'narrow' },
  monthYear: { month: 'long', year: 'numeric' },
} as const satisfies Readonly<Record<InstantStyle | 'isoDate' | 'hour', Intl.DateTimeFormatOptions>>;

/** English is written as in Europe: day before month, 24 hours. */
export const regionOf = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/** The zone as Intl knows it: "UTC+05:30" is "+05:30" there. */
export const intlZone = (zone: string): string => fixedOffset(zone) ?? zone;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a thousand times as long as using it, so each is made once. */
function formatterOf(region: string, zone: string, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${region} ${zone} ${style}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(region, { ...styles[style], timeZone: intlZone(zone) });
  formatters.set(key, made);
  return made;
}

/** A moment as people of this language write it, on the clocks of `zone` (IANA or "UTC+05:30"). */
export function formatInstant(
  instant: Date,
  { locale, zone, style }: { locale: string; zone: string; style: InstantStyle },
): string {
  const written = formatterOf(regionOf(locale), zone, style).format(instant);
  if (locale === 'ru' && style === 'date') return withoutYearMark(written);
  const dated = locale === 'fr' ? withFirst(written) : written;
  return style === 'dateTime' || style === 'weekdayDate' ? dated.replace(/ (à|в|at) (?=\d)/u, ', ') : dated;
}

/** In French the first of a month is an ordinal number, and no other day is. */
function withFirst(written: string): string {
  return written.replace(/(?<!\d)1(?= \p{L}{3}|–)/u, '1er');
}

/** A short date in Russian goes without "г.": with it a sentence that ends in a date would end in two points. */
function withoutYearMark(written: string): string {
  return written.replace(/\s*г\.$/u, '');
}

/** From one day to another, with the month and the year named once where they are the same: "23.–29. Nov. 2026". */
export function formatDates(
  first: Date,
  last: Date,
  { locale, zone }: { locale: string; zone: string },
): string {
  const written = formatterOf(regionOf(locale), zone, 'date').formatRange(first, last);
  return locale === 'fr' ? withFirst(written) : written;
}

/** From and to on the same day, or with the date of the end when the session runs past midnight. */
export function formatSpan(start: Date, end: Date, options: { locale: string; zone: string }): string {
  const isSameDay =
    formatInstant(start, { ...options, style: 'date' }) === formatInstant(end, { ...options, style: 'date' });
  const until = formatInstant(end, { ...options, style: isSameDay ? 'time' : 'dateTime' });
  return `${formatInstant(start, { ...options, style: 'time' })}–${until}`;
}

/** A unit and its length. */
const steps = [
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const dayMs = 86_400_000;

/**
 * How far away a moment is: "vor 2 Stunden" in whole hours or minutes; from 24 hours on in days of the calendar of `zone`,
 * for "tomorrow" is a day and no 24 hours.
 */
export function formatRelative(
  instant: Date,
  { now, locale, zone }: { now: Date; locale: string; zone: string },
): string {
  const distance = instant.getTime() - now.getTime();
  const words = new Intl.RelativeTimeFormat(regionOf(locale), { numeric: 'auto' });
  if (Math.abs(distance) >= dayMs) {
    const dayOf = (at: Date) => Date.parse(localDay(at, zone)) / dayMs;
    return words.format(dayOf(instant) - dayOf(now), 'day');
  }
  const step = steps.find(([, length]) => Math.abs(distance) >= length);
  if (!step) return words.format(0, 'minute');
  return words.format(Math.trunc(distance / step[1]), step[0]);
}

/** The local date as 2026-11-26, for grouping by day. */
export function localDay(instant: Date, zone: string): string {
  return formatterOf('en-CA', zone, 'isoDate').format(instant);
}

/** Minutes since midnight on the clocks of `zone`. */
export function localMinute(instant: Date, zone: string): number {
  const [hour = '0', minute = '0'] = formatterOf('en-GB', zone, 'time').format(instant).split(':');
  return Number(hour) * 60 + Number(minute);
}

/** The hour on the clocks of `zone`, 0 to 23. */
export function localHour(instant: Date, zone: string): number {
  return Number(formatterOf('en-GB', zone, 'hour').format(instant));
}
