import { TRANSFER_RETRY_HOURS, type PayoutSchedule } from '@/lib/payments/rules/payout';
import type { Database, Tx } from '@/lib/server/db/client';

/** Providers with released money whose connected account may receive it and whose tax details are there, without those of these ids. */
export function listProvidersToPay(
  database: Database,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.$queryRaw`
    select v.id from provider v join connect_account c on c.provider_id = v.id
    join tax_data x on x.provider_id = v.id
    where c.transfers_active and c.details_complete and v.status <> 'suspended' and v.id <> all(${seen}::uuid[])
      and exists (select 1 from payment p where p.provider_id = v.id and p.status = 'releasable')
    order by (select min(p.released_at) from payment p where p.provider_id = v.id and p.status = 'releasable') limit ${limit}`;
}

/** Keeps other payouts of the provider from beginning until the transaction ends; its own choice of how it is paid. */
export async function lockPayouts(tx: Tx, providerId: string): Promise<PayoutSchedule | null> {
  const rows = await tx.$queryRaw<{ schedule: PayoutSchedule | null }[]>`
    select v.payout_schedule as schedule from connect_account c join provider v on v.id = c.provider_id
    where c.provider_id = ${providerId}::uuid for update of c`;
  return rows[0]?.schedule ?? null;
}

export type ReleasedPayment = { id: string; amount: number; releasedAt: Date; chargedAt: Date };

/**
 * Released payments of a provider, oldest first, locked. After a transfer that failed the next attempt waits for an hour a
 * try, at most a day.
 */
export function lockReleased(
  tx: Tx,
  providerId: string,
  now: Date,
  limit: number,
): Promise<ReleasedPayment[]> {
  return tx.$queryRaw`
    select id, advisor_amount as amount, released_at as "releasedAt", charged_at as "chargedAt" from payment
    where provider_id = ${providerId}::uuid and status = 'releasable'
      and (transfer_failed_at is null
        or transfer_failed_at <= ${now}::timestamptz - least(transfer_attempt, ${TRANSFER_RETRY_HOURS}) * interval '1 hour')
    order by released_at, id limit ${limit} for update`;
}

type NewNetting = { debtId: string; paymentId: string; amount: number };

export async function insertNettings(tx: Tx, nettings: readonly NewNetting[], now: Date): Promise<void> {
  await tx.netting.createMany({ data: nettings.map((netting) => ({ ...netting, plannedAt: now })) });
}

/** What was planned to lower the transfer of a payment and is not settled yet. */
export function listPlanned(tx: Tx, paymentId: string) {
  return tx.netting.findMany({
    where: { paymentId, settledAt: null },
    select: { id: true, debtId: true, amount: true },
  });
}

export async function settleNetting(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.netting.update({ where: { id }, data: { settledAt: now }, select: { id: true } });
}

/** The transfer was not made, so nothing was set off. */
export async function dropPlanned(tx: Tx, paymentId: string): Promise<void> {
  await tx.netting.deleteMany({ where: { paymentId, settledAt: null } });
}
