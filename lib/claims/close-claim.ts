import type { Tx } from '@/lib/server/db/client';
import { changeClaim, type Mover } from './change-claim';
import { releaseMoney } from './claim-money';
import type { ClaimTransition } from './rules/status';
import type { ClaimRecord } from './types';

type Closing = {
  claim: ClaimRecord;
  transition: Extract<ClaimTransition, 'accept' | 'replyTimeOver' | 'withdraw' | 'decide'>;
  by: Mover & { party: 'client' | 'admin' | 'system' };
  now: Date;
};

/** A claim ends without more going back than did already: the rest is released, at once or when it can be. */
export async function closeReleased(tx: Tx, { claim, transition, by, now }: Closing): Promise<void> {
  const isSettled = await releaseMoney(tx, { claim, by: by.party, now });
  const data = {
    closedAt: now,
    settledAt: isSettled ? now : null,
    refundAmount: claim.answeredAmount ?? 0,
  };
  await changeClaim(tx, { claim, transition, by, now, data });
}
