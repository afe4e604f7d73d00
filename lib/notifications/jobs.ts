import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { listForgottenEmails } from './repository';

/** Mails whose job should long be done get a new one; the key keeps them from being sent twice. */
export async function requeueForgottenEmails(): Promise<void> {
  const forgotten = await listForgottenEmails(db(), new Date(Date.now() - 60_000), 100);
  await inTransaction(async (tx) => {
    for (const { id } of forgotten) await enqueue(tx, 'email.send', { emailId: id });
  });
}
