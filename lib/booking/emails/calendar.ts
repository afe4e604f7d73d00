import ical, { ICalCalendarMethod } from 'ical-generator';
import { type CalendarBooking, calendarEvent, isOffCalendar } from '@/lib/booking/rules/calendar-event';

export type CalendarEntry = CalendarBooking & {
  now: Date;
  organizer: { name: string; email: string };
};

/**
 * The calendar file of a booking (RFC 5545, RFC 5546): REQUEST while it stands (tentative until accepted) and CANCEL once
 * it does not.
 */
export function calendarFile(entry: CalendarEntry): {
  filename: string;
  content: string;
  contentType: string;
} {
  const method = isOffCalendar(entry.status) ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: { company: 'Consilia', product: 'Bookings', language: 'EN' }, method });
  calendar.createEvent({ ...calendarEvent(entry), stamp: entry.now, organizer: entry.organizer });
  return {
    filename: 'consilia.ics',
    content: calendar.toString(),
    contentType: `text/calendar; charset=utf-8; method=${method}`,
  };
}
