import type { Actor } from '@/lib/access/actor';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { giveBack, isWithinLimit } from '@/lib/server/rate-limit';
import { hashPassword, verifyPassword } from '@/lib/server/session/password';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { asOwner } from './own-account';
import { replacePassword } from './replace-password';
import { findAccount } from './repository';
import { checkPassword, passwordText } from './rules/password';
import type { PasswordInput } from './schema';

/** Needs the present password (10 wrong ones in 15 minutes); every other session and open link ends. */
export async function changePassword(actor: Actor, input: PasswordInput): Promise<Result<undefined>> {
  const owner = asOwner(actor);
  if (!owner.ok) return owner;
  const { accountId, email, name, sessionId } = owner.value;
  const attempts = `password/${accountId}`;
  if (!(await isWithinLimit(attempts, 10, 900))) return err('common.rateLimited');
  const account = await findAccount(db(), accountId);
  if (!account || !(await verifyPassword(account.passwordHash, passwordText(input.currentPassword))))
    return fieldErrors({ currentPassword: 'account.passwordWrong' });
  await giveBack([attempts]);
  const password = checkPassword(input.newPassword, { email, name });
  if (!password.ok) return fieldErrors({ newPassword: password.error.code });
  const passwordHash = await hashPassword(password.value);
  const now = await clock();
  await inTransaction((tx) => replacePassword(tx, { account, passwordHash, sessionId, now }));
  return ok();
}
