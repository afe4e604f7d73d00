import { unstable_cache } from 'next/cache';
import { profileTag } from '@/lib/profiles/rules/tags';
import type { PracticeAddress } from '@/lib/profiles/rules/practice-address';
import type { PublicProfile } from '@/lib/profiles/types';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { readOffersInPerson } from './read-in-person';
import { listOwnServices } from './repository';
import type { OwnService } from './types';

/** Where the provider receives clients, while something is offered in person; kept as long as what is sold. */
export function readPublicPlace(
  provider: Pick<PublicProfile, 'id' | 'slug' | 'practice'>,
): Promise<PracticeAddress | null> {
  const read = unstable_cache(
    async () => ((await readOffersInPerson(db(), provider.id, await clock())) ? provider.practice : null),
    ['place', provider.id],
    { tags: [profileTag(provider.slug)], revalidate: false },
  );
  return read();
}

/** What a provider sells, in its order, kept until something of the profile changes. */
export function readPublicServices(provider: { id: string; slug: string }): Promise<OwnService[]> {
  const read = unstable_cache(
    async () => (await listOwnServices(db(), provider.id)).filter((service) => service.isActive),
    ['services', provider.id],
    { tags: [profileTag(provider.slug)], revalidate: false },
  );
  return read();
}
