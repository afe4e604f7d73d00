import type { Tx } from '@/lib/server/db/client';
import { enqueue } from '@/lib/server/jobs/boss';

export type OutgoingEmail = {
  accountId: string | null;
  recipient: string;
  locale: string;
  /** Which template; the worker knows them all. */
  kind: string;
  /** Ids only: the words are made when it is sent. */
  params: Record<string, string>;
  /** The same mail has the same key, at each try and after each crash. */
  idempotencyKey: string;
};

/**
 * Puts an e-mail into the outbox, inside the business transaction, and the job that sends it. A mail whose key is
 * there already is not written again.
 */
export async function queueEmail(tx: Tx, { accountId, ...email }: OutgoingEmail): Promise<void> {
  const rows = await tx.email.createManyAndReturn({
    data: [{ ...email, accountId }],
    skipDuplicates: true,
    select: { id: true },
  });
  for (const { id } of rows) await enqueue(tx, 'email.send', { emailId: id });
}
