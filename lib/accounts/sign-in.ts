import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { verifyPassword } from '@/lib/server/session/password';
import { openSession } from '@/lib/server/session/store';
import { hashToken } from '@/lib/server/session/token';
import { err, ok, type Result } from '@/lib/shared/result';
import { findCredentials } from './repository';
import { passwordText } from './rules/password';

export type SignInInput = { identifier: string; password: string };
export type Origin = { address: string; userAgent: string | null };

/**
 * Checks e-mail or user name with the password and opens a session. Unknown, wrong and suspended answer alike and
 * take equally long. At most 10 attempts an account and 60 an address in 15 minutes.
 */
export async function signIn(input: SignInInput, origin: Origin): Promise<Result<{ token: string }>> {
  const target = hashToken(input.identifier.trim().toLowerCase());
  const isAllowed =
    (await isWithinLimit(`sign-in/address/${origin.address}`, 60, 900)) &&
    (await isWithinLimit(`sign-in/account/${target}`, 10, 900));
  if (!isAllowed) return err('common.rateLimited');
  const account = await findCredentials(db(), input.identifier.trim());
  const isRight = await verifyPassword(account?.passwordHash, passwordText(input.password));
  if (!account || !isRight || account.status !== 'active') return err('auth.wrongCredentials');
  const token = await openSession(db(), { accountId: account.id, now: await clock(), ...origin });
  return ok({ token });
}
