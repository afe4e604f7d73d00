import type { Tx } from '@/lib/server/db/client';
import { ok, err, type Result } from '@/lib/shared/result';
import { movePayment } from '../move-payment';
import { lockPayment } from '../repository';
import type { PaymentSubject } from '../types';

/** What is ordered is paid outside the platform: the price is due there. `payment.alreadyPaid` when it is settled. */
export async function oweOffline(
  tx: Tx,
  { subject, now }: { subject: PaymentSubject; now: Date },
): Promise<Result<undefined>> {
  const payment = await lockPayment(tx, subject);
  if (!payment) return err('common.notFound');
  if (payment.status !== 'none') return err('payment.alreadyPaid');
  await movePayment(tx, { payment, transition: 'owe', by: 'client', now, data: { dueSince: now } });
  return ok();
}
