import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { noteOwnPayout } from './note-own-payout';
import { findOwnPayout } from './repository';

/** What became of a payout of the operator's money: arrived, or sent back by the bank. */
export async function refreshOwnPayout(stripePayoutId: string, now: Date): Promise<void> {
  const payout = await findOwnPayout(db(), { stripePayoutId });
  if (payout) await noteOwnPayout(await stripeGateway().retrievePayout(stripePayoutId), payout.id, now);
}
