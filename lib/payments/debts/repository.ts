import type { DebtKind } from '@/lib/server/db/generated/client';
import type { Tx } from '@/lib/server/db/client';

export type NewDebt = {
  providerId: string;
  paymentId: string;
  kind: DebtKind;
  amount: number;
  currency: string;
  reference: string;
  dueAt: Date;
};

export async function insertDebt(tx: Tx, debt: NewDebt, now: Date): Promise<string> {
  return (await tx.providerDebt.create({ data: { ...debt, createdAt: now }, select: { id: true } })).id;
}

/** Keeps a provider's debts from being set off, paid or given up elsewhere until the transaction ends. */
export async function lockDebts(tx: Tx, providerId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from provider_debt where provider_id = ${providerId}::uuid and settled < amount order by id for update`;
}

/** What is still open of a provider's debts that lower payouts by now, oldest first; without what is planned already. */
export function listOpenDebts(
  tx: Tx,
  providerId: string,
  now: Date,
): Promise<{ id: string; open: number }[]> {
  return tx.$queryRaw`
    select id, open from debt_standing
    where provider_id = ${providerId}::uuid and settled < amount and due_at <= ${now} and open > 0
    order by due_at, id`;
}

/** A debt and how much of it is just being set off, brought back or paid, kept from changing until the transaction ends. */
export async function lockDebt(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from provider_debt where id = ${id}::uuid for update`;
  const debt = await tx.providerDebt.findUnique({
    where: { id },
    select: { providerId: true, paymentId: true, amount: true, settled: true, currency: true },
  });
  return debt && { ...debt, underWay: await underWayOf(tx, id) };
}

async function underWayOf(tx: Tx, id: string): Promise<number> {
  const rows = await tx.$queryRaw<{ underWay: number }[]>`
    select under_way as "underWay" from debt_standing where id = ${id}::uuid`;
  return rows[0]?.underWay ?? 0;
}

/** A part of a debt is settled: brought back, set off, paid or given up. */
export async function settleDebt(tx: Tx, id: string, amount: number): Promise<void> {
  await tx.providerDebt.update({
    where: { id },
    data: { settled: { increment: amount } },
    select: { id: true },
  });
}

type Standing = { id: string; settled: number; underWay: number; open: number };

/** How the debts of a kind that a payment has made stand, latest first. */
export function listDebtsOfPayment(tx: Tx, paymentId: string, kind: DebtKind): Promise<Standing[]> {
  return tx.$queryRaw`
    select s.id, s.settled, s.under_way as "underWay", s.open
    from debt_standing s join provider_debt d on d.id = s.id
    where d.payment_id = ${paymentId}::uuid and d.kind::text = ${kind} order by d.created_at desc, d.id desc`;
}

export async function lowerDebt(tx: Tx, id: string, amount: number): Promise<void> {
  await tx.providerDebt.update({
    where: { id },
    data: { amount: { decrement: amount } },
    select: { id: true },
  });
}

/** What was asked back of a transfer so far, in minor units; what failed does not count. */
export async function sumReversals(tx: Tx, paymentId: string): Promise<{ count: number; asked: number }> {
  const rows = await tx.reversal.findMany({ where: { paymentId }, select: { amount: true, status: true } });
  const asked = rows.reduce((sum, { amount, status }) => sum + (status === 'failed' ? 0 : amount), 0);
  return { count: rows.length, asked };
}

type NewReversal = { paymentId: string; debtId: string; number: number; amount: number };

export async function insertReversal(tx: Tx, reversal: NewReversal, now: Date): Promise<void> {
  await tx.reversal.create({ data: { ...reversal, createdAt: now }, select: { id: true } });
}

export function findReversal(tx: Tx, paymentId: string, number: number) {
  return tx.reversal.findUnique({
    where: { paymentId_number: { paymentId, number } },
    select: { id: true, debtId: true, amount: true, status: true },
  });
}

export async function endReversal(
  tx: Tx,
  id: string,
  end: { status: 'succeeded' | 'failed'; stripeReversalId?: string; settledAt: Date },
): Promise<void> {
  await tx.reversal.update({ where: { id }, data: end, select: { id: true } });
}
