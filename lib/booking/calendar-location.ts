import { pageAddress } from '@/lib/i18n/site';
import type { Locale } from '@/lib/i18n/routing';
import { meetingPlace, type Placed } from './meeting-place';

/** What a calendar shows as the place: the address, or the page of the session. */
export function calendarLocation(booking: Placed & { id: string }, locale: Locale): string {
  const place = meetingPlace(booking, locale);
  if (place) return place.lines.join(', ');
  return pageAddress({ pathname: '/session/[bookingId]', params: { bookingId: booking.id } }, locale);
}
