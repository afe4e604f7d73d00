import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { refundAmount } from '@/lib/payments/rules/refund';
import type { PaymentTransition } from '@/lib/payments/rules/status';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { movePayment } from '../move-payment';
import { lockPayment } from '../repository';
import type { PaymentRecord } from '../types';
import { sendRefund } from './send-refund';

/** How an admin gives back what stands so. */
export const waysOfAdmin: Partial<Record<PaymentRecord['status'], PaymentTransition>> = {
  paid_held: 'refund',
  delivered_held: 'refundByAdmin',
  releasable: 'refundByAdmin',
  transferred: 'refundAfterTransfer',
};

/** Whether an admin can give back what is left of a payment that stands so. */
export function refundableByAdmin(status: PaymentRecord['status']): boolean {
  return waysOfAdmin[status] !== undefined;
}

/**
 * An admin gives back all or a part of what was paid, in minor units; also after the advisor was paid, who owes their part
 * then. `payment.refundTooLarge` when there is not so much left, `payment.notHeld` when the money is on its way, claimed,
 * disputed, or was never there.
 */
export async function refundByAdmin(
  actor: Actor,
  { paymentId, amount }: { paymentId: string; amount: number },
): Promise<Result<{ paymentId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const payment = await lockPayment(tx, { id: paymentId });
    if (!payment || !can(actor, 'payment:giveBack', payment)) return err('common.notFound');
    const transition = waysOfAdmin[payment.status];
    if (!transition) return err('payment.notHeld');
    const checked = refundAmount('admin', payment, amount);
    if (!checked.ok) return checked;
    const moved = await movePayment(tx, { payment, transition, by: 'admin', now });
    await sendRefund(tx, moved, { amount: checked.value, cause: 'admin' }, now);
    await recordAudit(tx, {
      at: now,
      party: 'admin',
      accountId: actor.accountId,
      action: 'payment.refundAsAdmin',
      subjectType: 'payment',
      subjectId: payment.id,
    });
    return ok({ paymentId });
  });
}
