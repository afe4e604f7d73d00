import { isPaid } from '@/lib/payments/rules/standing';
import type { Database } from '@/lib/server/db/client';
import { findPaidState } from './repository';

/** Whether what is booked was paid, so that its door opens. */
export async function readIsPaid(database: Database, bookingId: string): Promise<boolean> {
  const payment = await findPaidState(database, bookingId);
  return payment === null || isPaid(payment);
}
