import { CORRECTION_HOURS } from '@/lib/booking/rules/outcome';
import type { Database } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { listEnded } from './repository';
import type { BookingRecord } from './types';

export { findBooking } from './repository';

/** Accepted bookings whose outcome is due: at the end, in person 24 h later. Oldest first, without those of these ids. */
export function listEndedBookings(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<BookingRecord[]> {
  return listEnded(database, now, addHours(now, -CORRECTION_HOURS), limit, seen);
}
