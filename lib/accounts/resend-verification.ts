import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { hashToken } from '@/lib/server/session/token';
import { ok, type Result } from '@/lib/shared/result';
import { mayMail } from './mail-limit';
import { findWaitingRegistration } from './repository';
import { requestVerification } from './request-verification';

/**
 * Sends the link of this browser's registration anew, with what was chosen then; the one before ends. Nothing happens
 * when none waits, or too many were sent.
 */
export async function resendVerification(
  browser: string | undefined,
  next: string | null,
): Promise<Result<undefined>> {
  if (!browser) return ok();
  const now = await clock();
  const browserHash = hashToken(browser);
  const waiting = await findWaitingRegistration(db(), { browserHash, now });
  if (!waiting || !(await mayMail('verify', waiting.email))) return ok();
  const { email, name, locale, passwordHash } = waiting;
  const chosen = { email, name, locale, passwordHash, browserHash, next: next ?? waiting.next };
  await inTransaction((tx) => requestVerification(tx, chosen, now));
  return ok();
}
