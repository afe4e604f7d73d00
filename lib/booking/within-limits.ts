import type { Slot } from '@/lib/availability/rules/slots';
import { lockProvider } from '@/lib/profiles/read-profile';
import type { Tx } from '@/lib/server/db/client';
import { findFreeTime, hasLimit } from '@/lib/services/free-times';
import { givenBy } from '@/lib/services/given-by';
import type { Offer } from '@/lib/services/types';

type Wanted = { offer: Offer; slot: Slot; specialistId: string; now: Date };

/**
 * Sessions of a limited service are counted again where it counts, one request of a specialist after the other, whoever
 * asks: a client, or the waiting list.
 */
export async function isWithinLimits(tx: Tx, { offer, slot, specialistId, now }: Wanted): Promise<boolean> {
  if (!hasLimit(offer)) return true;
  await lockProvider(tx, specialistId);
  const given = givenBy(offer, specialistId);
  return given !== undefined && (await findFreeTime(tx, given, slot.start, now)) !== undefined;
}
