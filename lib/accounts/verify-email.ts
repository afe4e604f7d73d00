import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { openSession } from '@/lib/server/session/store';
import { hashToken } from '@/lib/server/session/token';
import { err, ok, type Result } from '@/lib/shared/result';
import { findAccount, findToken, updateAccount, useToken } from './repository';
import { sendLink } from './send-link';
import type { Origin } from './sign-in';

/**
 * Confirms the address by the link's token (a button is pressed: mail scanners follow links) and signs in. A link
 * works once and for 48 hours.
 */
export async function verifyEmail(token: string, origin: Origin): Promise<Result<{ token: string }>> {
  const now = await clock();
  const row = await findToken(db(), hashToken(token), 'verify_email');
  if (!row || row.account.status !== 'active') return err('auth.linkInvalid');
  if (row.usedAt) return err('auth.linkUsed');
  if (row.expiresAt <= now) return err('auth.linkExpired');
  return inTransaction(async (tx) => {
    if (!(await useToken(tx, row.id, now))) return err('auth.linkUsed');
    await updateAccount(tx, row.accountId, { emailVerifiedAt: now });
    return ok({ token: await openSession(tx, { accountId: row.accountId, now, ...origin }) });
  });
}

/** Sends the verification link anew: at most 5 times an hour. Nothing happens once the address is verified. */
export async function resendVerification(accountId: string, next: string | null): Promise<Result<undefined>> {
  if (!(await isWithinLimit(`verify/${accountId}`, 5, 3600))) return err('common.rateLimited');
  const account = await findAccount(db(), accountId);
  if (!account || account.emailVerifiedAt) return ok();
  const now = await clock();
  await inTransaction((tx) => sendLink(tx, 'verify_email', account, now, next));
  return ok();
}
