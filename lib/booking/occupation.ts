import { addMinutes } from '@/lib/shared/time';
import type { BookingRecord } from './types';

/** The specialist's time that a booking takes, buffers included, and what counts towards the limits of its service. */
export function occupationOf(booking: BookingRecord) {
  return {
    start: addMinutes(booking.startsAt, -booking.bufferBeforeMinutes),
    end: addMinutes(booking.endsAt, booking.bufferAfterMinutes),
    specialistId: booking.specialistId,
    sourceId: booking.id,
    serviceId: booking.serviceId,
    sessionStartsAt: booking.startsAt,
  };
}
