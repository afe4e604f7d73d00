import type { Actor } from '@/lib/access/actor';
import { asPracticeOwner } from '@/lib/profiles/own-provider';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { ok, type Result } from '@/lib/shared/result';
import { localDate } from '@/lib/shared/time';
import { saveTaxData } from './repository';
import { checkTaxData } from './rules/tax-data';
import type { TaxData } from './types';

/**
 * The owner says who the tax office knows as the seller. Nothing is paid out before; it can be corrected, never taken
 * back. That it changed is audited, not what it says.
 */
export async function changeTaxData(actor: Actor, input: TaxData): Promise<Result<undefined>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  const now = await clock();
  const checked = checkTaxData(input, localDate(now, env().OPERATOR_TIME_ZONE));
  if (!checked.ok) return checked;
  const { id: providerId } = owner.value.provider;
  return inTransaction(async (tx) => {
    await saveTaxData(tx, providerId, checked.value, now);
    await recordAudit(tx, {
      at: now,
      party: 'provider',
      accountId: owner.value.accountId,
      action: 'provider.changeTaxData',
      subjectType: 'provider',
      subjectId: providerId,
    });
    return ok();
  });
}
