import { addressLines, mapAddress, practiceAddressOf } from '@/lib/profiles/rules/practice-address';
import type { BookingView } from './types';

/** Where one meets in person. */
export type MeetingPlace = { lines: readonly string[]; mapHref: string };

/** What decides where a booking takes place. */
export type Placed = Pick<
  BookingView,
  | 'status'
  | 'channel'
  | 'channels'
  | 'sellerAddress'
  | 'practiceStreet'
  | 'practicePostalCode'
  | 'practiceCity'
  | 'practiceCountry'
>;

/**
 * Where a booking takes place when it is in person, or may be while the way to meet is still to be chosen; null online.
 * What was booked before practices had an address of their own takes place at the trader's, as it said then.
 */
export function meetingPlace(booking: Placed, locale: string): MeetingPlace | null {
  const { status, channel, channels } = booking;
  const isPossible = status === 'held' ? channels.includes('in_person') : channel === 'in_person';
  if (!isPossible) return null;
  const practice = practiceAddressOf(booking);
  const lines = practice ? addressLines(practice, locale) : booking.sellerAddress.split(/\n|, /);
  return { lines, mapHref: mapAddress(lines) };
}
