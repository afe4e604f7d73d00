import { db } from '@/lib/server/db/client';
import { findLinked, type LinkedPayment } from './repository';
import { isPayToken, payToken, readPayToken } from './token';

/** The payment of a link, while the link is worth something; null for every other token. */
export async function readPayLink(token: string): Promise<LinkedPayment | null> {
  const id = readPayToken(token);
  const payment = id ? await findLinked(db(), id) : null;
  return payment && isPayToken(token, payment) ? payment : null;
}

/** The secret of the link of a payment, while there is something to pay by it; null otherwise. */
export async function openPayToken(paymentId: string): Promise<string | null> {
  const payment = await findLinked(db(), paymentId);
  const isPayable = payment?.status === 'due' && payment.mode !== 'off_platform';
  return isPayable ? payToken(payment) : null;
}
