import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { insertEvent } from '../repository';

/** The payment service tries to deliver an event for three days; from then on only asking brings it. */
const lookBackHours = 24 * 4;

/** Asks the payment service for events that it could not deliver, and looks into those that never came. */
export async function catchUpEvents(now: Date): Promise<number> {
  const since = addHours(now, -lookBackHours);
  const events = await stripeGateway().listEvents({ since, undelivered: true });
  let found = 0;
  for (const { id, type, objectId, createdAt } of events) {
    const isNew = await inTransaction(async (tx) => {
      if (!(await insertEvent(tx, { id, type, objectId, createdAt, source: 'platform' }))) return false;
      await enqueue(tx, 'stripe.event', { eventId: id });
      return true;
    });
    if (isNew) found += 1;
  }
  return found;
}
