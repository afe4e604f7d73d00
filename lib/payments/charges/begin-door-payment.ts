import type { Tx } from '@/lib/server/db/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { beginCheckout } from '../open-checkout';
import { lockPayment } from '../repository';
import type { PaymentRecord } from '../types';
import { chargeCard } from './charge-card';

/**
 * The client stands at the door: the stored card is charged (null: wait for it), or, once it was refused, the payment is
 * returned for a page to pay. `payment.notDue` when there is nothing to pay.
 */
export async function beginDoorPayment(
  tx: Tx,
  { bookingId, now }: { bookingId: string; now: Date },
): Promise<Result<PaymentRecord | null>> {
  const payment = await lockPayment(tx, { bookingId });
  if (!payment || payment.mode === 'off_platform') return err('payment.notDue');
  if (payment.status === 'charging') return ok(null);
  if (payment.status === 'card_on_file') {
    await chargeCard(tx, payment, { cause: 'atDoor', by: 'client', now });
    return ok(null);
  }
  if (payment.status !== 'checkout_open') return err('payment.notDue');
  return beginCheckout(tx, { subject: { bookingId }, now });
}
