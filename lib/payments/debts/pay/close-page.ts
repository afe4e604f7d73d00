import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { inTransaction } from '@/lib/server/db/transaction';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addMinutes } from '@/lib/shared/time';
import { followDebtPayment } from './follow-debt-payment';
import { type DebtPaymentRecord, endDebtPayment, lockDebtPayment } from './repository';

/** For so long a page that was opened keeps its debts from lowering a payout. */
export const DEBT_PAGE_MINUTES = 60;

export function isStale({ openedAt }: Pick<DebtPaymentRecord, 'openedAt'>, now: Date): boolean {
  return addMinutes(openedAt, DEBT_PAGE_MINUTES) <= now;
}

/**
 * Ends a page that nobody has paid in time; what it was about is owed as before. One that was paid meanwhile is followed.
 * Where the page was never kept, its key no longer opens one that anybody has seen.
 */
export async function closePage({ id, checkoutSessionId }: DebtPaymentRecord, now: Date): Promise<void> {
  if (checkoutSessionId !== null) {
    const closed = await stripeGateway().expireCheckout(
      checkoutSessionId,
      idempotencyKey.expireCheckout(checkoutSessionId),
    );
    if (!closed.ok) {
      const { status, intentId } = await stripeGateway().retrieveCheckout(checkoutSessionId);
      if (status === 'complete' && intentId) return followDebtPayment(intentId, now);
      if (status === 'open') return;
    }
  }
  await inTransaction(async (tx) => {
    const payment = await lockDebtPayment(tx, id);
    // A page that was kept since is looked at the next time.
    if (payment?.status === 'open' && payment.checkoutSessionId === checkoutSessionId)
      await endDebtPayment(tx, id, now);
  });
}
