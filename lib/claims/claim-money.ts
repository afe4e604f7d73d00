import { settleClaim } from '@/lib/payments/claims/settle-claim';
import type { Tx } from '@/lib/server/db/client';
import type { Result } from '@/lib/shared/result';
import type { Stake } from './rules/outcome';
import type { ClaimRecord } from './types';

type Money = Pick<ClaimRecord, 'money' | 'isMediation'>;

/** What can still go back to the client: what was paid and has not gone back, or a price that is still due. */
export function stakeOf({ money, isMediation }: Money): Stake {
  if (!money || isMediation) return { left: 0, isMediation: true };
  const isDue = money.status === 'due' || money.status === 'charging';
  return { left: isDue ? money.amount : money.left, isMediation: false };
}

type Refund = { claim: ClaimRecord; amount: number; by: 'provider' | 'admin'; goesOn: boolean; now: Date };

/**
 * Gives frozen money back; `goesOn` keeps the rest frozen. Called before anything is written of the claim, since what
 * fails here leaves it as it was.
 */
export function refundMoney(tx: Tx, { claim, amount, by, goesOn, now }: Refund): Promise<Result<undefined>> {
  const outcome = { kind: 'refund', amount, goesOn } as const;
  return settleClaim(tx, { subject: claim.subject, outcome, by, now });
}

type Release = { claim: ClaimRecord; by: 'client' | 'admin' | 'system'; now: Date };

/**
 * Lets the provider have what is left. False while a part is still on its way back, or a bank decides: then the sweep
 * releases it when that is over.
 */
export async function releaseMoney(tx: Tx, { claim, by, now }: Release): Promise<boolean> {
  const settled = await settleClaim(tx, { subject: claim.subject, outcome: { kind: 'release' }, by, now });
  return settled.ok || claim.isMediation;
}
