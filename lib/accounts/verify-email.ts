import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { hashPassword } from '@/lib/server/session/password';
import { openSession } from '@/lib/server/session/store';
import { hashToken } from '@/lib/server/session/token';
import type { ErrorCode } from '@/lib/shared/errors';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import {
  claimAccount,
  closeRegistrations,
  closeTokens,
  deleteSessionsExcept,
  findRegistration,
  useRegistration,
} from './repository';
import { checkPassword } from './rules/password';
import type { VerifyInput } from './schema';
import type { Origin } from './sign-in';

type Registration = NonNullable<Awaited<ReturnType<typeof findRegistration>>>;
type Opener = Origin & { browser: string | undefined; locale: string };

/** Whether the link was asked for by the browser that holds this secret. */
export function isOwnLink(registration: { browserHash: string }, browser: string | undefined): boolean {
  return browser !== undefined && hashToken(browser) === registration.browserHash;
}

/**
 * Makes the account by the link's token (a button is pressed: mail scanners follow links) and signs in. A link works
 * once and for 48 hours, and no longer when the address is verified. The account holds only what the person chose who
 * opens it: in the browser that registered what was chosen there, in any other a name and a password chosen now.
 * Whoever else has registered the address is left with nothing.
 */
export async function verifyEmail(input: VerifyInput, opener: Opener): Promise<Result<{ token: string }>> {
  const now = await clock();
  const registration = await findRegistration(db(), { tokenHash: hashToken(input.token) });
  if (!registration) return err('auth.linkInvalid');
  if (registration.usedAt) return err('auth.linkUsed');
  if (registration.expiresAt <= now) return err('auth.linkExpired');
  const chosen = isOwnLink(registration, opener.browser)
    ? ok(registration)
    : await chooseNow(registration, input, opener.locale);
  if (!chosen.ok) return chosen;
  const { id, email } = registration;
  const { name, locale, passwordHash } = chosen.value;
  return inTransaction(async (tx) => {
    if (!(await useRegistration(tx, id, now))) return err('auth.linkUsed');
    const accountId = await claimAccount(tx, { email, name, locale, passwordHash, now });
    if (!accountId) return err('auth.linkUsed');
    await closeRegistrations(tx, email, now);
    await closeTokens(tx, accountId, now);
    await deleteSessionsExcept(tx, accountId, null);
    const { address, userAgent } = opener;
    return ok({ token: await openSession(tx, { accountId, now, address, userAgent }) });
  });
}

async function chooseNow({ email }: Registration, { name, newPassword }: VerifyInput, locale: string) {
  const password = checkPassword(newPassword ?? '', { email, name: name ?? '' });
  const fields: Record<string, ErrorCode> = {};
  if (!name) fields['name'] = 'account.nameMissing';
  if (!password.ok) fields['newPassword'] = newPassword ? password.error.code : 'common.required';
  if (!name || !password.ok) return fieldErrors(fields);
  return ok({ name, locale, passwordHash: await hashPassword(password.value) });
}
