import { localDay, localMinute } from '@/lib/i18n/time-format';
import type { LocalDate } from '@/lib/shared/calendar';

const wallTime = (date: LocalDate, minute: number) => Date.parse(`${date}T00:00:00Z`) + minute * 60_000;

/**
 * The instant that a zone's clocks show as this minute of a day, for what is said before it is asked for; where a time
 * does not exist or exists twice the server decides.
 */
export function wallInstant(date: LocalDate, minute: number, zone: string): Date {
  const wanted = wallTime(date, minute);
  let at = new Date(wanted);
  for (let step = 0; step < 2; step += 1)
    at = new Date(at.getTime() + wanted - wallTime(localDay(at, zone), localMinute(at, zone)));
  return at;
}
