import type { Database, Tx } from '@/lib/server/db/client';
import type { DebtPaymentStatus } from '@/lib/server/db/generated/client';
import { type Currency, toCurrency } from '@/lib/shared/money';

/** A payment of debts, open or over. Amount in minor units. */
export type DebtPaymentRecord = {
  id: string;
  providerId: string;
  amount: number;
  currency: Currency;
  status: DebtPaymentStatus;
  checkoutSessionId: string | null;
  checkoutUrl: string | null;
  openedAt: Date;
};

const select = {
  id: true,
  providerId: true,
  amount: true,
  currency: true,
  status: true,
  checkoutSessionId: true,
  checkoutUrl: true,
  openedAt: true,
} as const;

type Row = Omit<DebtPaymentRecord, 'currency'> & { currency: string };
const toRecord = (row: Row | null): DebtPaymentRecord | null =>
  row && { ...row, currency: toCurrency(row.currency) };

/** The page on which a provider pays its debts just now, an hour at most; null when none is open. */
export async function findOpenDebtPayment(
  database: Database,
  providerId: string,
): Promise<DebtPaymentRecord | null> {
  return toRecord(await database.debtPayment.findFirst({ where: { providerId, status: 'open' }, select }));
}

export async function findDebtPayment(database: Database, id: string): Promise<DebtPaymentRecord | null> {
  return toRecord(await database.debtPayment.findUnique({ where: { id }, select }));
}

export async function lockDebtPayment(tx: Tx, id: string): Promise<DebtPaymentRecord | null> {
  await tx.$queryRaw`select 1 from debt_payment where id = ${id}::uuid for update`;
  return findDebtPayment(tx, id);
}

/** What is open of everything a provider owes, the oldest first, due or not. */
export function listPayable(
  tx: Tx,
  providerId: string,
): Promise<{ id: string; open: number; currency: string }[]> {
  return tx.$queryRaw`
    select s.id, s.open, d.currency from debt_standing s join provider_debt d on d.id = s.id
    where s.provider_id = ${providerId}::uuid and s.settled < s.amount and s.open > 0 order by s.due_at, s.id`;
}

type Part = { debtId: string; amount: number };

export async function insertDebtPayment(
  tx: Tx,
  of: { id: string; providerId: string; amount: number; currency: string; parts: Part[] },
  openedAt: Date,
): Promise<void> {
  const { parts, ...payment } = of;
  const data = { ...payment, openedAt, parts: { createMany: { data: parts } } };
  await tx.debtPayment.create({ data, select: { id: true } });
}

export function listParts(tx: Tx, debtPaymentId: string): Promise<Part[]> {
  return tx.debtPaymentPart.findMany({
    where: { debtPaymentId },
    select: { debtId: true, amount: true },
    orderBy: { debtId: 'asc' },
  });
}

/** Keeps the page that was opened, if none was kept before; false when one was, or the payment is over. */
export async function keepPage(
  tx: Tx,
  id: string,
  page: { checkoutSessionId: string; checkoutUrl: string },
): Promise<boolean> {
  const { count } = await tx.debtPayment.updateMany({
    where: { id, status: 'open', checkoutSessionId: null },
    data: page,
  });
  return count === 1;
}

type Charged = {
  paymentIntentId: string;
  balanceTransactionId: string;
  stripeFee: number;
  availableOn: Date;
};

export async function endDebtPayment(tx: Tx, id: string, endedAt: Date, charged?: Charged): Promise<void> {
  const data = { status: charged ? ('paid' as const) : ('ended' as const), endedAt, ...charged };
  await tx.debtPayment.update({ where: { id }, data, select: { id: true } });
}

/** Pages that nobody has paid in time. */
export function listStale(
  database: Database,
  before: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.debtPayment.findMany({
    where: { status: 'open', openedAt: { lte: before }, id: { notIn: seen } },
    select: { id: true },
    orderBy: { openedAt: 'asc' },
    take: limit,
  });
}

/** Paid ones whose money the payment service has made available since, and whose entry E2 is missing. */
export function listAvailable(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  return database.debtPayment.findMany({
    where: { availableBookedAt: null, availableOn: { lte: now }, id: { notIn: seen } },
    select: { id: true },
    orderBy: { availableOn: 'asc' },
    take: limit,
  });
}

type Available = { providerId: string; net: number; balanceTransactionId: string; currency: string };

/** Notes that E2 is booked now and returns what it books; null when it was. */
export async function noteAvailable(tx: Tx, id: string, now: Date): Promise<Available | null> {
  const rows = await tx.$queryRaw<Available[]>`
    update debt_payment set available_booked_at = ${now}
    where id = ${id}::uuid and available_booked_at is null and available_on <= ${now}
    returning provider_id as "providerId", amount - stripe_fee as net, balance_transaction_id as "balanceTransactionId", currency`;
  return rows[0] ?? null;
}
