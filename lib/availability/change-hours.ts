import type { Actor } from '@/lib/access/actor';
import { readSlug } from '@/lib/organisations/read-team';
import { changeOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { db, type Tx } from '@/lib/server/db/client';
import type { Result } from '@/lib/shared/result';
import { type AskedPost, findPost } from './find-post';
import type { Post } from './repository';

/** Changes hours that the actor may change (see `findPost`), as a part of the offer of the practice. */
export async function changeHours(
  actor: Actor,
  asked: AskedPost,
  change: (tx: Tx, post: Post) => Promise<Result<unknown>>,
): Promise<Result<ChangedProfile>> {
  const post = await findPost(db(), actor, asked);
  if (!post.ok) return post;
  const { providerId } = post.value;
  const slug = await readSlug(db(), providerId);
  return changeOffer({ providerId, slug }, (tx) => change(tx, post.value));
}
