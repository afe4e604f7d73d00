import { unstable_cache } from 'next/cache';
import { profileTag } from '@/lib/profiles/rules/tags';
import { db } from '@/lib/server/db/client';
import { listOwnServices } from './repository';
import type { OwnService } from './types';

/** What a provider sells, in its order, kept until something of the profile changes. */
export function readPublicServices(provider: { id: string; slug: string }): Promise<OwnService[]> {
  const read = unstable_cache(
    async () => (await listOwnServices(db(), provider.id)).filter((service) => service.isActive),
    ['services', provider.id],
    { tags: [profileTag(provider.slug)], revalidate: false },
  );
  return read();
}
