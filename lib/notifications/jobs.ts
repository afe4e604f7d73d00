import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { listForgottenEmails } from './repository';

const batch = 500;

/** Mails that should long be sent and have lost their job get a new one; the key keeps them from being sent twice. */
export async function requeueForgottenEmails(): Promise<void> {
  await inTransaction(async (tx) => {
    for (const emailId of await listForgottenEmails(tx, batch)) await enqueue(tx, 'email.send', { emailId });
  });
}
