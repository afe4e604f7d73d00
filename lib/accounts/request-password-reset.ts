import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { isWithinLimit, networkOf } from '@/lib/server/rate-limit';
import { newId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import { mayMail } from './mail-limit';

/**
 * Sends a link for a new password, if the address has an account. The worker looks it up, so that answer and time are
 * the same if it has none. The link leads on to `next`.
 */
export async function requestPasswordReset(
  { email, next }: { email: string; next: string | null },
  origin: { address: string },
): Promise<Result<{ email: string }>> {
  if (!(await isWithinLimit(`reset/address/${networkOf(origin.address)}`, 20, 3600)))
    return err('common.rateLimited');
  if (await mayMail('reset', email))
    await inTransaction((tx) =>
      enqueue(tx, 'account.reset', { requestId: newId(), email, ...(next && { next }) }),
    );
  return ok({ email });
}
