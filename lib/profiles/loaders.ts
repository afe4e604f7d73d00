import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { ProviderActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { findOwnProfile, listPublicPages } from './repository';
import type { OwnProfile, PublicPageRow } from './types';

/** The profile of whoever is signed in, as it is edited. */
export async function loadOwnProfile(actor: ProviderActor): Promise<OwnProfile> {
  return (await readOnce(actor.provider.id)) ?? notFound();
}

const readOnce = cache((providerId: string) => findOwnProfile(db(), providerId));

/** A site map holds at most 50 000 addresses. */
const mostPages = 45_000;

/** Everything a search engine should know of the profiles. */
export function loadPublicPages(): Promise<PublicPageRow[]> {
  return listPublicPages(db(), mostPages);
}
