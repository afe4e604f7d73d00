import { foldWords } from '@/lib/directory/rules/fold-words';
import { priceFrom } from '@/lib/directory/rules/price-from';
import { readProfile } from '@/lib/profiles/read-profile';
import type { OwnProfile } from '@/lib/profiles/types';
import type { Database } from '@/lib/server/db/client';
import { readOffers } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import { nextFreeTime } from './next-free-time';
import { deleteDocument, upsertDocument } from './repository';

/**
 * Writes what the directory searches of a provider, from its profile, services and free times as they are now; takes
 * it out when the profile is not public. May run any number of times.
 */
export async function indexProvider(database: Database, providerId: string, now: Date): Promise<void> {
  const profile = await readProfile(database, providerId);
  if (profile?.status !== 'published') return deleteDocument(database, providerId);
  const offers = await readOffers(database, providerId);
  await upsertDocument(database, providerId, {
    words: wordsOf(profile, offers),
    specialities: profile.specialities,
    languages: profile.spokenLanguages,
    priceFrom: priceFrom(offers.map(({ price }) => price.amount)),
    currency: offers[0]?.price.currency ?? null,
    nextFreeAt: await nextFreeTime(database, offers, now),
    nextFreeComputedAt: now,
  });
}

function wordsOf(profile: OwnProfile, offers: readonly Offer[]): string {
  const texts = profile.texts.flatMap(({ headline, about }) => [headline, about]);
  const services = offers.flatMap((offer) => Object.values(offer.titles));
  return foldWords([profile.displayName, profile.city ?? '', ...texts, ...services].join(' '));
}
