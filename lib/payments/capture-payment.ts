import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import type { Tx } from '@/lib/server/db/client';
import { lockPayment } from './repository';
import { scheduleCall } from './stripe-calls';

/**
 * Accepted: the authorised amount is collected after the commit. Nothing to do when it was charged at once, or is free.
 */
export async function capturePayment(
  tx: Tx,
  { bookingId, now }: { bookingId: string; now: Date },
): Promise<void> {
  const payment = await lockPayment(tx, { bookingId });
  if (payment?.status !== 'authorised') return;
  await scheduleCall(tx, {
    paymentId: payment.id,
    kind: 'capture',
    idempotencyKey: idempotencyKey.capture(payment.id),
    now,
  });
}
