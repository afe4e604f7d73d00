import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { err, ok, type Result } from '@/lib/shared/result';
import { canChange, changeClaim } from './change-claim';
import { closeReleased } from './close-claim';
import { lockClaim } from './repository';
import { decisionDue, isInTime } from './rules/clocks';
import type { ClaimInput, MessageInput } from './schema';
import { tellClaim } from './tell-claim';
import type { ClaimRecord } from './types';
import { checkMessage, writeMessage } from './write-message';

type Reply = { claim: ClaimRecord; by: { party: 'client'; accountId: string }; now: Date };

/** What a client does to a claim of their own, in one transaction; `common.notFound` for everybody else. */
async function reply(
  actor: Actor,
  claimId: string,
  transition: 'accept' | 'contest' | 'withdraw',
  run: (tx: Tx, reply: Reply) => Promise<Result<unknown>>,
): Promise<Result<{ claimId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || !can(actor, 'claim:reply', claim)) return err('common.notFound');
    const may = canChange(claim, transition, 'client');
    if (!may.ok) return may;
    const done = await run(tx, { claim, by: { party: 'client', accountId: actor.accountId }, now });
    if (!done.ok) return done;
    await tellClaim(tx, claimId, told[transition]);
    return ok({ claimId });
  });
}

const told = { accept: 'accepted', contest: 'contested', withdraw: 'withdrawn' } as const;

/** The client is content with the answer: what did not go back is the provider's. */
export function acceptAnswer(actor: Actor, { claimId }: ClaimInput): Promise<Result<{ claimId: string }>> {
  return reply(actor, claimId, 'accept', async (tx, { claim, by, now }) => {
    await closeReleased(tx, { claim, transition: 'accept', by, now });
    return ok();
  });
}

/**
 * The client says within 72 hours of the answer that it is not solved, and why: an admin decides. `claim.tooLate`
 * afterwards, silence having accepted.
 */
export function contestAnswer(
  actor: Actor,
  { claimId, text, files }: MessageInput,
): Promise<Result<{ claimId: string }>> {
  return reply(actor, claimId, 'contest', async (tx, { claim, by, now }) => {
    if (!isInTime(claim.replyBy, now)) return err('claim.tooLate');
    const checked = await checkMessage(tx, by, files);
    if (!checked.ok) return checked;
    const data = { escalatedAt: now, dueAt: decisionDue(now, env().OPERATOR_TIME_ZONE) };
    await changeClaim(tx, { claim, transition: 'contest', by, now, data });
    await writeMessage(tx, { claimId, by, kind: 'message', text, files: checked.value, now });
    return ok();
  });
}

/** The client says that it is solved before the provider has answered or an admin decided: the money is the provider's. */
export function withdrawClaim(actor: Actor, { claimId }: ClaimInput): Promise<Result<{ claimId: string }>> {
  return reply(actor, claimId, 'withdraw', async (tx, { claim, by, now }) => {
    await closeReleased(tx, { claim, transition: 'withdraw', by, now });
    return ok();
  });
}
