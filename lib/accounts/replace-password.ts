import type { Tx } from '@/lib/server/db/client';
import { queueEmail } from '@/lib/server/email/outbox';
import { closeTokens, deleteSessionsExcept, updateAccount } from './repository';

type Change = {
  account: { id: string; email: string; locale: string };
  passwordHash: string;
  /** The session that goes on; null when none does. */
  sessionId: string | null;
  now: Date;
};

/** Every other session and every open link ends with the old password, and the owner is told by mail. */
export async function replacePassword(
  tx: Tx,
  { account, passwordHash, sessionId, now }: Change,
): Promise<void> {
  await updateAccount(tx, account.id, { passwordHash });
  await deleteSessionsExcept(tx, account.id, sessionId);
  await closeTokens(tx, account.id, now);
  await queueEmail(tx, {
    accountId: account.id,
    recipient: account.email,
    locale: account.locale,
    kind: 'account.password_changed',
    params: {},
    idempotencyKey: `password-changed/${account.id}/${now.toISOString()}`,
  });
}
