import { emptyMonth, splitPrice } from '@/lib/payments/rules/commission';
import type { Database } from '@/lib/server/db/client';
import type { EarningMonth } from './types';

/** Sums of what is booked of a provider's payments, in minor units. What is paid outside the platform is not among them. */
export type BookedSums = {
  held: number;
  frozen: number;
  returning: number;
  released: number;
  sent: number;
  sentRecently: number;
  reversed: number;
  reversedRecently: number;
  owed: number;
};

/**
 * In one statement: the advisor's part where it is booked, as the ledger has it (held: AH, released: AP), what was
 * transferred, what came back of it, and what is owed (AR).
 */
export async function sumBooked(database: Database, providerId: string, since: Date): Promise<BookedSums> {
  const [row] = await database.$queryRaw<BookedSums[]>`
    select
      coalesce(sum(advisor_amount) filter (where transferred_at is null and released_at is null), 0)::float8 as held,
      coalesce(sum(advisor_amount) filter (where transferred_at is null and status in ('claim_open', 'disputed')), 0)::float8 as frozen,
      coalesce(sum(advisor_amount) filter (where transferred_at is null and status = 'refunding'), 0)::float8 as returning,
      coalesce(sum(advisor_amount) filter (where transferred_at is null and released_at is not null), 0)::float8 as released,
      coalesce(sum(transferred_amount), 0)::float8 as sent,
      coalesce(sum(transferred_amount) filter (where transferred_at >= ${since}), 0)::float8 as "sentRecently",
      (select coalesce(sum(r.amount), 0)::float8 from reversal r join provider_debt d on d.id = r.debt_id
        where d.provider_id = ${providerId}::uuid and r.status = 'succeeded') as reversed,
      (select coalesce(sum(r.amount), 0)::float8 from reversal r join provider_debt d on d.id = r.debt_id
        where d.provider_id = ${providerId}::uuid and r.status = 'succeeded' and r.settled_at >= ${since}) as "reversedRecently",
      (select coalesce(sum(amount - settled), 0)::float8 from provider_debt where provider_id = ${providerId}::uuid) as owed
    from payment where provider_id = ${providerId}::uuid and mode <> 'off_platform'`;
  if (!row) throw new Error('sums of nothing are a row');
  return row;
}

type Sold = {
  left: number;
  fee: number;
  bps: number;
  isVatIncluded: boolean;
  vatBps: number;
  isReverseCharge: boolean;
  isDisputed: boolean;
  count: number;
};

/**
 * What sessions and events to come that are paid will bring, in minor units: those of one price and terms are counted, so
 * that however many there are few rows come back.
 */
export async function sumExpected(
  database: Database,
  providerId: string,
): Promise<{ amount: number; frozen: number }> {
  const rows = await database.$queryRaw<Sold[]>`
    select greatest(p.paid_amount - p.refunded_amount - p.charged_back_amount, 0)::int as left,
      case when coalesce(b.advisor_bears_fee, s.advisor_bears_fee) then coalesce(p.stripe_fee, 0) else 0 end as fee,
      coalesce(b.commission_bps, s.commission_bps) as bps,
      coalesce(b.commission_vat_included, s.commission_vat_included) as "isVatIncluded",
      coalesce(b.commission_vat_bps, s.commission_vat_bps) as "vatBps",
      coalesce(b.reverse_charge, s.reverse_charge) as "isReverseCharge",
      p.status = 'disputed' as "isDisputed", count(*)::int as count
    from payment p left join booking b on b.id = p.booking_id left join seat s on s.id = p.seat_id
    where p.provider_id = ${providerId}::uuid
      and (p.status = 'paid_held' or (p.status = 'disputed' and p.disputed_from = 'paid_held'))
    group by 1, 2, 3, 4, 5, 6, 7`;
  const sums = { amount: 0, frozen: 0 };
  for (const { left, fee, bps, count, isDisputed, ...terms } of rows) {
    const part = splitPrice(left, { ...terms, commissionBps: bps }, emptyMonth, fee).split.advisor * count;
    sums.amount += part;
    if (isDisputed) sums.frozen += part;
  }
  return sums;
}

/** What was earned in sessions and events that start in each month, the first month first; `starts` has one more at its end. */
export async function sumMonths(
  database: Database,
  providerId: string,
  starts: readonly Date[],
): Promise<EarningMonth[]> {
  const bounds = [...starts];
  const rows = await database.$queryRaw<{ bucket: number; amount: number; direct: number }[]>`
    select width_bucket(coalesce(b.starts_at, s.starts_at), ${bounds}::timestamptz[]) as bucket,
      coalesce(sum(p.advisor_amount) filter (where p.mode <> 'off_platform'), 0)::float8 as amount,
      coalesce(sum(case when p.commission_amount + p.commission_vat + p.processing_fee + p.advisor_amount > 0
        then p.advisor_amount else p.recorded_amount end) filter (where p.mode = 'off_platform'), 0)::float8 as direct
    from payment p left join booking b on b.id = p.booking_id left join seat s on s.id = p.seat_id
    where p.provider_id = ${providerId}::uuid and p.delivered_at is not null
      and coalesce(b.starts_at, s.starts_at) >= ${bounds.at(0)} and coalesce(b.starts_at, s.starts_at) < ${bounds.at(-1)}
    group by 1`;
  const sums = new Map(rows.map(({ bucket, ...sum }) => [bucket, sum]));
  return starts
    .slice(0, -1)
    .map((start, index) => ({ start, ...(sums.get(index + 1) ?? { amount: 0, direct: 0 }) }));
}
