import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';

/** An admin has the ledger checked now instead of in the night, for instance after a difference was booked. */
export async function askForCheck(actor: Actor): Promise<Result<undefined>> {
  if (!can(actor, 'payment:refund', null)) return err('common.notFound');
  await inTransaction((tx) => enqueue(tx, 'ledger.check', {}));
  return ok();
}
