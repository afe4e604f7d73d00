import ical, { ICalCalendarMethod } from 'ical-generator';
import { type CalendarBooking, calendarEvent } from '@/lib/booking/rules/calendar-event';
import { addHours, type Interval } from '@/lib/shared/time';

const daysBack = 90;
const daysAhead = 400;
/** How often a calendar program should look, for those that ask. */
const lookEverySeconds = 3600;

/** What a feed shows: bookings that start from 90 days ago to 400 days ahead. */
export function feedWindow(now: Date): Interval {
  return { start: addHours(now, -24 * daysBack), end: addHours(now, 24 * daysAhead) };
}

export type FeedBooking = CalendarBooking & { changedAt: Date };

/**
 * A calendar to subscribe to (RFC 5545, RFC 7986). The same bookings make the same text, so that a program which has it
 * already can be told so; what is no longer in it, the program takes out.
 */
export function feedFile(name: string, bookings: readonly FeedBooking[]): string {
  const calendar = ical({
    prodId: { company: 'Consilia', product: 'Feed', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: lookEverySeconds,
  });
  for (const booking of bookings) {
    const { changedAt } = booking;
    calendar.createEvent({ ...calendarEvent(booking), stamp: changedAt, lastModified: changedAt });
  }
  return calendar.toString();
}
