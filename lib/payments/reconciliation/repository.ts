import type { Database } from '@/lib/server/db/client';
import type { Check, Difference } from './types';

/** Whether the last check that was finished found a difference: nothing is paid out until one finds none. */
export async function arePayoutsStopped(database: Database): Promise<boolean> {
  const last = await findLastCheck(database);
  return last !== null && last.differences > 0;
}

export async function findLastCheck(database: Database): Promise<Check | null> {
  const row = await database.reconciliation.findFirst({
    where: { finishedAt: { not: null } },
    select: {
      id: true,
      since: true,
      startedAt: true,
      finishedAt: true,
      checked: true,
      _count: { select: { differences: true } },
    },
    orderBy: { finishedAt: 'desc' },
  });
  if (!row?.finishedAt) return null;
  const { _count, ...check } = row;
  return { ...check, finishedAt: row.finishedAt, differences: _count.differences };
}

export async function listDifferences(database: Database, reconciliationId: string): Promise<Difference[]> {
  const rows = await database.reconciliationDifference.findMany({
    where: { reconciliationId },
    select: { kind: true, reference: true, ours: true, theirs: true, currency: true },
    orderBy: [{ kind: 'asc' }, { reference: 'asc' }],
    take: 200,
  });
  const plain = (amount: bigint | null) => (amount === null ? null : Number(amount));
  return rows.map(({ ours, theirs, ...row }) => ({ ...row, ours: plain(ours), theirs: plain(theirs) }));
}

export async function insertCheck(database: Database, since: Date, startedAt: Date): Promise<string> {
  return (await database.reconciliation.create({ data: { since, startedAt }, select: { id: true } })).id;
}

export async function finishCheck(
  database: Database,
  id: string,
  { checked, differences, finishedAt }: { checked: number; differences: Difference[]; finishedAt: Date },
): Promise<void> {
  await database.reconciliation.update({
    where: { id },
    data: { checked, finishedAt, differences: { createMany: { data: differences } } },
    select: { id: true },
  });
}

/** What the ledger has under each of these references, net in the balance at the payment service (SP and SA). */
export async function sumBooked(
  database: Database,
  references: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<{ reference: string; net: bigint }[]>`
    select t.external_ref as reference, sum(l.amount) as net
    from ledger_transaction t join ledger_line l on l.transaction_id = t.id and l.account in ('SP', 'SA')
    where t.external_ref = any(${[...references]}) group by 1`;
  return new Map(rows.map(({ reference, net }) => [reference, Number(net)]));
}

/** References under which money moved at the payment service, booked since then, page by page in their order. */
export async function listReferences(
  database: Database,
  since: Date,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await database.$queryRaw<{ reference: string }[]>`
    select t.external_ref as reference from ledger_transaction t
    where t.external_ref > ${after} and t.external_ref like 'txn\_%' and t.external_ref not like '%:available'
      and t.occurred_at >= ${since}
    order by t.external_ref limit ${limit}`;
  return rows.map(({ reference }) => reference);
}
