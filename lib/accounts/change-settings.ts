import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { ok, type Result } from '@/lib/shared/result';
import { asOwner } from './own-account';
import { updateAccount } from './repository';
import type { SettingsInput } from './schema';

/** Name, language of mails and pages, and time zone. */
export async function changeSettings(actor: Actor, input: SettingsInput): Promise<Result<undefined>> {
  const owner = asOwner(actor);
  if (!owner.ok) return owner;
  await updateAccount(db(), owner.value.accountId, input);
  return ok();
}
