import { cache } from 'react';
import { readPublicProfile } from '@/lib/profiles/cache';
import type { PublishGap } from '@/lib/profiles/rules/publishing';
import type { OwnProfile, PublicProfile } from '@/lib/profiles/types';
import { db } from '@/lib/server/db/client';
import { readPublicServices } from '@/lib/services/cache';
import type { OwnService } from '@/lib/services/types';
import { readPublishGaps } from './read-publish-gaps';

/** What the provider must still fill in before the profile can be public. */
export function loadPublishGaps(profile: OwnProfile): Promise<readonly PublishGap[]> {
  return readPublishGaps(db(), profile);
}

export type PublicAdvisor = { profile: PublicProfile; services: OwnService[] };

/** The public page of an advisor; null when nobody is published at this address. */
export const loadPublicAdvisor = cache(async (slug: string): Promise<PublicAdvisor | null> => {
  const profile = await readPublicProfile(slug);
  return profile && { profile, services: await readPublicServices(profile) };
});

export { readHomeFacts as loadHomeFacts } from './cache';
