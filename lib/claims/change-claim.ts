import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { updateClaim } from './repository';
import { claimMachine, type ClaimParty, type ClaimTransition } from './rules/status';
import type { ClaimRecord } from './types';

export type Mover = { party: ClaimParty; accountId: string | null };

type Move = {
  claim: ClaimRecord;
  transition: ClaimTransition;
  by: Mover;
  now: Date;
  data?: Prisma.ClaimUncheckedUpdateManyInput;
};

/** Whether a transition is possible from here, before anything is written. `claim.statusChanged` when it is not any more. */
export function canChange(
  claim: ClaimRecord,
  transition: ClaimTransition,
  party: ClaimParty,
): Result<undefined> {
  const next = claimMachine.next(claim.status, transition, party);
  if (next.ok) return ok();
  return next.error.code === 'common.conflict' ? err('claim.statusChanged') : next;
}

/**
 * The one way to a new status: the machine allows it, compare-and-set writes it, the audit log tells it. Callers hold the
 * row's lock and have asked `canChange`, so that a refusal here is a bug and undoes the transaction.
 */
export async function changeClaim(tx: Tx, { claim, transition, by, now, data }: Move): Promise<ClaimRecord> {
  const next = claimMachine.next(claim.status, transition, by.party);
  if (!next.ok) throw new Error(`claim ${claim.id}: ${transition} from ${claim.status} by ${by.party}`);
  const status = next.value;
  if (!(await updateClaim(tx, claim, { ...data, status }))) throw new Error(`claim ${claim.id} changed`);
  await recordAudit(tx, {
    at: now,
    party: by.party,
    accountId: by.accountId,
    action: `claim.${transition}`,
    subjectType: 'claim',
    subjectId: claim.id,
    from: claim.status,
    to: status,
  });
  return { ...claim, status, version: claim.version + 1 };
}
