import { foldWords } from '@/lib/shared/fold-words';
import { priceFrom } from '@/lib/directory/rules/price-from';
import { locales } from '@/lib/i18n/routing';
import { wordsFor } from '@/lib/i18n/worker';
import { readMembers } from '@/lib/organisations/read-team';
import { isSpeciality } from '@/lib/profiles/rules/specialities';
import { readAvailableUntil, readProfile } from '@/lib/profiles/read-profile';
import type { Member } from '@/lib/organisations/types';
import type { OwnProfile } from '@/lib/profiles/types';
import type { Database } from '@/lib/server/db/client';
import { readOffers } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import { nextFreeTimes } from './next-free-time';
import { deleteDocument, deleteUnpublished, insertWords, upsertDocument } from './repository';

/**
 * Writes what the directory searches of a provider, from its profile, services and free times as they are now; takes
 * it out when the profile is not public. May run any number of times.
 */
export async function indexProvider(database: Database, providerId: string, now: Date): Promise<void> {
  const profile = await readProfile(database, providerId);
  if (profile?.status !== 'published') return deleteDocument(database, providerId);
  const offers = await readOffers(database, providerId);
  const members = await readMembers(database, providerId);
  const words = await wordsOf(profile, offers, members);
  await insertWords(database, words);
  await upsertDocument(database, providerId, {
    words,
    specialities: profile.specialities,
    languages: profile.spokenLanguages,
    priceFrom: priceFrom(offers.map(({ price }) => price.amount)),
    currency: offers[0]?.price.currency ?? null,
    nextFreeAt: (await nextFreeTimes(database, [providerId], now)).get(providerId) ?? null,
    availableUntil: await readAvailableUntil(database, providerId),
    nextFreeComputedAt: now,
  });
  // Taken off the site meanwhile: then it was taken out of here before it was written.
  await deleteUnpublished(database, providerId);
}

/**
 * What an advisor can be found by: name, of an organisation those of its members, place, texts and services, the
 * specialities by their names and everyday words.
 */
async function wordsOf(
  profile: OwnProfile,
  offers: readonly Offer[],
  members: readonly Member[],
): Promise<string> {
  const texts = profile.texts.flatMap(({ headline, about }) => [headline, about]);
  const services = offers.flatMap((offer) => Object.values(offer.titles));
  const names = await Promise.all(locales.map((locale) => wordsFor(locale, 'UTC')));
  const fields = profile.specialities
    .filter(isSpeciality)
    .flatMap((code) => names.flatMap(({ t }) => [t(`specialities.${code}`), t(`specialityWords.${code}`)]));
  const people = [profile.displayName, ...members.map(({ name }) => name)];
  return foldWords([...people, profile.city ?? '', ...fields, ...texts, ...services].join(' '));
}
