import { chargeTime } from '@/lib/payments/rules/payment-time';
import type { Tx } from '@/lib/server/db/client';
import { lockPayment, updatePayment } from '../repository';
import type { PaymentSubject } from '../types';

/**
 * What was booked is agreed upon, or has another start: says when a card that was stored for it is charged. Nothing to do
 * when it was paid at once, is free, or is paid at the door.
 */
export async function planCharge(
  tx: Tx,
  { startsAt, now, ...subject }: PaymentSubject & { startsAt: Date; now: Date },
): Promise<void> {
  const payment = await lockPayment(tx, subject);
  if (payment?.status !== 'card_on_file') return;
  await updatePayment(tx, payment, { chargeAt: chargeTime(payment.mode, startsAt, now) });
}
