import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { toCurrency } from '@/lib/shared/money';
import type { OwnInvoice } from './types';

export type InvoiceRow = {
  id: string;
  providerId: string;
  currency: string;
  stripeInvoiceId: string;
  balanceTransactionId: string | null;
  deferredAmount: number;
  deferredMonths: number;
  releasedMonths: number;
};

const select = {
  id: true,
  providerId: true,
  currency: true,
  stripeInvoiceId: true,
  balanceTransactionId: true,
  deferredAmount: true,
  deferredMonths: true,
  releasedMonths: true,
} as const;

/** Writes an invoice down, or what became of it. */
export async function upsertInvoice(
  tx: Tx,
  of: { providerId: string; subscriptionId: string; stripeInvoiceId: string },
  data: Omit<Prisma.PlanInvoiceUncheckedCreateInput, 'providerId' | 'subscriptionId' | 'stripeInvoiceId'>,
): Promise<InvoiceRow> {
  return tx.planInvoice.upsert({
    where: { stripeInvoiceId: of.stripeInvoiceId },
    create: { ...of, ...data },
    update: data,
    select,
  });
}

export async function updateInvoice(
  tx: Tx,
  id: string,
  data: Prisma.PlanInvoiceUncheckedUpdateInput,
): Promise<void> {
  await tx.planInvoice.update({ where: { id }, data, select: { id: true } });
}

/** Whether a paid invoice is written down with its money. */
export async function isBooked(database: Database, stripeInvoiceId: string): Promise<boolean> {
  const row = await database.planInvoice.findUnique({
    where: { stripeInvoiceId },
    select: { balanceTransactionId: true },
  });
  return typeof row?.balanceTransactionId === 'string';
}

/** A provider's invoices, the latest first. */
export async function listOwnInvoices(
  database: Database,
  providerId: string,
  { take, skip }: { take: number; skip: number },
): Promise<OwnInvoice[]> {
  const rows = await database.planInvoice.findMany({
    where: { providerId },
    select: {
      id: true,
      number: true,
      status: true,
      netAmount: true,
      vatAmount: true,
      currency: true,
      issuedAt: true,
      hostedUrl: true,
    },
    orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
    take,
    skip,
  });
  return rows.map((row) => ({ ...row, currency: toCurrency(row.currency) }));
}

/** The invoice that is owed, with where it can be paid. */
export function findOpenInvoice(database: Database, subscriptionId: string) {
  return database.planInvoice.findFirst({
    where: { subscriptionId, status: 'open' },
    select: { stripeInvoiceId: true, hostedUrl: true, netAmount: true, vatAmount: true },
    orderBy: { issuedAt: 'desc' },
  });
}

type Due = { id: string };

/** Paid invoices whose money the payment service has made available since, and whose entry E2 is missing. */
export function listAvailableInvoices(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<Due[]> {
  return database.$queryRaw`
    select id from plan_invoice
    where available_booked_at is null and available_on <= ${now} and id <> all(${seen}::uuid[])
    order by available_on limit ${limit}`;
}

/** Notes that E2 is booked now and returns what it books; null when it was. */
export async function noteInvoiceAvailable(
  tx: Tx,
  id: string,
  now: Date,
): Promise<{ providerId: string; net: number; balanceTransactionId: string; currency: string } | null> {
  const rows = await tx.$queryRaw<
    { providerId: string; net: number; balanceTransactionId: string; currency: string }[]
  >`
    update plan_invoice set available_booked_at = ${now}
    where id = ${id}::uuid and available_booked_at is null and available_on <= ${now}
    returning provider_id as "providerId", net_amount + vat_amount - stripe_fee as net,
      balance_transaction_id as "balanceTransactionId", currency`;
  return rows[0] ?? null;
}

/** Years that were paid ahead of which another month is over. Months are those of the calendar, in UTC. */
export function listReleasable(database: Database, now: Date, limit: number, seen: string[]): Promise<Due[]> {
  return database.$queryRaw`
    select id from plan_invoice
    where released_months < deferred_months and id <> all(${seen}::uuid[])
      and (deferred_from at time zone 'UTC' + (released_months + 1) * interval '1 month') at time zone 'UTC' <= ${now}
    order by deferred_from limit ${limit}`;
}

export type Release = InvoiceRow & { month: number; at: Date };

/** Counts one more month as over and returns it; null when none is. */
export async function noteRelease(tx: Tx, id: string, now: Date): Promise<Release | null> {
  const rows = await tx.$queryRaw<{ month: number; at: Date }[]>`
    update plan_invoice set released_months = released_months + 1
    where id = ${id}::uuid and released_months < deferred_months
      and (deferred_from at time zone 'UTC' + (released_months + 1) * interval '1 month') at time zone 'UTC' <= ${now}
    returning released_months as month,
      (deferred_from at time zone 'UTC' + released_months * interval '1 month') at time zone 'UTC' as at`;
  const [row] = rows;
  const invoice = row && (await tx.planInvoice.findUnique({ where: { id }, select }));
  return row && invoice ? { ...invoice, ...row } : null;
}
