import { type Post, readSpecialistTimes } from '@/lib/availability/read-specialist-time';
import { freeSlots, type Slot } from '@/lib/availability/rules/slots';
import type { Database } from '@/lib/server/db/client';
import type { Interval } from '@/lib/shared/time';
import { around, hasLimit, postsOf, questionOf } from './free-times';
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
  const posts = new Map(offers.flatMap(postsOf).map((post) => [keyOf(post), post]));
  const times = await readSpecialistTimes(database, {
    posts: [...posts.values()],
    window: around(window),
    limitedServiceIds: offers.filter(hasLimit).map(({ serviceId }) => serviceId),
  });
  // They come in the order of the posts; one specialist may have several, each with hours of its own.
  const byPost = new Map([...posts.keys()].map((key, index) => [key, times[index]]));
  const result = new Map<string, OfferTimes[]>(providerIds.map((id) => [id, []]));
  for (const offer of offers) {
    if (!offer.isSellable) continue;
    const specialists = postsOf(offer).flatMap((post) => byPost.get(keyOf(post)) ?? []);
    const question = questionOf(offer, specialists, now);
    result
      .get(offer.providerId)
      ?.push({ offer, slots: freeSlots({ ...question, from: window.start, to: window.end }) });
  }
  return result;
}

const keyOf = ({ providerId, specialistId }: Post) => `${providerId}/${specialistId}`;
