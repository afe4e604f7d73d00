import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { findMinimumId, readMinimums, writeMinimums } from './repository';
import { type MinimumPrices, pricedKinds } from './rules/minimum-price';

/**
 * The operator says what a price above 0 must be at least, kind by kind; 0 is no minimum. Prices that exist stay until they
 * are saved again. Each change is in the audit log.
 */
export async function setMinimums(actor: Actor, minimums: MinimumPrices): Promise<Result<undefined>> {
  if (!can(actor, 'plan:edit', null)) return err('common.notFound');
  const now = await clock();
  return inTransaction(async (tx) => {
    const before = await readMinimums(tx);
    await writeMinimums(tx, minimums);
    for (const kind of pricedKinds) {
      if (before[kind] === minimums[kind]) continue;
      await recordAudit(tx, {
        at: now,
        party: 'admin',
        accountId: actor.accountId,
        action: 'minimumPrice.set',
        subjectType: 'minimumPrice',
        subjectId: await findMinimumId(tx, kind),
        from: String(before[kind]),
        to: String(minimums[kind]),
      });
    }
    return ok();
  });
}
