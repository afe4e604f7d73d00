import { unstable_cache } from 'next/cache';
import { db } from '@/lib/server/db/client';
import { findPublicProfile } from './repository';
import { isSlug } from './rules/slug';
import { profileTag } from './rules/tags';
import type { PublicProfile } from './types';

/** The published profile at this address, kept until something of it changes; null when there is none. */
export async function readPublicProfile(slug: string): Promise<PublicProfile | null> {
  if (!isSlug(slug)) return null;
  const read = unstable_cache(() => findPublicProfile(db(), slug), ['profile', slug], {
    tags: [profileTag(slug)],
    revalidate: false,
  });
  return read();
}
