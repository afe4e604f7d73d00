import { addMinutes } from '@/lib/shared/time';

/** A calendar that answers is read so often. */
const READ_EVERY_MINUTES = 15;
/** Whoever takes a calendar puts it off by so much; one that is lost on the way has its turn again then. */
export const PUT_OFF_MINUTES = 5;
const longestPauseMinutes = 6 * 60;
/** Calendars added together are not asked together for ever: each time differs by up to a tenth. */
const jitter = 0.1;

/**
 * When a calendar is read next: after 15 minutes, and after each failure in a row twice as long, at most 6 hours.
 * `random` from 0 to 1 moves it by a tenth either way.
 */
export function nextReading(now: Date, failures: number, random: number): Date {
  const minutes = Math.min(READ_EVERY_MINUTES * 2 ** failures, longestPauseMinutes);
  return addMinutes(now, minutes * (1 + jitter * (2 * random - 1)));
}

type Known = { expandedAt: Date | null; expandedZone: string | null };

/**
 * Whether an answer "unchanged" would be enough. Busy times are worked out to 400 days ahead and by the provider's zone,
 * so once a day, and when the zone changed, they are worked out anew from the whole calendar.
 */
export function mayStayAsItIs({ expandedAt, expandedZone }: Known, zone: string, now: Date): boolean {
  if (!expandedAt || expandedZone !== zone) return false;
  return now < addMinutes(expandedAt, 24 * 60);
}
