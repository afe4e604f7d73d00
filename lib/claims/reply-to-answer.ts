import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { err, ok, type Result } from '@/lib/shared/result';
import { canChange, changeClaim } from './change-claim';
import { closeReleased } from './close-claim';
import { lockClaim } from './repository';
import { decisionDue, isInTime } from './rules/clocks';
import type { ClaimInput, MessageInput } from './schema';
import { tellClaim } from './tell-claim';
import { checkMessage, writeMessage } from './write-message';

/** The client is content with the answer: what did not go back is the provider's. */
export async function acceptAnswer(
  actor: Actor,
  { claimId }: ClaimInput,
): Promise<Result<{ claimId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || !can(actor, 'claim:reply', claim)) return err('common.notFound');
    const may = canChange(claim, 'accept', 'client');
    if (!may.ok) return may;
    await closeReleased(tx, {
      claim,
      transition: 'accept',
      by: { party: 'client', accountId: actor.accountId },
      now,
    });
    await tellClaim(tx, claimId, 'accepted');
    return ok({ claimId });
  });
}

/**
 * The client says within 72 hours of the answer that it is not solved, and why: an admin decides. `claim.tooLate`
 * afterwards, silence having accepted.
 */
export async function contestAnswer(
  actor: Actor,
  { claimId, text, files }: MessageInput,
): Promise<Result<{ claimId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || !can(actor, 'claim:reply', claim)) return err('common.notFound');
    const may = canChange(claim, 'contest', 'client');
    if (!may.ok) return may;
    if (!isInTime(claim.replyBy, now)) return err('claim.tooLate');
    const checked = await checkMessage(tx, actor, files);
    if (!checked.ok) return checked;
    const by = { party: 'client' as const, accountId: actor.accountId };
    const data = { escalatedAt: now, dueAt: decisionDue(now, env().OPERATOR_TIME_ZONE) };
    await changeClaim(tx, { claim, transition: 'contest', by, now, data });
    await writeMessage(tx, { claimId, by, kind: 'message', text, files: checked.value, now });
    await tellClaim(tx, claimId, 'contested');
    return ok({ claimId });
  });
}

/** The client says that it is solved before the provider has answered or an admin decided: the money is the provider's. */
export async function withdrawClaim(
  actor: Actor,
  { claimId }: ClaimInput,
): Promise<Result<{ claimId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || !can(actor, 'claim:reply', claim)) return err('common.notFound');
    const may = canChange(claim, 'withdraw', 'client');
    if (!may.ok) return may;
    await closeReleased(tx, {
      claim,
      transition: 'withdraw',
      by: { party: 'client', accountId: actor.accountId },
      now,
    });
    await tellClaim(tx, claimId, 'withdrawn');
    return ok({ claimId });
  });
}
