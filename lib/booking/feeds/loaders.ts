import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { findFeed } from './repository';
import { feedAddress } from './token';
import type { FeedKind, FeedView } from './types';

/** The actor's feed of this kind; null while there is none. */
export async function loadOwnFeed({ accountId }: AccountActor, kind: FeedKind): Promise<FeedView | null> {
  const feed = await findFeed(db(), { accountId, kind });
  return feed && { address: feedAddress(feed) };
}
