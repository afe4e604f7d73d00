import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import type { JobPayloads } from '@/lib/server/jobs/queues';
import { queueEmail } from '@/lib/server/email/outbox';
import { hashToken } from '@/lib/server/session/token';
import { addHours } from '@/lib/shared/time';
import { linkToken } from './link-token';
import { findAccountByEmail, insertToken } from './repository';

const validHours = 2;

/**
 * The mail with the link for a new password, for an active account with a verified address. The link works once and
 * for 2 hours; older ones end. The request's id becomes the link's, so that a job which runs twice sends one.
 */
export async function answerReset({ requestId, email, next }: JobPayloads['account.reset']): Promise<void> {
  const account = await findAccountByEmail(db(), email);
  if (account?.status !== 'active' || !account.emailVerifiedAt) return;
  const now = await clock();
  await inTransaction(async (tx) => {
    const isNew = await insertToken(tx, {
      id: requestId,
      accountId: account.id,
      purpose: 'reset_password',
      tokenHash: hashToken(linkToken(requestId)),
      createdAt: now,
      expiresAt: addHours(now, validHours),
    });
    if (!isNew) return;
    await queueEmail(tx, {
      accountId: account.id,
      recipient: account.email,
      locale: account.locale,
      kind: 'account.reset_password',
      params: { tokenId: requestId, ...(next && { next }) },
      idempotencyKey: `account-link/${requestId}`,
    });
  });
}
