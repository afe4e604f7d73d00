import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { canChange, changeClaim } from './change-claim';
import { refundMoney, stakeOf } from './claim-money';
import { lockClaim } from './repository';
import { answerDeadline, isInTime } from './rules/clocks';
import { amountOf } from './rules/outcome';
import type { ClaimTransition } from './rules/status';
import type { AnswerInput } from './schema';
import { type ClaimNews, tellClaim } from './tell-claim';
import { checkMessage, writeMessage } from './write-message';

const transitions = {
  full: 'refundInFull',
  part: 'refundPart',
  none: 'decline',
} as const satisfies Record<AnswerInput['verdict'], ClaimTransition>;
const news = {
  full: 'refunded',
  part: 'refundedInPart',
  none: 'declined',
} as const satisfies Record<AnswerInput['verdict'], ClaimNews>;

/**
 * The provider answers within 72 hours, always with words: everything goes back, a part of it, or nothing. Giving
 * everything back ends the claim, and is possible as long as it is open; otherwise the client has 72 hours to say that it
 * is not solved, and the rest stays frozen. `claim.tooLate` after the deadline, `claim.statusChanged` when it was answered
 * or handed to an admin meanwhile.
 */
export async function answerClaim(actor: Actor, input: AnswerInput): Promise<Result<{ claimId: string }>> {
  const { claimId, verdict } = input;
  const now = await clock();
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || !can(actor, 'claim:answer', claim)) return err('common.notFound');
    const transition = transitions[verdict];
    const may = canChange(claim, transition, 'provider');
    if (!may.ok) return may;
    if (claim.status === 'opened' && !isInTime(claim.answerBy, now)) return err('claim.tooLate');
    const refund = amountOf(verdict, input.amount, stakeOf(claim));
    if (!refund.ok) return verdict === 'part' ? fieldErrors({ amount: refund.error.code }) : refund;
    const checked = await checkMessage(tx, actor, input.files);
    if (!checked.ok) return checked;
    const isFull = verdict === 'full';
    if (refund.value > 0) {
      const goesOn = !isFull;
      const moved = await refundMoney(tx, { claim, amount: refund.value, by: 'provider', goesOn, now });
      if (!moved.ok) return moved;
    }
    const by = { party: 'provider' as const, accountId: actor.accountId };
    const isFirst = claim.answeredAt === null;
    const answered = isFirst && {
      answeredAt: now,
      answeredAmount: refund.value,
      replyBy: answerDeadline(now),
    };
    const refundAmount = (claim.answeredAmount ?? 0) + refund.value;
    const closed = isFull && { closedAt: now, settledAt: now, refundAmount };
    await changeClaim(tx, { claim, transition, by, now, data: { ...answered, ...closed } });
    await writeMessage(tx, { claimId, by, kind: 'answer', text: input.text, files: checked.value, now });
    await tellClaim(tx, claimId, news[verdict]);
    return ok({ claimId });
  });
}
