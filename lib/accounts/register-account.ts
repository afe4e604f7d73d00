import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit, networkOf } from '@/lib/server/rate-limit';
import { hashPassword } from '@/lib/server/session/password';
import { hashToken } from '@/lib/server/session/token';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { mayMail } from './mail-limit';
import { requestVerification } from './request-verification';
import { checkPassword } from './rules/password';
import type { RegisterInput } from './schema';

/**
 * Keeps what a person chose and sends the link that makes it an account: nothing exists before the address is
 * verified, so that nobody prepares an account for somebody else. `browser` is the secret in this browser's cookie.
 * Whether the address was known shows nowhere: its owner is told by mail instead, and both ways take the same time.
 */
export async function registerAccount(
  input: RegisterInput,
  origin: { address: string },
  browser: string,
): Promise<Result<{ email: string }>> {
  if (!(await isWithinLimit(`register/${networkOf(origin.address)}`, 20, 3600)))
    return err('common.rateLimited');
  const { email, name, locale, next } = input;
  const password = checkPassword(input.password, { email, name });
  if (!password.ok) return fieldErrors({ password: password.error.code });
  const passwordHash = await hashPassword(password.value);
  if (!(await mayMail('verify', email))) return ok({ email });
  const now = await clock();
  const chosen = { email, name, locale, passwordHash, next, browserHash: hashToken(browser) };
  await inTransaction((tx) => requestVerification(tx, chosen, now));
  return ok({ email });
}
