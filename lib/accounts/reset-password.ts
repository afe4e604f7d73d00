import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { hashPassword } from '@/lib/server/session/password';
import { openSession } from '@/lib/server/session/store';
import { hashToken } from '@/lib/server/session/token';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { replacePassword } from './replace-password';
import { actsForPractice, findAccount, findToken, useToken } from './repository';
import { checkPassword } from './rules/password';
import type { Origin } from './sign-in';

export type ResetInput = { token: string; newPassword: string };

/** Sets a new password by the link (once, 2 hours), ends every session and open link, and signs in. */
export async function resetPassword(
  input: ResetInput,
  origin: Origin,
): Promise<Result<{ token: string; isProvider: boolean }>> {
  const now = await clock();
  const row = await findToken(db(), hashToken(input.token), 'reset_password');
  const account = row && (await findAccount(db(), row.accountId));
  if (!row || !account || row.account.status !== 'active' || !row.account.emailVerifiedAt)
    return err('auth.linkInvalid');
  if (row.usedAt) return err('auth.linkUsed');
  if (row.expiresAt <= now) return err('auth.linkExpired');
  const password = checkPassword(input.newPassword, account);
  if (!password.ok) return fieldErrors({ newPassword: password.error.code });
  const passwordHash = await hashPassword(password.value);
  return inTransaction(async (tx) => {
    if (!(await useToken(tx, row.id, now))) return err('auth.linkUsed');
    await replacePassword(tx, { account, passwordHash, sessionId: null, now });
    const { address, userAgent } = origin;
    const token = await openSession(tx, { accountId: row.accountId, now, address, userAgent });
    return ok({ token, isProvider: actsForPractice(row.account) });
  });
}
