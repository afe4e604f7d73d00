import { readHasRangeInPerson } from '@/lib/availability/read-specialist-time';
import type { Channel } from '@/lib/availability/rules/terms';
import { readPracticeAddress } from '@/lib/profiles/read-profile';
import type { Database } from '@/lib/server/db/client';
import { hasServiceInPerson } from './repository';

/** Whether clients can come to the practice: by a service on sale, or by hours with ways to meet of their own. */
export async function readOffersInPerson(
  database: Database,
  providerId: string,
  now: Date,
): Promise<boolean> {
  if (await hasServiceInPerson(database, providerId)) return true;
  return readHasRangeInPerson(database, providerId, now);
}

/** Whether these ways to meet include coming to a practice whose address is not known. */
export async function lacksAddress(
  database: Database,
  providerId: string,
  channels: readonly Channel[],
): Promise<boolean> {
  return channels.includes('in_person') && (await readPracticeAddress(database, providerId)) === null;
}
