import { inTransaction } from '@/lib/server/db/transaction';
import { tellParties } from './tell-parties';

/** A stored card was refused: both are told, the client with a link to pay what is due. */
export async function followRefusal({ bookingId }: { bookingId: string }): Promise<void> {
  await inTransaction((tx) => tellParties(tx, bookingId, 'paymentDue'));
}
