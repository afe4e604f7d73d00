import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { reportFailures, sweepRows } from '@/lib/server/jobs/sweep-rows';
import { changeClaim } from './change-claim';
import { releaseMoney } from './claim-money';
import { closeReleased } from './close-claim';
import { listDue, lockClaim, updateClaim } from './repository';
import { decisionDue, isInTime } from './rules/clocks';
import { isMoneyGone } from './rules/window';
import { tellClaim } from './tell-claim';
import type { ClaimRecord } from './types';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/**
 * Writes down what time has decided: a provider who did not answer hands the claim to an admin, a client who did not reply
 * has accepted. Ends claims whose money went back by another way, and releases what could not be when its claim ended.
 */
export async function sweepClaims(): Promise<void> {
  const now = await clock();
  const failed = await sweepRows({
    name: 'claim.due',
    next: (seen) => listDue(db(), now, batch, seen),
    handle: ({ id }) => inTransaction((tx) => settleDue(tx, id, now)),
  });
  reportFailures('claims', failed);
}

async function settleDue(tx: Tx, id: string, now: Date): Promise<void> {
  const claim = await lockClaim(tx, id);
  if (!claim || claim.settledAt) return;
  if (claim.closedAt) return releaseLater(tx, claim, now);
  if (claim.money && isMoneyGone(claim.money)) return endReturned(tx, claim, now);
  if (claim.status === 'opened' && !isInTime(claim.answerBy, now)) return escalate(tx, claim, now);
  if (claim.status !== 'answered' || isInTime(claim.replyBy, now)) return;
  await closeReleased(tx, { claim, transition: 'replyTimeOver', by, now });
  await tellClaim(tx, claim.id, 'accepted');
}

async function escalate(tx: Tx, claim: ClaimRecord, now: Date): Promise<void> {
  const data = { escalatedAt: now, dueAt: decisionDue(now, env().OPERATOR_TIME_ZONE) };
  await changeClaim(tx, { claim, transition: 'answerTimeOver', by, now, data });
  await tellClaim(tx, claim.id, 'unanswered');
}

/** Everything went back by another rule, or the client's bank took it: there is nothing left to decide. */
async function endReturned(tx: Tx, claim: ClaimRecord, now: Date): Promise<void> {
  const data = { closedAt: now, settledAt: now, refundAmount: claim.answeredAmount ?? 0 };
  await changeClaim(tx, { claim, transition: 'moneyReturned', by, now, data });
  await tellClaim(tx, claim.id, 'moneyReturned');
}

async function releaseLater(tx: Tx, claim: ClaimRecord, now: Date): Promise<void> {
  const isSettled = await releaseMoney(tx, { claim, by: 'system', now });
  if (isSettled) await updateClaim(tx, claim, { settledAt: now });
}
