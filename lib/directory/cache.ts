import { unstable_cache } from 'next/cache';
import { directoryTag } from '@/lib/profiles/rules/tags';
import { db } from '@/lib/server/db/client';
import { countCodes, listFeatured } from './repository';
import type { HomeFacts } from './types';

/** The tag of the home page alone; it also carries the directory's. */
export const homeTag = 'home';

const candidates = 24;

/** The people and figures of the home page, kept until a profile changes. */
export function readHomeFacts(): Promise<HomeFacts> {
  const read = unstable_cache(
    async () => {
      const [featured, specialities, languages] = await Promise.all([
        listFeatured(db(), candidates),
        countCodes(db(), 'specialities'),
        countCodes(db(), 'languages'),
      ]);
      return { people: featured, specialities, languages };
    },
    ['home'],
    { tags: [homeTag, directoryTag], revalidate: false },
  );
  return read();
}
