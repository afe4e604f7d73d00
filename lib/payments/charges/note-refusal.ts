import { type ChargeCause, chargeCauses, retryAt } from '@/lib/payments/rules/dunning';
import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import type { Tx } from '@/lib/server/db/client';
import { movePayment } from '../move-payment';
import { lockPayment } from '../repository';
import { detachCard } from '../return-money';
import type { PaymentRecord } from '../types';

/**
 * The stored card was refused, or its bank wants to ask its holder. At the door a page to pay is next; otherwise the price
 * is due, and the card is tried again later. Cancelled free of charge meanwhile: nothing is due. Returns whether the client
 * owes the price now; a late answer to an earlier attempt says nothing of the present one.
 */
export async function noteRefusal(tx: Tx, paymentId: string, key: string, now: Date): Promise<boolean> {
  const payment = await lockPayment(tx, { id: paymentId });
  if (payment?.status !== 'charging') return false;
  if (key !== idempotencyKey.offSession(payment.id, payment.chargeAttempt)) return false;
  if (payment.returnCause) {
    await movePayment(tx, { payment, transition: 'chargeDropped', now });
    if (payment.paymentMethodId) await detachCard(tx, payment, payment.paymentMethodId, now);
    return false;
  }
  const cause = causeOf(payment);
  // A page that was open ended before the card was tried; whoever pays by hand gets another one.
  const page = { checkoutSessionId: null, checkoutUrl: null, checkoutOpenedAt: null };
  if (cause === 'atDoor' && !payment.deliveredAt) {
    await movePayment(tx, { payment, transition: 'chargeFailedAtDoor', now, data: page });
    return false;
  }
  const failures = payment.chargeFailures + 1;
  const dueSince = payment.dueSince ?? now;
  const chargeAt = retryAt(payment.deliveredAt ? 'afterwards' : cause, failures, dueSince);
  const data = { ...page, chargeFailures: failures, dueSince, chargeAt };
  await movePayment(tx, { payment, transition: 'chargeDeclined', now, data });
  return true;
}

function causeOf({ id, chargeCause }: PaymentRecord): ChargeCause {
  const cause = chargeCauses.find((one) => one === chargeCause);
  if (!cause) throw new Error(`payment ${id} is charged for ${chargeCause}`);
  return cause;
}
