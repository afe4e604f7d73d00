import type { Database } from '@/lib/server/db/client';

export type CreditedQuarter = {
  providerId: string;
  currency: string;
  /** 1 to 4, by the operator's clocks. */
  quarter: number;
  credited: number;
  fees: number;
  activities: number;
};

/**
 * What sellers were credited in a year, and what was kept of it, by quarter, as the ledger has it: earned (E3), less what
 * went back (E9, E10, E12, E13) and what is owed for amounts paid elsewhere (E16). What is paid out, netted or paid back
 * by card is no new credit. Activities are the sales that were earned and not given back as a whole.
 */
export async function sumCredited(
  database: Database,
  { from, to, zone }: { from: Date; to: Date; zone: string },
): Promise<CreditedQuarter[]> {
  const rows = await database.$queryRaw<
    (Omit<CreditedQuarter, 'credited' | 'fees'> & { credited: bigint; fees: bigint })[]
  >`
    select t.provider_id::text as "providerId", l.currency,
      extract(quarter from t.occurred_at at time zone ${zone})::int as quarter,
      (-coalesce(sum(l.amount) filter (
        where l.account in ('AH', 'AP') or (l.account = 'AR' and (l.amount > 0 or t.kind = 'E16'))), 0))::bigint as credited,
      (-coalesce(sum(l.amount) filter (where l.account in ('RC', 'VO')), 0))::bigint as fees,
      count(distinct t.payment_id) filter (
        where t.kind = 'E3' and p.status not in ('refunded', 'charged_back'))::int as activities
    from ledger_transaction t
    join ledger_line l on l.transaction_id = t.id
    join payment p on p.id = t.payment_id
    where t.kind in ('E3', 'E9', 'E10', 'E12', 'E13', 'E16') and t.provider_id is not null
      and (t.kind <> 'E16' or not exists (
        select 1 from ledger_line s where s.transaction_id = t.id and s.account = 'SP'))
      and t.occurred_at >= ${from} and t.occurred_at < ${to}
    group by 1, 2, 3 order by 1, 2, 3`;
  return rows.map(({ credited, fees, ...row }) => ({
    ...row,
    credited: Number(credited),
    fees: Number(fees),
  }));
}

/** What was recorded as paid outside the platform in a year, by quarter: it is known, so it is reported too. */
export async function sumRecorded(
  database: Database,
  { from, to, zone }: { from: Date; to: Date; zone: string },
): Promise<CreditedQuarter[]> {
  const rows = await database.$queryRaw<
    (Omit<CreditedQuarter, 'credited' | 'fees'> & { credited: bigint })[]
  >`
    select p.provider_id::text as "providerId", r.currency,
      extract(quarter from r.recorded_at at time zone ${zone})::int as quarter,
      sum(r.amount)::bigint as credited,
      count(distinct r.payment_id) filter (where r.amount > 0 and not exists (
        select 1 from offline_record o where o.takes_out_id = r.id))::int as activities
    from offline_record r join payment p on p.id = r.payment_id
    where r.recorded_at >= ${from} and r.recorded_at < ${to}
    group by 1, 2, 3 order by 1, 2, 3`;
  return rows.map(({ credited, ...row }) => ({ ...row, credited: Number(credited), fees: 0 }));
}

/** Name, VAT id and paying account of some sellers, by their id. */
export async function findSellers(database: Database, ids: readonly string[]) {
  const rows = await database.provider.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      displayName: true,
      vatId: true,
      connectAccount: { select: { stripeAccountId: true } },
    },
  });
  return new Map(
    rows.map(({ id, displayName, vatId, connectAccount }) => [
      id,
      { name: displayName, vatId, account: connectAccount?.stripeAccountId ?? null },
    ]),
  );
}

/** When a seller was first credited anything; null when nobody was. */
export async function findFirstCredit(database: Database): Promise<Date | null> {
  const row = await database.ledgerTransaction.findFirst({
    where: { kind: 'E3' },
    orderBy: { occurredAt: 'asc' },
    select: { occurredAt: true },
  });
  return row?.occurredAt ?? null;
}
