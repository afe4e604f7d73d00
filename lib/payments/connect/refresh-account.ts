import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { updateConnectAccount } from './repository';

/** Reads a connected account anew after an event about it. Money that waited for it is paid by the next sweep. */
export async function refreshConnectAccount(stripeAccountId: string, now: Date): Promise<void> {
  const account = await stripeGateway().retrieveRecipientAccount(stripeAccountId);
  await updateConnectAccount(db(), stripeAccountId, {
    transfersActive: account.canReceiveTransfers,
    detailsComplete: account.dueFields.length === 0 && !account.isClosed,
    requirements: account.dueFields,
    refreshedAt: now,
  });
}
