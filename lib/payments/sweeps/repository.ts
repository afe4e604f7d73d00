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

/** Payments whose stored card is to be charged by now. */
export function listChargeable(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<DuePayment[]> {
  return database.$queryRaw`
    select id from payment
    where status in ('card_on_file', 'due') and charge_at <= ${now} and id <> all(${seen}::uuid[])
    order by charge_at limit ${limit}`;
}

/** Payments that have been due for so long that they may be given up. */
export function listLongDue(
  database: Database,
  before: Date,
  limit: number,
  seen: string[],
): Promise<DuePayment[]> {
  return database.$queryRaw`
    select id from payment
    where status = 'due' and due_since <= ${before} and coalesce(delivered_at, due_since) <= ${before}
      and id <> all(${seen}::uuid[])
    order by due_since limit ${limit}`;
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

/**
 * Notes that E2 is booked now and returns what it books: the charge that lies in SP still, not one that came beside it and goes
 * back. Null when another worker has done it, or is about to.
 */
export async function noteAvailable(tx: Tx, id: string, now: Date): Promise<AvailableCharge | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from payment where id = ${id}::uuid and available_booked_at is null for update skip locked`;
  if (rows.length === 0) return null;
  await tx.$executeRaw`update payment set available_booked_at = ${now} where id = ${id}::uuid`;
  const charges = await tx.$queryRaw<AvailableCharge[]>`
    select t.provider_id as "providerId", sum(l.amount)::int as net, t.external_ref as "balanceTransactionId", l.currency
    from ledger_transaction t join ledger_line l on l.transaction_id = t.id and l.account = 'SP'
    where t.payment_id = ${id}::uuid and t.kind = 'E1'
      and not exists (select 1 from ledger_transaction e where e.external_ref = t.external_ref || ':available')
    group by t.provider_id, t.external_ref, l.currency`;
  return charges[0] ?? null;
}

export type FailedRefund = {
  id: string;
  paymentId: string;
  amount: number;
  cause: string;
  surplusIntentId: string | null;
  failures: number;
  lastFailedAt: Date;
};

/**
 * Refunds that failed and were not asked for again: of payments that are going back, and of charges that came beside them and
 * that no bank disputes or has taken back.
 */
export function listFailedRefunds(
  database: Database,
  limit: number,
  seen: string[],
): Promise<FailedRefund[]> {
  return database.$queryRaw`
    select r.id, r.payment_id as "paymentId", r.amount, r.cause, r.surplus_intent_id as "surplusIntentId",
      r.checked_at as "lastFailedAt", (select count(*)::int from refund o where o.payment_id = r.payment_id
        and o.surplus_intent_id is not distinct from r.surplus_intent_id and o.status = 'failed') as failures
    from refund r join payment p on p.id = r.payment_id
    where r.status = 'failed' and r.checked_at is not null and r.id <> all(${seen}::uuid[])
      and case when r.surplus_intent_id is null then p.status in ('refunding', 'clawback')
        else exists (select 1 from surplus_standing s where s.id = r.id and s.open > 0) and not exists (
          select 1 from dispute d where d.surplus_intent_id = r.surplus_intent_id and d.status = 'open') end
      and not exists (select 1 from refund o where o.payment_id = r.payment_id
        and o.surplus_intent_id is not distinct from r.surplus_intent_id and o.number > r.number)
    order by r.checked_at limit ${limit}`;
}

/** Whether that refund is still the last one of its kind; the payment is locked. */
export async function isLastRefund(
  tx: Tx,
  { id, paymentId, surplusIntentId }: FailedRefund,
): Promise<boolean> {
  const last = await tx.refund.findFirst({
    where: { paymentId, surplusIntentId },
    select: { id: true },
    orderBy: { number: 'desc' },
  });
  return last?.id === id;
}

/**
 * Refunds that the payment service has taken and was not asked about since `before`, the oldest first, with an intent of which
 * to read them: the payment's own, or where it has none that of a charge it knows nothing of.
 */
export function listUnchecked(
  database: Database,
  before: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string; intentId: string }[]> {
  return database.$queryRaw`
    select r.id, coalesce(p.payment_intent_id, r.surplus_intent_id) as "intentId" from refund r join payment p on p.id = r.payment_id
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

/** Payouts of the operator's own money that were asked for more than a minute ago and have no job. */
export async function listForgottenPayouts(database: Database, now: Date, limit: number): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id from own_payout
    where status = 'requested' and created_at < ${addMinutes(now, -1)}
      and ${withoutJob('payout.own', 'payoutId', 'id::text')}
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
