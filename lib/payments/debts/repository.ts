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

/**
 * What is still open of a provider's debts that lower payouts by now, oldest first; without what is planned already. They are
 * kept from changing until the transaction ends, so that none is set off that is given up or taken out at the same time.
 */
export function lockOpenDebts(
  tx: Tx,
  providerId: string,
  now: Date,
): Promise<{ id: string; open: number }[]> {
  return tx.$queryRaw`
    select d.id, (d.amount - d.settled - coalesce(n.planned, 0) - coalesce(r.asked, 0))::int as open
    from provider_debt d
    left join (select debt_id, sum(amount) as planned from netting where settled_at is null group by 1) n on n.debt_id = d.id
    left join (select debt_id, sum(amount) as asked from reversal where status = 'requested' group by 1) r on r.debt_id = d.id
    where d.provider_id = ${providerId}::uuid and d.settled < d.amount and d.due_at <= ${now}
      and d.amount - d.settled - coalesce(n.planned, 0) - coalesce(r.asked, 0) > 0
    order by d.due_at, d.id for update of d`;
}

/** A debt and how much of it is just being set off or brought back, kept from changing until the transaction ends. */
export async function lockDebt(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from provider_debt where id = ${id}::uuid for update`;
  const row = await tx.providerDebt.findUnique({
    where: { id },
    select: {
      providerId: true,
      paymentId: true,
      amount: true,
      settled: true,
      currency: true,
      nettings: { where: { settledAt: null }, select: { amount: true } },
      reversals: { where: { status: 'requested' }, select: { amount: true } },
    },
  });
  if (!row) return null;
  const { nettings, reversals, ...debt } = row;
  return { ...debt, underWay: [...nettings, ...reversals].reduce((sum, one) => sum + one.amount, 0) };
}

/** A part of a debt is settled: brought back, set off, paid or given up. */
export async function settleDebt(tx: Tx, id: string, amount: number): Promise<void> {
  await tx.providerDebt.update({
    where: { id },
    data: { settled: { increment: amount } },
    select: { id: true },
  });
}

/**
 * The debts of a kind that a payment has made, latest first, with what was set off of them; kept from changing until the
 * transaction ends.
 */
export async function lockDebtsOf(tx: Tx, paymentId: string, kind: DebtKind) {
  await tx.$queryRaw`
    select 1 from provider_debt where payment_id = ${paymentId}::uuid and kind = ${kind}::debt_kind order by due_at, id for update`;
  return tx.providerDebt.findMany({
    where: { paymentId, kind },
    select: {
      id: true,
      amount: true,
      settled: true,
      nettings: { select: { amount: true, settledAt: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
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
