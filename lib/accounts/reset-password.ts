import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { hashPassword } from '@/lib/server/session/password';
import { openSession } from '@/lib/server/session/store';
import { hashToken } from '@/lib/server/session/token';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { checkPassword } from './rules/password';
import {
  deleteSessionsExcept,
  findAccount,
  findAccountByEmail,
  findToken,
  updateAccount,
  useToken,
} from './repository';
import { sendLink } from './send-link';
import type { Origin } from './sign-in';

/** Sends a link for a new password, if the address has an account; the answer is the same if it has none. */
export async function requestPasswordReset(
  email: string,
  origin: { address: string },
): Promise<Result<{ email: string }>> {
  const isAllowed =
    (await isWithinLimit(`reset/address/${origin.address}`, 20, 3600)) &&
    (await isWithinLimit(`reset/account/${hashToken(email)}`, 5, 3600));
  if (!isAllowed) return err('common.rateLimited');
  const account = await findAccountByEmail(db(), email);
  const now = await clock();
  if (account?.status === 'active') await inTransaction((tx) => sendLink(tx, 'reset_password', account, now));
  return ok({ email });
}

export type ResetInput = { token: string; newPassword: string };

/** Sets a new password by the link (once, 2 hours), ends every session and signs in. It proves the address too. */
export async function resetPassword(input: ResetInput, origin: Origin): Promise<Result<{ token: string }>> {
  const now = await clock();
  const row = await findToken(db(), hashToken(input.token), 'reset_password');
  const account = row && (await findAccount(db(), row.accountId));
  if (!row || !account || row.account.status !== 'active') return err('auth.linkInvalid');
  if (row.usedAt) return err('auth.linkUsed');
  if (row.expiresAt <= now) return err('auth.linkExpired');
  const password = checkPassword(input.newPassword, account);
  if (!password.ok) return fieldErrors({ newPassword: password.error.code });
  const passwordHash = await hashPassword(password.value);
  return inTransaction(async (tx) => {
    if (!(await useToken(tx, row.id, now))) return err('auth.linkUsed');
    await updateAccount(tx, row.accountId, {
      passwordHash,
      ...(account.emailVerifiedAt ? {} : { emailVerifiedAt: now }),
    });
    await deleteSessionsExcept(tx, row.accountId, null);
    return ok({ token: await openSession(tx, { accountId: row.accountId, now, ...origin }) });
  });
}
