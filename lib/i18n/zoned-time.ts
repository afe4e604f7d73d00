import { formatInstant, type InstantStyle } from './time-format';
import { zoneName } from './zone-name';

/** A moment with the place whose clocks are meant: "Mon, 2 Nov, 10:00 (Paris)". */
export function formatZoned(
  instant: Date,
  { locale, zone, style = 'dateTime' }: { locale: string; zone: string; style?: InstantStyle },
): string {
  return `${formatInstant(instant, { locale, zone, style })} (${zoneName(zone, locale)})`;
}
