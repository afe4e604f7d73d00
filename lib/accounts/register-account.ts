import { inTransaction } from '@/lib/server/db/transaction';
import { now as clock } from '@/lib/server/clock';
import { queueEmail } from '@/lib/server/email/outbox';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { hashPassword } from '@/lib/server/session/password';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { checkPassword } from './rules/password';
import { findAccountByEmail, insertAccount } from './repository';
import type { RegisterInput } from './schema';
import { sendLink } from './send-link';

/**
 * Makes a client account and sends the link that verifies its address. Whether the address was known shows
 * nowhere: its owner is told by mail instead, and both ways take the same time.
 */
export async function registerAccount(
  input: RegisterInput,
  origin: { address: string },
): Promise<Result<{ email: string }>> {
  if (!(await isWithinLimit(`register/${origin.address}`, 20, 3600))) return err('common.rateLimited');
  const password = checkPassword(input.password, { email: input.email, name: input.name });
  if (!password.ok) return fieldErrors({ password: password.error.code });
  const now = await clock();
  const passwordHash = await hashPassword(password.value);
  await inTransaction(async (tx) => {
    const { email, name, locale, next } = input;
    const id = await insertAccount(tx, { email, name, locale, passwordHash, createdAt: now });
    if (id) return sendLink(tx, 'verify_email', { id, email, locale }, now, next);
    const known = await findAccountByEmail(tx, email);
    if (!known || known.status !== 'active') return;
    if (!known.emailVerifiedAt) return sendLink(tx, 'verify_email', known, now, next);
    return queueEmail(tx, {
      accountId: known.id,
      recipient: known.email,
      locale: known.locale,
      kind: 'account.already_registered',
      params: {},
      idempotencyKey: `already-registered/${known.id}/${now.toISOString().slice(0, 13)}`,
    });
  });
  return ok({ email: input.email });
}
