import type { Database } from '@/lib/server/db/client';
import { countFreeAhead } from './repository';
import { mayTakeTime } from './rules/free-bookings';

/** Whether this client may take a time of this provider at this price now (see `mayTakeTime`). */
export async function isPriceOpenTo(
  database: Database,
  parties: { clientId: string; providerId: string },
  priceAmount: number,
  now: Date,
): Promise<boolean> {
  return priceAmount > 0 || mayTakeTime(priceAmount, await countFreeAhead(database, parties, now));
}
