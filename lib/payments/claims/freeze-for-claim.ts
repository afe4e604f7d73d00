import { claimUntil } from '@/lib/payments/rules/release';
import { refundable } from '@/lib/payments/rules/refund';
import type { Tx } from '@/lib/server/db/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { earn } from '../deliver-payment';
import { movePayment } from '../move-payment';
import { findPayment, lockPayment, updatePayment } from '../repository';
import type { PaymentRecord, PaymentSubject } from '../types';

/**
 * What a claim is about, in money: how much can be given back, in minor units; with nothing paid through us it is only to
 * mediate.
 */
export type Frozen = { amount: number; isMediation: boolean };

/**
 * A claim was made, from the start of what it is about or from its late cancellation: what is held is earned by then and
 * frozen until the claim is over, and so is what is charged meanwhile. `payment.released` when the money is on its way to
 * the provider or went back, `payment.disputed` while a bank decides.
 */
export async function freezeForClaim(
  tx: Tx,
  { subject, endsAt, now }: { subject: PaymentSubject; endsAt: Date; now: Date },
): Promise<Result<Frozen>> {
  const payment = await lockPayment(tx, subject);
  if (!payment) return err('common.notFound');
  switch (payment.status) {
    case 'paid_held':
      await freezeRunning(tx, payment, endsAt, now);
      return ok({ amount: refundable(payment), isMediation: false });
    case 'delivered_held':
      await movePayment(tx, {
        payment,
        transition: 'openClaim',
        by: 'client',
        now,
        data: { claimedAt: now },
      });
      return ok({ amount: refundable(payment), isMediation: false });
    case 'due':
    case 'charging':
      await updatePayment(tx, payment, { claimedAt: now });
      return ok({
        amount: payment.mode === 'off_platform' ? 0 : payment.amount,
        isMediation: payment.mode === 'off_platform',
      });
    case 'not_needed':
    case 'settled_offline':
    case 'uncollectible':
      return ok({ amount: 0, isMediation: true });
    case 'disputed':
      return err('payment.disputed');
    default:
      return err('payment.released');
  }
}

/** It has started, so that the price is earned; the window ends with the session all the same. */
async function freezeRunning(tx: Tx, payment: PaymentRecord, endsAt: Date, now: Date): Promise<void> {
  await earn(tx, payment, { times: { deliveredAt: now, claimUntil: claimUntil(endsAt) } }, now);
  const earned = await findPayment(tx, { id: payment.id });
  if (!earned) throw new Error(`payment ${payment.id} vanished`);
  const data = { claimedAt: now };
  await movePayment(tx, { payment: earned, transition: 'openClaim', by: 'client', now, data });
}
