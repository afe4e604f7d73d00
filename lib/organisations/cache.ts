import { unstable_cache } from 'next/cache';
import { profileTag } from '@/lib/profiles/rules/tags';
import { db } from '@/lib/server/db/client';
import { listMembers } from './repository';
import type { Member } from './types';

/** Who gives sessions at an organisation, kept until something of its profile or of theirs changes. */
export function readPublicMembers(organisation: { id: string; slug: string }): Promise<Member[]> {
  const read = unstable_cache(() => listMembers(db(), organisation.id), ['members', organisation.id], {
    tags: [profileTag(organisation.slug)],
    revalidate: false,
  });
  return read();
}
