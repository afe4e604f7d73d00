import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { insertVatIdCheck, isProvider, setVerified } from './repository';
import type { VatIdCheckInput } from './schema';

/**
 * An admin has asked VIES about a VAT id and says what came of it. Valid: reverse charge holds for bookings made from now
 * on. Not valid: it does not, or not any more; bookings made keep their terms. Who checked what, when and under which
 * number is kept. `common.conflict` when the provider has another id by now.
 */
export async function checkVatId(
  actor: Actor,
  { providerId, vatId, result, reference }: VatIdCheckInput,
): Promise<Result<undefined>> {
  if (actor.kind !== 'account' || !can(actor, 'provider:checkVatId', null)) return err('common.notFound');
  const now = await clock();
  const isValid = result === 'valid';
  return inTransaction(async (tx) => {
    if (!(await isProvider(tx, providerId))) return err('common.notFound');
    if (!(await setVerified(tx, { providerId, vatId, verifiedAt: isValid ? now : null })))
      return err('common.conflict');
    const { accountId } = actor;
    await insertVatIdCheck(tx, {
      providerId,
      vatId,
      isValid,
      reference,
      checkedBy: accountId,
      checkedAt: now,
    });
    await recordAudit(tx, {
      at: now,
      party: 'admin',
      accountId,
      action: 'provider.checkVatId',
      subjectType: 'provider',
      subjectId: providerId,
      to: result,
    });
    return ok();
  });
}
