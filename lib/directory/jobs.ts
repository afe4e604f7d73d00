import { readEventIdsToCome } from '@/lib/events/read-public-event';
import { eventTag } from '@/lib/events/rules/tags';
import { now as clock } from '@/lib/server/clock';
import { readOrganisationsOf } from '@/lib/organisations/read-team';
import { readProfile } from '@/lib/profiles/read-profile';
import { profileTags } from '@/lib/profiles/rules/tags';
import { touchTags } from '@/lib/server/cache/tags';
import { db } from '@/lib/server/db/client';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { addMinutes } from '@/lib/shared/time';
import { indexProvider } from './index-provider';
import { nextFreeTimes } from './next-free-time';
import { deleteUnusedWords, listStale, updateNextFree } from './repository';

const maxAgeMinutes = 10;
const batch = 100;
const maxBatches = 50;

/**
 * After a change of profile, services, hours or bookings. A changed offer makes its public pages stale here too: the
 * process that changed it may have died between commit and telling them.
 */
export async function refreshProvider({
  providerId,
  isOfferChanged,
}: {
  providerId: string;
  isOfferChanged?: boolean;
}): Promise<void> {
  const now = await clock();
  const profile = isOfferChanged ? await readProfile(db(), providerId) : null;
  if (profile) {
    // An organisation shows who works there, and is found by their names; an event who sells and who holds it.
    const organisations = await readOrganisationsOf(db(), providerId);
    const events = (await readEventIdsToCome(db(), providerId, now)).map(eventTag);
    await touchTags([...new Set([profile, ...organisations].flatMap(profileTags)), ...events]);
    for (const { id } of organisations) await indexProvider(db(), id, now);
  }
  await indexProvider(db(), providerId, now);
}

/**
 * Next free times go out of date by themselves: each is looked at anew when it has passed, and every 10 minutes, a
 * hundred advisors in a few queries. Once
 * an hour words that nobody uses any more leave the vocabulary.
 */
export async function refreshDirectory(): Promise<void> {
  const now = await clock();
  for (let round = 0; round < maxBatches; round += 1) {
    const stale = await listStale(db(), { now, computedBefore: addMinutes(now, -maxAgeMinutes) }, batch);
    for (const { providerId, isUnknown } of stale) if (isUnknown) await indexProvider(db(), providerId, now);
    const known = stale.filter(({ isUnknown }) => !isUnknown).map(({ providerId }) => providerId);
    await updateNextFree(db(), await nextFreeTimes(db(), known, now), now);
    if (stale.length < batch) break;
  }
  if (await isWithinLimit('directory/words', 1, 3600)) await deleteUnusedWords(db());
}
