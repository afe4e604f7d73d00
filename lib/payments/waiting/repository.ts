import type { Database, Tx } from '@/lib/server/db/client';

/** Whether a provider may be paid: by its connected account and its tax details (`payoutReady`, without suspension). */
const ready = `coalesce(c.transfers_active and c.details_complete and x.provider_id is not null, false)`;

const waitingStatuses = `('paid_held', 'delivered_held', 'claim_open', 'releasable')`;

export type WaitingProvider = { id: string; oldestCharge: Date | null; warnedDays: number; isReady: boolean };

/**
 * Providers whose money waits for details that are missing, and those who were warned and are complete by now; without
 * those of these ids.
 */
export function listWaiting(database: Database, limit: number, seen: string[]): Promise<WaitingProvider[]> {
  return database.$queryRawUnsafe(
    `select v.id, v.payout_warned_days as "warnedDays", ${ready} as "isReady",
      (select min(p.charged_at) from payment p where p.provider_id = v.id and p.status in ${waitingStatuses}) as "oldestCharge"
    from provider v left join connect_account c on c.provider_id = v.id
    left join tax_data x on x.provider_id = v.id
    where v.id <> all($1::uuid[])
      and ((not ${ready} and exists (
          select 1 from payment p where p.provider_id = v.id and p.status in ${waitingStatuses}))
        or ((v.payout_warned_days > 0 or v.sales_stopped_at is not null) and ${ready}))
    order by v.id limit $2`,
    seen,
    limit,
  );
}

type Stage = { payoutWarnedDays: number; salesStoppedAt: Date | null };

export async function updateStage(tx: Tx, providerId: string, stage: Stage): Promise<void> {
  await tx.provider.update({ where: { id: providerId }, data: stage, select: { id: true } });
}

export function findOwner(tx: Tx, providerId: string) {
  return tx.provider.findUniqueOrThrow({
    where: { id: providerId },
    select: {
      salesStoppedAt: true,
      payoutWarnedDays: true,
      slug: true,
      account: { select: { id: true, email: true, locale: true } },
    },
  });
}

/** Earned money of providers who cannot be paid, suspended ones among them, charged before then, oldest first. */
export function listUnpaid(
  database: Database,
  before: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.$queryRawUnsafe(
    `select p.id from payment p join provider v on v.id = p.provider_id
    left join connect_account c on c.provider_id = p.provider_id
    left join tax_data x on x.provider_id = p.provider_id
    where p.status in ('delivered_held', 'releasable') and p.charged_at <= $1 and p.claimed_at is null
      and (not ${ready} or v.status = 'suspended') and p.id <> all($2::uuid[])
    order by p.charged_at limit $3`,
    before,
    seen,
    limit,
  );
}
