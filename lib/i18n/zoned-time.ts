import { formatInstant, type InstantStyle, localMinute } from './time-format';
import { zoneName } from './zone-name';

/** A moment with the place whose clocks are meant: "Mon, 2 Nov, 10:00 (Paris)". */
export function formatZoned(
  instant: Date,
  { locale, zone, style = 'dateTime' }: { locale: string; zone: string; style?: InstantStyle },
): string {
  return `${formatInstant(instant, { locale, zone, style })} (${zoneName(zone, locale)})`;
}

/** Until when, that instant excluded: midnight is the end of the day that it closes, "Mon, 2 Nov, 24:00 (Paris)". */
export function formatUntil(end: Date, { locale, zone }: { locale: string; zone: string }): string {
  if (localMinute(end, zone) !== 0) return formatZoned(end, { locale, zone });
  const lastDay = formatInstant(new Date(end.getTime() - 1), { locale, zone, style: 'weekdayDate' });
  return `${lastDay}, 24:00 (${zoneName(zone, locale)})`;
}
