import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { stripeGateway, type WebhookEndpoint } from '@/lib/server/stripe/gateway';
import { insertEvent } from './repository';
import { err, ok, type Result } from '@/lib/shared/result';

/**
 * Takes an event: checks the signature on the raw body, then writes its id (unique) and the job that looks into it in
 * one transaction. An event that was taken before is answered the same and does nothing.
 */
export async function receiveWebhook(
  endpoint: WebhookEndpoint,
  body: string,
  signature: string | null,
): Promise<Result<{ isNew: boolean }>> {
  const event = stripeGateway().verifyWebhook(endpoint, body, signature);
  if (!event) return err('common.invalidSignature');
  const { id, type, createdAt } = event;
  return inTransaction(async (tx) => {
    const { objectId } = event;
    const isNew = await insertEvent(tx, { id, type, source: endpoint, objectId, createdAt });
    if (isNew) await enqueue(tx, 'stripe.event', { eventId: id });
    return ok({ isNew });
  });
}
