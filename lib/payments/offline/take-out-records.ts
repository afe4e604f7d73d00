import type { Tx } from '@/lib/server/db/client';
import { updatePayment } from '../repository';
import type { PaymentRecord } from '../types';
import { bookCommission } from './book-commission';
import { insertRecord, listRecords } from './repository';

/** Everything that was recorded for a payment is taken out again, and its commission with it. */
export async function takeOutRecords(tx: Tx, payment: PaymentRecord, now: Date): Promise<PaymentRecord> {
  if (payment.recordedAmount === 0) return payment;
  const { id: paymentId, currency } = payment;
  for (const { id, amount, isTakenOut } of await listRecords(tx, paymentId)) {
    if (isTakenOut) continue;
    const record = { paymentId, amount: -amount, currency, recordedBy: null, takesOutId: id };
    await insertRecord(tx, record, now);
  }
  const columns = await bookCommission(tx, payment, { earned: 0, reference: `${paymentId}:forgiven` }, now);
  const data = { recordedAmount: 0, ...columns };
  await updatePayment(tx, payment, data);
  return { ...payment, ...data, version: payment.version + 1 };
}
