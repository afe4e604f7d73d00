import { entryE2, entryE4 } from '@/lib/payments/rules/ledger';
import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { toCurrency } from '@/lib/shared/money';
import { movePayment } from './move-payment';
import { insertEntry, lockAvailable, lockPayable, lockReleasable } from './repository';
import { scheduleCall } from './stripe-calls';

const batch = 50;

/**
 * What time alone does to money: charges become available (E2), held money becomes payable after the claim window (E4),
 * and payable money goes to providers whose account may receive it. Returns how many rows moved; call it until none does.
 */
export async function sweepPayments(now: Date): Promise<number> {
  const available = await inTransaction((tx) => bookAvailable(tx, now));
  const released = await inTransaction((tx) => release(tx, now));
  const started = await inTransaction((tx) => startPayouts(tx, now));
  return available + released + started;
}

async function bookAvailable(tx: Tx, now: Date): Promise<number> {
  const rows = await lockAvailable(tx, now, batch);
  for (const { id, providerId, net, balanceTransactionId, currency } of rows) {
    const entry = entryE2({ balanceTransactionId, currency: toCurrency(currency), net });
    await insertEntry(tx, entry, { paymentId: id, providerId }, now);
  }
  return rows.length;
}

async function release(tx: Tx, now: Date): Promise<number> {
  const due = await lockReleasable(tx, now, batch);
  for (const payment of due) {
    const entry = entryE4({
      paymentId: payment.id,
      currency: payment.currency,
      advisor: payment.advisorAmount,
    });
    await insertEntry(tx, entry, { paymentId: payment.id, providerId: payment.providerId }, now);
    await movePayment(tx, { payment, transition: 'release', now, data: { releasedAt: now } });
  }
  return due.length;
}

async function startPayouts(tx: Tx, now: Date): Promise<number> {
  const payable = await lockPayable(tx, now, batch);
  for (const payment of payable) {
    const transferAttempt = payment.transferAttempt + 1;
    await movePayment(tx, { payment, transition: 'startPayout', now, data: { transferAttempt } });
    const key = idempotencyKey.transfer(payment.id, transferAttempt);
    await scheduleCall(tx, { paymentId: payment.id, kind: 'transfer', idempotencyKey: key, now });
  }
  return payable.length;
}
