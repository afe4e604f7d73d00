import { type Actor, ownPractice } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { readIsMember, readMembers } from '@/lib/organisations/read-team';
import type { Database } from '@/lib/server/db/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { ownPost } from './own-post';
import type { Post } from './repository';

/** Whose hours an address or a form names; what it does not name is the practice in view, and its first member. */
export type AskedPost = { practice?: string | undefined; member?: string | undefined };

/**
 * Whose hours are meant: a specialist's in the own practice, any member's in the organisation in view, or one's own at an
 * organisation where one is a member. `common.notFound` for everything else, and for an organisation without members.
 */
export async function findPost(database: Database, actor: Actor, asked: AskedPost): Promise<Result<Post>> {
  if (actor.kind !== 'account' || !actor.provider) return err('common.notFound');
  const { id: inView, kind } = actor.provider;
  const isElsewhere = asked.practice !== undefined && asked.practice !== inView;
  if (kind === 'specialist' && !isElsewhere) {
    const own = ownPost(inView);
    return can(actor, 'hours:manage', own) ? ok(own) : err('common.notFound');
  }
  const post = isElsewhere
    ? { providerId: asked.practice ?? '', specialistId: ownPractice(actor)?.id ?? '' }
    : { providerId: inView, specialistId: asked.member ?? (await firstMember(database, inView)) };
  if (post.specialistId === '' || !can(actor, 'hours:manage', post)) return err('common.notFound');
  return (await readIsMember(database, post)) ? ok(post) : err('common.notFound');
}

async function firstMember(database: Database, organisationId: string): Promise<string> {
  return (await readMembers(database, organisationId))[0]?.id ?? '';
}
