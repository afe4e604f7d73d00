import { db } from '@/lib/server/db/client';
import { listFreeTimes } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import { addLocalDays, type LocalDate, startOfLocalDay } from '@/lib/shared/time';

/** Whether a service can be booked within days of the provider's calendar, so that there is nothing to wait for. */
export async function isAnythingFree(
  offer: Offer,
  { first, last }: { first: LocalDate; last: LocalDate },
  now: Date,
): Promise<boolean> {
  const zone = offer.provider.timeZone;
  const window = { start: startOfLocalDay(first, zone), end: startOfLocalDay(addLocalDays(last, 1), zone) };
  return (await listFreeTimes(db(), offer, window, now)).length > 0;
}
