import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { asOwner } from './own-account';
import { deleteSession } from './repository';

/** Signs another device out at once. */
export async function endSession(actor: Actor, input: { sessionId: string }): Promise<Result<undefined>> {
  const owner = asOwner(actor);
  if (!owner.ok) return owner;
  const isEnded = await deleteSession(db(), owner.value.accountId, input.sessionId);
  return isEnded ? ok() : err('common.notFound');
}
