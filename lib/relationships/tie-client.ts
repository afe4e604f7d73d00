import type { Tx } from '@/lib/server/db/client';
import { insertTie } from './repository';
import type { Tie } from './types';

/** Makes somebody a client of a provider, from then on for good; part of the transaction in which it came about. */
export function tieClient(tx: Tx, tie: Tie & { since: Date }): Promise<void> {
  return insertTie(tx, tie);
}
