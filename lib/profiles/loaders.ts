import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { ProviderActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { findOwnProfile } from './repository';
import type { OwnProfile } from './types';

/** The profile of whoever is signed in, as it is edited. */
export async function loadOwnProfile(actor: ProviderActor): Promise<OwnProfile> {
  return (await readOnce(actor.provider.id)) ?? notFound();
}

const readOnce = cache((providerId: string) => findOwnProfile(db(), providerId));
