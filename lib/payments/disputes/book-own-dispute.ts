import { entryDisputed, entryDisputeLost, entryDisputeWon } from '@/lib/payments/rules/ledger-returns';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { toCurrency } from '@/lib/shared/money';
import { insertEntry } from '../repository';
import type { DisputeFact } from '../types';

/**
 * A bank disputes a charge that is of no booking and no seat: that of a plan, or of debts (E13). Amount and fee are gone until it has
 * decided; lost, the amount is the operator's loss. Each movement is booked once, whenever and however often it is told.
 */
export async function bookOwnDispute(dispute: DisputeFact, now: Date): Promise<void> {
  const { id: disputeId, status, amount, withdrawn, reinstated } = dispute;
  if (!withdrawn) return;
  const currency = toCurrency(dispute.currency);
  await inTransaction(async (tx) => {
    const isNew = await insertEntry(tx, entryDisputed({ ...withdrawn, currency, amount }), {}, now);
    if (isNew) log.error({ dispute: disputeId }, 'charge of no session disputed');
    if (status === 'won' && reinstated)
      await insertEntry(tx, entryDisputeWon({ ...reinstated, currency, amount }), {}, now);
    if (status === 'lost')
      await insertEntry(tx, entryDisputeLost({ disputeId, currency, platform: amount }), {}, now);
  });
}
