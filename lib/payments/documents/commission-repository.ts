import type { Database } from '@/lib/server/db/client';
import { startOfLocalDay } from '@/lib/shared/time';

export type ProviderMonth = { providerId: string; month: string };

/**
 * Months with commission that has no document yet and that ended before `before`, the earliest first: what is given back
 * names the invoice before it.
 */
export function listOpenMonths(
  database: Database,
  { zone, before, seen }: { zone: string; before: Date; seen: string[] },
): Promise<(ProviderMonth & { id: string })[]> {
  return database.$queryRaw`
    select * from (
      select distinct t.provider_id::text as "providerId",
        to_char(t.occurred_at at time zone ${zone}, 'YYYY-MM') as month,
        t.provider_id::text || ':' || to_char(t.occurred_at at time zone ${zone}, 'YYYY-MM') as id
      from ledger_line l join ledger_transaction t on t.id = l.transaction_id
      where l.account in ('RC', 'VO') and l.amount <> 0 and t.payment_id is not null and t.occurred_at < ${before}) open
    where not exists (
        select 1 from document d
        where d.provider_id = open."providerId"::uuid and d.month = open.month and d.kind <> 'receipt')
      and not (open.id = any(${seen}))
    order by month, "providerId" limit 50`;
}

export type CommissionRow = {
  paymentId: string;
  currency: string;
  commission: number;
  vat: number;
  /** When commission was first taken for this payment, if that was before the month. */
  takenAt: Date | null;
};

/** The entries of the ledger that took or gave back a provider's commission in a month, in their order. */
export async function listCommission(
  database: Database,
  { providerId, month, zone }: ProviderMonth & { zone: string },
): Promise<CommissionRow[]> {
  const { start, end } = monthInterval(month, zone);
  const rows = await database.$queryRaw<
    { paymentId: string; currency: string; commission: bigint; vat: bigint; takenAt: Date | null }[]
  >`
    select t.payment_id::text as "paymentId", l.currency,
      (-coalesce(sum(l.amount) filter (where l.account = 'RC'), 0))::bigint as commission,
      (-coalesce(sum(l.amount) filter (where l.account = 'VO'), 0))::bigint as vat,
      (select min(e.occurred_at) from ledger_transaction e join ledger_line el on el.transaction_id = e.id
        where e.payment_id = t.payment_id and e.occurred_at < ${start}
          and el.account in ('RC', 'VO') and el.amount < 0) as "takenAt"
    from ledger_transaction t join ledger_line l on l.transaction_id = t.id
    where t.provider_id = ${providerId}::uuid and t.payment_id is not null and l.account in ('RC', 'VO')
      and l.amount <> 0 and t.occurred_at >= ${start} and t.occurred_at < ${end}
    group by t.id, l.currency order by t.occurred_at, t.id`;
  return rows.map(({ commission, vat, ...row }) => ({
    ...row,
    commission: Number(commission),
    vat: Number(vat),
  }));
}

function monthInterval(month: string, zone: string): { start: Date; end: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { start: startOfLocalDay(`${month}-01`, zone), end: startOfLocalDay(`${next}-01`, zone) };
}

/** What commission on amounts that were paid elsewhere in the month leaves open: nothing was withheld for it. */
export async function sumOpenElsewhere(
  database: Database,
  { providerId, month, zone, currency }: ProviderMonth & { zone: string; currency: string },
): Promise<number> {
  const { start, end } = monthInterval(month, zone);
  const { _sum } = await database.providerDebt.aggregate({
    where: { providerId, currency, kind: 'offline_commission', createdAt: { gte: start, lt: end } },
    _sum: { amount: true, settled: true },
  });
  return (_sum.amount ?? 0) - (_sum.settled ?? 0);
}

const saleTerms = {
  id: true,
  commissionBps: true,
  commissionVatBps: true,
  reverseCharge: true,
  startsAt: true,
} as const;

/** What was sold for some payments, by payment. */
export async function findSales(database: Database, paymentIds: readonly string[]) {
  const rows = await database.payment.findMany({
    where: { id: { in: [...paymentIds] } },
    select: {
      id: true,
      amount: true,
      booking: { select: { ...saleTerms, serviceTitle: true, serviceTitles: true } },
      seat: { select: { ...saleTerms, titles: true } },
    },
  });
  return new Map(
    rows.flatMap(({ id, amount, booking, seat }) => {
      if (booking) {
        const { serviceTitle: title, serviceTitles: titles, ...sale } = booking;
        return [[id, { ...sale, amount, title, titles }] as const];
      }
      return seat ? [[id, { ...seat, amount, title: '' }] as const] : [];
    }),
  );
}

/** Numbers of a provider's invoices by month. */
export async function findInvoiceLabels(
  database: Database,
  providerId: string,
  months: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.document.findMany({
    where: { providerId, kind: 'commission_invoice', month: { in: [...months] } },
    select: { month: true, label: true },
  });
  return new Map(rows.map(({ month, label }) => [month ?? '', label]));
}

/** The provider as an invoice names it, and the language that its owner reads. */
export async function findRecipient(database: Database, providerId: string) {
  const row = await database.provider.findUniqueOrThrow({
    where: { id: providerId },
    select: {
      displayName: true,
      sellerName: true,
      sellerAddress: true,
      vatId: true,
      account: { select: { id: true, email: true, locale: true } },
    },
  });
  return {
    name: row.sellerName ?? row.displayName,
    address: row.sellerAddress ?? '',
    vatId: row.vatId,
    owner: row.account,
  };
}
