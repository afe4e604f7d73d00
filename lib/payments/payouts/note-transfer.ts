import { entryE5 } from '@/lib/payments/rules/ledger';
import type { Tx } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { settleDebt } from '../debts/repository';
import { movePayment } from '../move-payment';
import type { ReturnCause } from '../refunds/send-refund';
import { insertEntry, updatePayment } from '../repository';
import { refundAll } from '../return-money';
import type { PaymentRecord } from '../types';
import { dropPlanned, listPlanned, settleNetting } from './repository';

type Transfer = { id: string; amount: number; balanceTransactionId: string | null };

/**
 * The advisor has been paid (E5); what was set off is settled. Without a transfer everything was set off. A charge that is
 * disputed by then is so from its payout on.
 */
export async function noteTransferred(
  tx: Tx,
  payment: PaymentRecord,
  transfer: Transfer | null,
  now: Date,
): Promise<void> {
  const { id: paymentId, providerId, currency, advisorAmount, nettedAmount } = payment;
  const entry = entryE5({
    paymentId,
    currency,
    payable: advisorAmount,
    clawback: nettedAmount,
    balanceTransactionId: transfer?.balanceTransactionId ?? null,
  });
  await insertEntry(tx, entry, { paymentId, providerId }, now);
  for (const { id, debtId, amount } of await listPlanned(tx, paymentId)) {
    await settleNetting(tx, id, now);
    await settleDebt(tx, debtId, amount);
  }
  const data = {
    transferredAt: now,
    transferFailure: null,
    transferFailedAt: null,
    transferredAmount: transfer?.amount ?? 0,
    ...(transfer && { transferId: transfer.id }),
  };
  if (payment.status === 'disputed')
    await updatePayment(tx, payment, { ...data, disputedFrom: 'transferred' });
  else {
    const moved = await movePayment(tx, { payment, transition: 'payoutDone', now, data });
    await returnRest(tx, { ...moved, ...data }, now);
  }
}

/** Not made: payable as before, and nothing was set off. */
export async function noteNotTransferred(
  tx: Tx,
  payment: PaymentRecord,
  reason: string,
  now: Date,
): Promise<void> {
  log.error({ payment: payment.id, reason }, 'transfer failed');
  await dropPlanned(tx, payment.id);
  const data = { transferFailure: reason, transferFailedAt: now, nettedAmount: 0 };
  if (payment.status === 'disputed')
    await updatePayment(tx, payment, { ...data, disputedFrom: 'releasable' });
  else await returnRest(tx, await movePayment(tx, { payment, transition: 'payoutFailed', now, data }), now);
}

/** Everything was to go back by a rule while the transfer was under way: now it does. */
async function returnRest(tx: Tx, payment: PaymentRecord, now: Date): Promise<void> {
  if (payment.returnCause) await refundAll(tx, payment, payment.returnCause as ReturnCause, now);
}
