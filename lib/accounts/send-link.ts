import type { Tx } from '@/lib/server/db/client';
import { queueEmail } from '@/lib/server/email/outbox';
import { hashToken } from '@/lib/server/session/token';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { linkToken } from './link-token';
import { insertToken } from './repository';

const validHours = { verify_email: 48, reset_password: 2 } as const;

type Recipient = { id: string; email: string; locale: string };

/** Makes a link that works once and ends by itself, and queues the mail that brings it. Older links of its kind end. */
export async function sendLink(
  tx: Tx,
  purpose: keyof typeof validHours,
  account: Recipient,
  now: Date,
  next: string | null = null,
): Promise<void> {
  const id = newId();
  await insertToken(tx, {
    id,
    accountId: account.id,
    purpose,
    tokenHash: hashToken(linkToken(id)),
    createdAt: now,
    expiresAt: addHours(now, validHours[purpose]),
  });
  await queueEmail(tx, {
    accountId: account.id,
    recipient: account.email,
    locale: account.locale,
    kind: `account.${purpose}`,
    params: { tokenId: id, ...(next ? { next } : {}) },
    idempotencyKey: `account-link/${id}`,
  });
}
