import { TRANSFER_RETRY_HOURS } from '@/lib/payments/rules/payout';
import type { Database, Tx } from '@/lib/server/db/client';
import { withoutJob } from '@/lib/server/jobs/live-jobs';
import { addMinutes } from '@/lib/shared/time';

/** A payment whose time may have come; whoever moves it looks again with the row locked. */
export type DuePayment = { id: string };

/** Payments whose claim window is over, oldest first, without those of these ids. */
export function listReleasable(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<DuePayment[]> {
  return database.$queryRaw`
    select id from payment
    where status = 'delivered_held' and claim_until < ${now} and id <> all(${seen}::uuid[])
    order by claim_until limit ${limit}`;
}

/**
 * Released payments of providers whose connected account may receive money. After a transfer that failed the next
 * attempt waits for an hour a try, at most a day.
 */
export function listPayable(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<DuePayment[]> {
  return database.$queryRaw`
    select p.id from payment p
    join connect_account c on c.provider_id = p.provider_id
    join tax_data x on x.provider_id = p.provider_id
    join provider v on v.id = p.provider_id
    where p.status = 'releasable' and c.transfers_active and c.details_complete and v.status <> 'suspended'
      and (p.transfer_failure is null
        or p.updated_at <= ${now}::timestamptz - least(p.transfer_attempt, ${TRANSFER_RETRY_HOURS}) * interval '1 hour')
      and p.id <> all(${seen}::uuid[])
    order by p.released_at limit ${limit}`;
}

/** Charged payments whose money the payment service has made available since, and whose entry E2 is missing. */
export function listAvailable(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<DuePayment[]> {
  return database.$queryRaw`
    select id from payment
    where available_booked_at is null and available_on <= ${now} and id <> all(${seen}::uuid[])
    order by available_on limit ${limit}`;
}

type AvailableCharge = { providerId: string; net: number; balanceTransactionId: string; currency: string };

/** Notes that E2 is booked now and returns what it books; null when another worker has done it, or is about to. */
export async function noteAvailable(tx: Tx, id: string, now: Date): Promise<AvailableCharge | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from payment where id = ${id}::uuid and available_booked_at is null for update skip locked`;
  if (rows.length === 0) return null;
  await tx.$executeRaw`update payment set available_booked_at = ${now} where id = ${id}::uuid`;
  const charges = await tx.$queryRaw<AvailableCharge[]>`
    select t.provider_id as "providerId", sum(l.amount)::int as net, t.external_ref as "balanceTransactionId", l.currency
    from ledger_transaction t join ledger_line l on l.transaction_id = t.id and l.account = 'SP'
    where t.payment_id = ${id}::uuid and t.kind = 'E1'
    group by t.provider_id, t.external_ref, l.currency`;
  return charges[0] ?? null;
}

/** Payments that are going back and have no refund under way: the last one failed. */
export function listFailedRefunds(database: Database, limit: number, seen: string[]): Promise<DuePayment[]> {
  return database.$queryRaw`
    select p.id from payment p
    where p.status = 'refunding' and p.id <> all(${seen}::uuid[])
      and not exists (select 1 from refund r where r.payment_id = p.id and r.status in ('requested', 'pending'))
    order by p.updated_at limit ${limit}`;
}

type Failures = { underWay: number; failed: number; lastFailedAt: Date | null };

/** How the refunds of a payment went so far. */
export async function findFailures(tx: Tx, paymentId: string): Promise<Failures> {
  const refunds = await tx.refund.findMany({
    where: { paymentId },
    select: { status: true, checkedAt: true },
    orderBy: { number: 'desc' },
  });
  const failed = refunds.filter(({ status }) => status === 'failed');
  const underWay = refunds.filter(({ status }) => status === 'requested' || status === 'pending');
  return { underWay: underWay.length, failed: failed.length, lastFailedAt: failed[0]?.checkedAt ?? null };
}

/** Refunds that the payment service has taken and was not asked about since `before`, the oldest first. */
export function listUnchecked(
  database: Database,
  before: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string; intentId: string }[]> {
  return database.$queryRaw`
    select r.id, p.payment_intent_id as "intentId" from refund r join payment p on p.id = r.payment_id
    where r.status in ('requested', 'pending') and r.stripe_refund_id is not null
      and coalesce(r.checked_at, r.created_at) <= ${before} and r.id <> all(${seen}::uuid[])
    order by r.created_at limit ${limit}`;
}

/** Calls that wait for longer than a minute and have no job, the oldest first. */
export async function listForgottenCalls(database: Database, now: Date, limit: number): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id from stripe_call
    where status = 'waiting' and created_at < ${addMinutes(now, -1)} and ${withoutJob('stripe.call', 'callId', 'id::text')}
    order by created_at limit ${limit}`;
  return rows.map(({ id }) => id);
}

/**
 * Events received more than a minute ago, or parked until now, that have no job, the oldest first. They are received at
 * the database's time and parked at the product's.
 */
export async function listForgottenEvents(database: Database, now: Date, limit: number): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id from webhook_event
    where (status = 'received' and received_at < now() - interval '1 minute'
        or status = 'parked' and look_again_at <= ${now})
      and ${withoutJob('stripe.event', 'eventId', 'id')}
    order by received_at limit ${limit}`;
  return rows.map(({ id }) => id);
}
