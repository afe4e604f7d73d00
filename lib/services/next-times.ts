import { readSpecialistTimes } from '@/lib/availability/read-specialist-time';
import { freeSlots, type Slot } from '@/lib/availability/rules/slots';
import type { Database } from '@/lib/server/db/client';
import type { Interval } from '@/lib/shared/time';
import { around, hasLimit, questionOf } from './free-times';
import { listOffersOf } from './repository';
import type { Offer } from './types';

export type OfferTimes = { offer: Offer; slots: Slot[] };

/**
 * The free times in a window of everything that some providers sell, by provider, each provider's offers in its own
 * order. As many queries for one provider as for a hundred.
 */
export async function listTimesOf(
  database: Database,
  providerIds: string[],
  window: Interval,
  now: Date,
): Promise<Map<string, OfferTimes[]>> {
  const offers = await listOffersOf(database, providerIds);
  const times = await readSpecialistTimes(database, {
    posts: providerIds.map((id) => ({ providerId: id, specialistId: id })),
    window: around(window),
    limitedServiceIds: offers.filter(hasLimit).map(({ serviceId }) => serviceId),
  });
  const byId = new Map(times.map((time) => [time.id, time]));
  const result = new Map<string, OfferTimes[]>(providerIds.map((id) => [id, []]));
  for (const offer of offers) {
    const specialist = byId.get(offer.specialistId);
    if (!offer.isSellable || !specialist) continue;
    const question = questionOf(offer, [specialist], now);
    result
      .get(offer.providerId)
      ?.push({ offer, slots: freeSlots({ ...question, from: window.start, to: window.end }) });
  }
  return result;
}
