import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { listWithoutJob } from '@/lib/server/jobs/live-jobs';
import { listForgottenEmails } from './repository';

/** Mails that should long be sent and have lost their job get a new one; the key keeps them from being sent twice. */
export async function requeueForgottenEmails(): Promise<void> {
  const forgotten = await listForgottenEmails(db(), new Date(Date.now() - 60_000), 100);
  const lost = await listWithoutJob(
    db(),
    'email.send',
    'emailId',
    forgotten.map(({ id }) => id),
  );
  await inTransaction(async (tx) => {
    for (const emailId of lost) await enqueue(tx, 'email.send', { emailId });
  });
}
