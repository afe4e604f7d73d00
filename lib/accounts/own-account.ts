import type { AccountActor, Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { err, ok, type Result } from '@/lib/shared/result';

/** The actor as the owner of the account whose settings are changed; `auth.signInRequired` for visitors. */
export function asOwner(actor: Actor): Result<AccountActor> {
  if (actor.kind !== 'account') return err('auth.signInRequired');
  return can(actor, 'account:manage', { accountId: actor.accountId }) ? ok(actor) : err('common.notFound');
}
