import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { canChange, changeClaim } from './change-claim';
import { refundMoney, stakeOf } from './claim-money';
import { closeReleased } from './close-claim';
import { findSubject, lockClaim } from './repository';
import { amountOf, groundOf } from './rules/outcome';
import { courseOf } from './rules/window';
import type { DecisionInput } from './schema';
import { tellClaim } from './tell-claim';
import { writeMessage } from './write-message';

/**
 * An admin decides a claim that was handed to them, with reasons that both sides read: everything that is left goes back, a
 * part of it, or nothing. After a late cancellation or an absence money goes back only on a ground that is named. What a
 * bank decides is waited for (`payment.disputed`), and so is a part that is still on its way back.
 */
export async function decideClaim(
  actor: Actor,
  { claimId, verdict, amount, ground, text }: DecisionInput,
): Promise<Result<{ claimId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || !can(actor, 'claim:decide', claim)) return err('common.notFound');
    const may = canChange(claim, 'decide', 'admin');
    if (!may.ok) return may;
    const refund = amountOf(verdict, amount, stakeOf(claim));
    if (!refund.ok) return verdict === 'part' ? fieldErrors({ amount: refund.error.code }) : refund;
    const about = await findSubject(tx, claim.subject);
    const kept = groundOf(about && courseOf(about), refund.value, ground);
    if (!kept.ok) return fieldErrors({ ground: kept.error.code });
    const by = { party: 'admin' as const, accountId: actor.accountId };
    if (refund.value === 0) await closeReleased(tx, { claim, transition: 'decide', by, now });
    else {
      const moved = await refundMoney(tx, { claim, amount: refund.value, by: 'admin', goesOn: false, now });
      if (!moved.ok) return moved;
      const refundAmount = (claim.answeredAmount ?? 0) + refund.value;
      const data = { closedAt: now, settledAt: now, refundAmount, ground: kept.value };
      await changeClaim(tx, { claim, transition: 'decide', by, now, data });
    }
    await writeMessage(tx, { claimId, by, kind: 'decision', text, now });
    await tellClaim(tx, claimId, 'decided');
    return ok({ claimId });
  });
}
