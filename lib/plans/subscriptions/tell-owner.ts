import type { Tx } from '@/lib/server/db/client';
import { queueEmail } from '@/lib/server/email/outbox';
import { findBuyer } from './repository';
import type { PlanSubscription } from './types';

/** What the owner of a practice is told of its plan. */
export const planNews = [
  'started',
  'changed',
  'planned',
  'cancelled',
  'resumed',
  'pastDue',
  'reminder',
  'fallenBack',
  'ended',
] as const;
export type PlanNews = (typeof planNews)[number];

/**
 * A mail to the owner, once for each state of the subscription: its version is part of the key. `until` is the day that the
 * words name; `next` the plan that follows.
 */
export async function tellOwner(
  tx: Tx,
  subscription: Pick<PlanSubscription, 'id' | 'providerId' | 'version' | 'planCode'>,
  news: PlanNews,
  { until, next }: { until?: Date | null; next?: string | null } = {},
): Promise<void> {
  const { id, providerId, version, planCode } = subscription;
  const buyer = await findBuyer(tx, providerId);
  if (!buyer || buyer.isClosed) return;
  await queueEmail(tx, {
    accountId: buyer.accountId,
    recipient: buyer.ownerEmail,
    locale: buyer.locale,
    kind: `plan.${news}`,
    params: {
      providerId,
      planCode,
      ...(until && { until: until.toISOString() }),
      ...(next && { next }),
    },
    idempotencyKey: `plan.${news}/${id}/${version}`,
  });
}
