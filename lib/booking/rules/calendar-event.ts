import { ICalEventStatus } from 'ical-generator';
import type { BookingStatus } from './status';

export type CalendarBooking = {
  /** Of the booking, the seat or the event. */
  id: string;
  sequence: number;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  summary: string;
  url: string;
  /** Where one meets: an address, or the page of the session. */
  location: string;
};

/** Whether a booking no longer stands, so that calendars take it out. */
export const isOffCalendar = (status: BookingStatus) =>
  status === 'cancelled' || status === 'rejected' || status === 'expired';

/**
 * A booking as an event (RFC 5545): one UID for its whole life, in mailed files and feeds alike, a rising SEQUENCE,
 * tentative until it is accepted. Times are in UTC, which every program converts.
 */
export function calendarEvent({
  id,
  sequence,
  status,
  startsAt,
  endsAt,
  summary,
  url,
  location,
}: CalendarBooking) {
  const standing =
    status === 'pending' || status === 'proposed' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
  return {
    id: `${id}@consilia`,
    sequence,
    start: startsAt,
    end: endsAt,
    summary,
    url,
    location,
    status: isOffCalendar(status) ? ICalEventStatus.CANCELLED : standing,
  };
}
