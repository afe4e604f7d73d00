import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { entryWrittenOff } from '@/lib/payments/rules/ledger-returns';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { toCurrency } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { insertEntry } from '../repository';
import { lockDebt, settleDebt } from './repository';

/**
 * An admin gives up what a provider owes (E12): it is the platform's loss. Not while a part of it is being set off or
 * brought back (`payment.debtUnderWay`).
 */
export async function writeOffDebt(
  actor: Actor,
  { debtId }: { debtId: string },
): Promise<Result<{ debtId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const debt = await lockDebt(tx, debtId);
    if (!debt || !can(actor, 'payment:writeOff', debt)) return err('common.notFound');
    const amount = debt.amount - debt.settled;
    if (debt.underWay > 0 || amount <= 0) return err('payment.debtUnderWay');
    const { paymentId, providerId } = debt;
    const entry = entryWrittenOff({ debtId, currency: toCurrency(debt.currency), amount });
    await insertEntry(tx, entry, { paymentId, providerId }, now);
    await settleDebt(tx, debtId, amount);
    await recordAudit(tx, {
      at: now,
      party: 'admin',
      accountId: actor.accountId,
      action: 'payment.writeOff',
      subjectType: 'payment',
      subjectId: paymentId,
    });
    return ok({ debtId });
  });
}
