import { countEventsToCome } from '@/lib/events/read-public-event';
import { missingForPublishing, type PublishGap } from '@/lib/profiles/rules/publishing';
import type { OwnProfile } from '@/lib/profiles/types';
import type { Database } from '@/lib/server/db/client';
import { now as clock } from '@/lib/server/clock';
import { readOffers } from '@/lib/services/free-times';
import { readOffersInPerson } from '@/lib/services/read-in-person';

/** What a profile still needs before it may be public. Verified diplomas only give a badge. */
export async function readPublishGaps(
  database: Database,
  profile: OwnProfile,
): Promise<readonly PublishGap[]> {
  const now = await clock();
  const isInPerson = await readOffersInPerson(database, profile.id, now);
  const offers = await readOffers(database, profile.id);
  return missingForPublishing(
    {
      displayName: profile.displayName,
      mainHeadline: profile.texts.find(({ locale }) => locale === profile.mainLocale)?.headline ?? null,
      // What nobody of an organisation gives cannot be booked.
      offerCount:
        offers.filter(({ specialistIds }) => specialistIds.length > 0).length +
        (await countEventsToCome(database, profile.id, now)),
      timeZone: profile.timeZone,
      sellerName: profile.sellerName,
      sellerAddress: profile.sellerAddress,
      lacksPracticeAddress: isInPerson && profile.practice === null,
      areDiplomasVerified: profile.diplomasVerifiedAt !== null,
    },
    false,
  );
}
