import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { BookingStatus } from '@/lib/booking/rules/status';

export type CalendarEntry = {
  bookingId: string;
  sequence: number;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  now: Date;
  summary: string;
  url: string;
  organizer: { name: string; email: string };
};

const isOver = (status: BookingStatus) =>
  status === 'cancelled' || status === 'rejected' || status === 'expired';

/**
 * The calendar file of a booking (RFC 5545, RFC 5546): one UID for its whole life, a rising SEQUENCE, REQUEST while it
 * stands (tentative until accepted) and CANCEL once it does not. Times are in UTC, which every program converts.
 */
export function calendarFile(entry: CalendarEntry): {
  filename: string;
  content: string;
  contentType: string;
} {
  const { status } = entry;
  const method = isOver(status) ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: { company: 'Consilia', product: 'Bookings', language: 'EN' }, method });
  calendar.createEvent({
    id: `${entry.bookingId}@consilia`,
    sequence: entry.sequence,
    start: entry.startsAt,
    end: entry.endsAt,
    stamp: entry.now,
    summary: entry.summary,
    url: entry.url,
    organizer: entry.organizer,
    status: isOver(status)
      ? ICalEventStatus.CANCELLED
      : status === 'pending' || status === 'proposed'
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
  });
  return {
    filename: 'consilia.ics',
    content: calendar.toString(),
    contentType: `text/calendar; charset=utf-8; method=${method}`,
  };
}
