import { entryDisputed, entryDisputeLost, entryDisputeWon } from '@/lib/payments/rules/ledger-returns';
import type { Tx } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { toCurrency } from '@/lib/shared/money';
import { findSurplusLeft } from '../refunds/repository';
import { insertEntry } from '../repository';
import type { DisputeFact, PaymentRecord } from '../types';
import { closeDispute, findDispute, insertDispute } from './repository';

/**
 * A bank disputes a charge that came beside the payment's own, which goes on as if there were none (E13). Won, the charge goes
 * back after all; lost, the client has it, and what had gone back by then is the operator's loss.
 */
export async function applySurplusDispute(
  tx: Tx,
  { id: paymentId, providerId }: PaymentRecord,
  { fact, surplusIntentId }: { fact: DisputeFact; surplusIntentId: string },
  now: Date,
): Promise<void> {
  const { id: disputeId, amount, status, withdrawn, reinstated } = fact;
  const of = { paymentId, providerId };
  const currency = toCurrency(fact.currency);
  const known = await findDispute(tx, disputeId);
  if (known ? known.status !== 'open' : !withdrawn) return;
  if (!known && withdrawn) {
    log.warn({ payment: paymentId, dispute: disputeId }, 'charge too many disputed');
    await insertDispute(tx, { paymentId, surplusIntentId }, fact, now);
    await insertEntry(tx, entryDisputed({ ...withdrawn, currency, amount }), of, now);
  }
  if (status === 'won' && reinstated) {
    await insertEntry(tx, entryDisputeWon({ ...reinstated, currency, amount }), of, now);
    await closeDispute(tx, disputeId, 'won', now);
  }
  if (status === 'lost') {
    const prepaid = Math.min(amount, await findSurplusLeft(tx, paymentId, surplusIntentId));
    const loss = { prepaid, platform: amount - prepaid };
    await insertEntry(tx, entryDisputeLost({ disputeId, currency, ...loss }), of, now);
    await closeDispute(tx, disputeId, 'lost', now);
  }
}
