import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import { asOwner } from './own-account';
import { updateAccount } from './repository';

/** The first step after registering: the zone is confirmed by the person, never taken silently. */
export async function confirmTimeZone(actor: Actor, input: { timeZone: string }): Promise<Result<undefined>> {
  const owner = asOwner(actor);
  if (!owner.ok) return owner;
  await updateAccount(db(), owner.value.accountId, { timeZone: input.timeZone });
  return ok();
}
