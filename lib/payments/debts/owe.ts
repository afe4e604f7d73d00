import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import type { Tx } from '@/lib/server/db/client';
import { scheduleCall } from '../stripe-calls';
import type { PaymentRecord } from '../types';
import { insertDebt, insertReversal, sumReversals } from './repository';

type Owed = { kind: 'refund' | 'dispute'; amount: number; reference: string };

/**
 * The advisor was paid for something that went back: they owe their part (AR) from now on. As much of it as the transfer
 * still holds is asked back from there; what does not come lowers their next payouts.
 */
export async function oweForReturn(tx: Tx, payment: PaymentRecord, owed: Owed, now: Date): Promise<void> {
  if (owed.amount <= 0) return;
  const { id: paymentId, providerId, currency } = payment;
  const debtId = await insertDebt(tx, { ...owed, paymentId, providerId, currency, dueAt: now }, now);
  const { count, asked } = await sumReversals(tx, paymentId);
  const amount = Math.min(owed.amount, payment.transferredAmount - asked);
  if (!payment.transferId || amount <= 0) return;
  const number = count + 1;
  await insertReversal(tx, { paymentId, debtId, number, amount }, now);
  const key = idempotencyKey.reversal(paymentId, number);
  await scheduleCall(tx, {
    paymentId,
    kind: 'reversal',
    idempotencyKey: key,
    input: { number, amount },
    now,
  });
}
