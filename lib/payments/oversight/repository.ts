import type { Database } from '@/lib/server/db/client';
import { toCurrency } from '@/lib/shared/money';
import { type Balances, mostListed, type OpenDebt, type WatchedPayment } from './types';

type Row = Omit<WatchedPayment, 'currency'> & { currency: string };

const watched = `
  select p.id, p.status, p.amount, p.currency, c.name as "clientName", v.display_name as "providerName",
    coalesce(b.service_title, (select value from jsonb_each_text(s.titles) limit 1), '') as title,
    coalesce(b.service_titles, s.titles, '{}'::jsonb) as titles,
    p.updated_at as since, null::text as says
  from payment p join account c on c.id = p.client_id join provider v on v.id = p.provider_id
  left join booking b on b.id = p.booking_id left join seat s on s.id = p.seat_id`;

const toPayment = ({ currency, ...row }: Row): WatchedPayment => ({ ...row, currency: toCurrency(currency) });

/** What needs somebody to look: transfers and refunds that failed, open disputes, and what waits for the service. */
export async function listTroubled(database: Database): Promise<WatchedPayment[]> {
  const rows = await database.$queryRawUnsafe<Row[]>(`
    ${watched.replace(
      'null::text as says',
      `coalesce(p.transfer_failure,
      (select 'refund ' || r.status from refund r where r.payment_id = p.id and r.status in ('failed', 'pending') order by r.number desc limit 1),
      (select d.reason from dispute d where d.payment_id = p.id and d.status = 'open' limit 1)) as says`,
    )}
    where p.status in ('refunding', 'clawback', 'disputed') or (p.status = 'releasable' and p.transfer_failure is not null)
      or exists (select 1 from surplus_standing s where s.payment_id = p.id and s.status = 'failed' and s.open > 0)
    order by p.updated_at limit ${mostListed}`);
  return rows.map(toPayment);
}

/** Payments whose client, provider or id holds these words, the latest first. */
export async function searchPayments(database: Database, words: string): Promise<WatchedPayment[]> {
  const rows = await database.$queryRawUnsafe<Row[]>(
    `${watched}
    where p.amount > 0 and ($1 = '' or p.id::text = $1 or p.booking_id::text = $1 or p.seat_id::text = $1
      or strpos(lower(c.name || ' ' || c.email || ' ' || v.display_name), lower($1)) > 0)
    order by p.created_at desc, p.id desc limit ${mostListed}`,
    words,
  );
  return rows.map(toPayment);
}

/** What a payment is for, and between whom. */
export async function findNamed(database: Database, id: string): Promise<WatchedPayment | null> {
  const [row] = await database.$queryRawUnsafe<Row[]>(`${watched} where p.id = $1::uuid`, id);
  return row ? toPayment(row) : null;
}

/** What providers owe, the oldest first. */
export async function listDebts(database: Database): Promise<OpenDebt[]> {
  const rows = await database.$queryRaw<(Omit<OpenDebt, 'currency'> & { currency: string })[]>`
    select d.id, v.display_name as "providerName", d.kind, d.amount, d.amount - d.settled as open, d.currency,
      d.due_at as "dueAt"
    from provider_debt d join provider v on v.id = d.provider_id
    where d.settled < d.amount order by d.due_at, d.id limit ${mostListed}`;
  return rows.map(({ currency, ...row }) => ({ ...row, currency: toCurrency(currency) }));
}

/** The sum of each account of the ledger. */
export async function sumAccounts(database: Database): Promise<Balances> {
  const rows = await database.ledgerLine.groupBy({ by: ['account'], _sum: { amount: true } });
  return Object.fromEntries(rows.map(({ account, _sum }) => [account, Number(_sum.amount ?? 0)]));
}

/**
 * What is asked back and has not left the balance, in minor units; also what failed after the payout and is asked for again:
 * nothing else keeps that for the client.
 */
export async function sumPendingRefunds(database: Database): Promise<number> {
  const [row] = await database.$queryRaw<{ amount: bigint }[]>`
    select coalesce(sum(r.amount), 0)::bigint as amount from refund r join payment p on p.id = r.payment_id
    where r.status in ('requested', 'pending')
      or (r.status = 'failed' and r.surplus_intent_id is null and p.status = 'clawback' and not exists (
        select 1 from refund o where o.payment_id = r.payment_id and o.surplus_intent_id is null and o.number > r.number))`;
  return Number(row?.amount ?? 0);
}

/** Everything about one payment: where its money is, its steps and its entries. */
export async function findWhole(database: Database, id: string) {
  const [payment, steps, entries] = await Promise.all([
    database.payment.findUnique({
      where: { id },
      select: {
        id: true,
        clientId: true,
        providerId: true,
        mode: true,
        status: true,
        amount: true,
        currency: true,
        paidAmount: true,
        refundedAmount: true,
        chargedBackAmount: true,
        commissionAmount: true,
        commissionVat: true,
        advisorAmount: true,
        transferredAmount: true,
        refunds: { select: { amount: true, status: true } },
        booking: { select: { startsAt: true } },
        seat: { select: { startsAt: true } },
      },
    }),
    database.auditEntry.findMany({
      where: { subjectType: 'payment', subjectId: id },
      select: { id: true, at: true, action: true, party: true, toStatus: true },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: 200,
    }),
    database.ledgerTransaction.findMany({
      where: { paymentId: id },
      select: {
        id: true,
        kind: true,
        occurredAt: true,
        lines: { select: { account: true, amount: true }, orderBy: { account: 'asc' } },
      },
      orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
      take: 200,
    }),
  ]);
  return payment && { payment, steps, entries };
}
