import type { ChargeCause } from '@/lib/payments/rules/dunning';
import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import type { PaymentParty } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { movePayment } from '../move-payment';
import { scheduleCall } from '../stripe-calls';
import type { PaymentRecord } from '../types';

type Charge = {
  cause: ChargeCause;
  by?: PaymentParty;
  now: Date;
  data?: Prisma.PaymentUncheckedUpdateManyInput;
};

/**
 * Charges the stored card after the commit, for the first time or again after it was refused. What comes of it is told by
 * the call, or by an event that is faster.
 */
export async function chargeCard(
  tx: Tx,
  payment: PaymentRecord,
  { cause, by = 'system', now, data }: Charge,
): Promise<PaymentRecord> {
  const transition = payment.status === 'due' ? 'retryCharge' : 'chargeCard';
  const chargeAttempt = payment.chargeAttempt + 1;
  const more = { ...data, chargeAttempt, chargeCause: cause, chargeAt: null };
  const moved = await movePayment(tx, { payment, transition, by, now, data: more });
  const key = idempotencyKey.offSession(payment.id, chargeAttempt);
  await scheduleCall(tx, { paymentId: payment.id, kind: 'chargeCard', idempotencyKey: key, now });
  return { ...moved, chargeAttempt, chargeCause: cause };
}
