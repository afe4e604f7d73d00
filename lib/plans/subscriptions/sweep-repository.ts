import { GRACE_DAYS, REMINDER_DAYS } from '@/lib/plans/rules/grace';
import type { Database } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';

type Due = { id: string };

/** Past due for all the days of grace. */
export function listPastDue(database: Database, now: Date, limit: number, seen: string[]): Promise<Due[]> {
  return database.$queryRaw`
    select id from plan_subscription
    where status = 'past_due' and past_due_since <= ${now}::timestamptz - ${24 * GRACE_DAYS} * interval '1 hour'
      and id <> all(${seen}::uuid[])
    order by past_due_since limit ${limit}`;
}

/** Past due for so long that it is said once more. */
export function listUnreminded(database: Database, now: Date, limit: number, seen: string[]): Promise<Due[]> {
  return database.$queryRaw`
    select id from plan_subscription
    where status = 'past_due' and reminded_at is null
      and past_due_since <= ${now}::timestamptz - ${24 * REMINDER_DAYS} * interval '1 hour'
      and id <> all(${seen}::uuid[])
    order by past_due_since limit ${limit}`;
}

/** Invoices that are owed for plans that are over, with their names at the payment service. */
export function listOpenOfEnded(
  database: Database,
  limit: number,
  seen: string[],
): Promise<(Due & { invoiceId: string })[]> {
  return database.$queryRaw`
    select i.id, i.stripe_invoice_id as "invoiceId"
    from plan_invoice i join plan_subscription s on s.id = i.subscription_id
    where i.status = 'open' and s.status = 'ended' and i.id <> all(${seen}::uuid[])
    order by i.issued_at limit ${limit}`;
}

/** Subscriptions that are billed with tax under reverse charge, or without it otherwise. */
export async function listWronglyTaxed(database: Database, limit: number, seen: string[]): Promise<Due[]> {
  if (env().COMMISSION_VAT_BPS === 0) return [];
  return database.$queryRaw`
    select s.id from plan_subscription s join provider p on p.id = s.provider_id
    where s.status = 'active'
      and s.is_taxed = (p.reverse_charge and p.reverse_charge_verified_at is not null)
      and s.id <> all(${seen}::uuid[])
    order by s.id limit ${limit}`;
}
