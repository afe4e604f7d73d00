import type { PublishGap } from '@/lib/profiles/rules/publishing';
import type { OwnProfile } from '@/lib/profiles/types';
import { db } from '@/lib/server/db/client';
import { readPublishGaps } from './read-publish-gaps';

/** What the provider must still fill in before the profile can be public. */
export function loadPublishGaps(profile: OwnProfile): Promise<readonly PublishGap[]> {
  return readPublishGaps(db(), profile);
}
