import type { CommissionMonth } from '@/lib/payments/rules/commission';
import type { Entry } from '@/lib/payments/rules/ledger';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { toCurrency } from '@/lib/shared/money';
import type { PaymentRecord } from './types';

const paymentSelect = {
  id: true,
  bookingId: true,
  clientId: true,
  providerId: true,
  status: true,
  version: true,
  amount: true,
  currency: true,
  checkoutAttempt: true,
  checkoutSessionId: true,
  checkoutUrl: true,
  paymentIntentId: true,
  chargeId: true,
  paidAmount: true,
  refundedAmount: true,
  commissionAmount: true,
  commissionVat: true,
  advisorAmount: true,
  deliveredAt: true,
  claimUntil: true,
  returnCause: true,
  transferAttempt: true,
  booking: {
    select: { commissionBps: true, commissionVatIncluded: true, commissionVatBps: true, reverseCharge: true },
  },
} as const satisfies Prisma.PaymentSelect;

type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof paymentSelect }>;

function toRecord({ booking, currency, ...row }: PaymentRow): PaymentRecord {
  return {
    ...row,
    currency: toCurrency(currency),
    terms: {
      commissionBps: booking.commissionBps,
      isVatIncluded: booking.commissionVatIncluded,
      vatBps: booking.commissionVatBps,
      isReverseCharge: booking.reverseCharge,
    },
  };
}

export async function findPayment(
  database: Database,
  where: { id: string } | { bookingId: string },
): Promise<PaymentRecord | null> {
  const row = await database.payment.findUnique({ where, select: paymentSelect });
  return row && toRecord(row);
}

/** Reads the row and keeps others from changing it until the transaction ends. */
export async function lockPayment(tx: Tx, bookingId: string): Promise<PaymentRecord | null> {
  await tx.$queryRaw`select 1 from payment where booking_id = ${bookingId}::uuid for update`;
  return findPayment(tx, { bookingId });
}

export async function insertPayment(tx: Tx, data: Prisma.PaymentUncheckedCreateInput): Promise<string> {
  return (await tx.payment.create({ data, select: { id: true } })).id;
}

/** Compare-and-set on the version; false when another writer was faster. */
export async function updatePayment(
  database: Database,
  payment: Pick<PaymentRecord, 'id' | 'version'>,
  data: Prisma.PaymentUncheckedUpdateManyInput & { status?: PaymentStatus },
): Promise<boolean> {
  const { count } = await database.payment.updateMany({
    where: { id: payment.id, version: payment.version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

/** Books an entry; one that was booked before (same external reference) is left as it is. True when it is new. */
export async function insertEntry(
  tx: Tx,
  entry: Entry,
  of: { paymentId: string; providerId: string },
  occurredAt: Date,
): Promise<boolean> {
  const rows = await tx.ledgerTransaction.createManyAndReturn({
    data: [{ externalRef: entry.externalRef, kind: entry.kind, ...of, occurredAt }],
    skipDuplicates: true,
    select: { id: true },
  });
  const [row] = rows;
  if (!row) return false;
  await tx.ledgerLine.createMany({
    data: entry.lines.map(({ account, amount, currency }) => ({
      transactionId: row.id,
      account,
      amount,
      currency,
      ...of,
    })),
  });
  return true;
}

/** The lock row of an advisor's invoice month; VAT is rounded over the month, so bookings of it queue here. */
export async function lockCommissionMonth(
  tx: Tx,
  providerId: string,
  month: string,
): Promise<CommissionMonth> {
  await tx.commissionMonth.createMany({ data: [{ providerId, month }], skipDuplicates: true });
  const rows = await tx.$queryRaw<{ commission: number; vat: number }[]>`
    select commission_amount as commission, vat_amount as vat from commission_month
    where provider_id = ${providerId}::uuid and month = ${month} for update`;
  return rows[0] ?? { commission: 0, vat: 0 };
}

export async function updateCommissionMonth(
  tx: Tx,
  providerId: string,
  month: string,
  sum: CommissionMonth,
): Promise<void> {
  await tx.commissionMonth.update({
    where: { providerId_month: { providerId, month } },
    data: { commissionAmount: sum.commission, vatAmount: sum.vat },
    select: { month: true },
  });
}

export async function insertRefund(
  tx: Tx,
  payment: PaymentRecord,
  amount: number,
  cause: string,
  now: Date,
): Promise<number> {
  const number = (await tx.refund.count({ where: { paymentId: payment.id } })) + 1;
  await tx.refund.create({
    data: { paymentId: payment.id, number, amount, currency: payment.currency, cause, createdAt: now },
    select: { id: true },
  });
  return number;
}

export async function findRefund(tx: Tx, paymentId: string, number: number) {
  return tx.refund.findUnique({
    where: { paymentId_number: { paymentId, number } },
    select: { id: true, status: true, amount: true },
  });
}

export async function updateRefund(
  tx: Tx,
  id: string,
  data: { status: 'pending' | 'succeeded' | 'failed'; stripeRefundId: string; settledAt?: Date },
): Promise<void> {
  await tx.refund.update({ where: { id }, data, select: { id: true } });
}

/** Payments whose claim window is over, oldest first; rows that another worker holds are passed over. */
export async function lockReleasable(tx: Tx, now: Date, limit: number): Promise<PaymentRecord[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from payment where status = 'delivered_held' and claim_until < ${now}
    order by claim_until limit ${limit} for update skip locked`;
  return listByIds(
    tx,
    rows.map(({ id }) => id),
  );
}

/**
 * Released payments of providers whose connected account may receive money. After a transfer that failed the next
 * attempt waits for an hour a try, at most a day.
 */
export async function lockPayable(tx: Tx, now: Date, limit: number): Promise<PaymentRecord[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.id from payment p
    join connect_account c on c.provider_id = p.provider_id
    join provider v on v.id = p.provider_id
    where p.status = 'releasable' and c.transfers_active and c.details_complete and v.status <> 'suspended'
      and (p.transfer_failure is null or p.updated_at <= ${now}::timestamptz - least(p.transfer_attempt, 24) * interval '1 hour')
    order by p.released_at limit ${limit} for update of p skip locked`;
  return listByIds(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Charged payments whose money the payment service has made available since, and whose entry E2 is missing. */
export async function lockAvailable(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<
  { id: string; providerId: string; net: number; balanceTransactionId: string; currency: string }[]
> {
  return tx.$queryRaw`
    select p.id, p.provider_id as "providerId", sum(l.amount)::int as net, t.external_ref as "balanceTransactionId", l.currency
    from payment p
    join ledger_transaction t on t.payment_id = p.id and t.kind = 'E1'
    join ledger_line l on l.transaction_id = t.id and l.account = 'SP'
    where p.available_on <= ${now}
      and not exists (select 1 from ledger_transaction e where e.external_ref = t.external_ref || ':available')
    group by p.id, p.provider_id, t.external_ref, l.currency limit ${limit}`;
}

async function listByIds(tx: Tx, ids: string[]): Promise<PaymentRecord[]> {
  const rows = await tx.payment.findMany({ where: { id: { in: ids } }, select: paymentSelect });
  return rows.map(toRecord);
}

/** Refunds whose money has not arrived yet. */
export function listOpenRefunds(database: Database, paymentId: string) {
  return database.refund.findMany({
    where: { paymentId, status: { in: ['requested', 'pending'] } },
    select: { id: true, number: true, stripeRefundId: true },
  });
}

/** Remembers the service's id of a refund, so that it can be looked up. */
export async function storeRefundId(
  database: Database,
  paymentId: string,
  number: number,
  stripeRefundId: string,
): Promise<void> {
  await database.refund.update({
    where: { paymentId_number: { paymentId, number } },
    data: { stripeRefundId },
    select: { id: true },
  });
}
