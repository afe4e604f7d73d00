import type { CommissionMonth } from '@/lib/payments/rules/commission';
import type { Entry } from '@/lib/payments/rules/ledger';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { toCurrency } from '@/lib/shared/money';
import { subjectColumns, subjectOf } from './rules/subject';
import type { PaymentRecord, PaymentSubject } from './types';

const saleTerms = {
  commissionBps: true,
  commissionVatIncluded: true,
  commissionVatBps: true,
  reverseCharge: true,
  advisorBearsFee: true,
} as const;

const paymentSelect = {
  id: true,
  bookingId: true,
  seatId: true,
  clientId: true,
  providerId: true,
  status: true,
  version: true,
  amount: true,
  currency: true,
  mode: true,
  checkoutAttempt: true,
  checkoutSessionId: true,
  checkoutUrl: true,
  checkoutOpenedAt: true,
  paymentIntentId: true,
  chargeId: true,
  paymentMethodId: true,
  setupIntentId: true,
  cardConsentAt: true,
  chargeAttempt: true,
  chargeCause: true,
  chargeFailures: true,
  dueSince: true,
  stripeFee: true,
  recordedAmount: true,
  paidAmount: true,
  refundedAmount: true,
  commissionAmount: true,
  commissionVat: true,
  processingFee: true,
  advisorAmount: true,
  nettedAmount: true,
  transferredAmount: true,
  chargedBackAmount: true,
  chargedAt: true,
  deliveredAt: true,
  claimUntil: true,
  releasedAt: true,
  transferredAt: true,
  transferId: true,
  disputedFrom: true,
  claimedAt: true,
  returnCause: true,
  transferAttempt: true,
  booking: { select: saleTerms },
  seat: { select: saleTerms },
} as const satisfies Prisma.PaymentSelect;

type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof paymentSelect }>;

function toRecord({ booking, seat, bookingId, seatId, currency, ...row }: PaymentRow): PaymentRecord {
  const sale = booking ?? seat;
  if (!sale) throw new Error(`payment ${row.id} is of nothing`);
  return {
    ...row,
    subject: subjectOf({ bookingId, seatId }),
    currency: toCurrency(currency),
    terms: {
      commissionBps: sale.commissionBps,
      isVatIncluded: sale.commissionVatIncluded,
      vatBps: sale.commissionVatBps,
      isReverseCharge: sale.reverseCharge,
      isFeeBorne: sale.advisorBearsFee,
    },
  };
}

export type PaymentKey = { id: string } | PaymentSubject;

export async function findPayment(database: Database, key: PaymentKey): Promise<PaymentRecord | null> {
  const where = 'id' in key ? { id: key.id } : subjectColumns(key);
  const row = await database.payment.findUnique({ where, select: paymentSelect });
  return row && toRecord(row);
}

/** Reads the row and keeps others from changing it until the transaction ends. */
export async function lockPayment(tx: Tx, key: PaymentKey): Promise<PaymentRecord | null> {
  if ('id' in key) await tx.$queryRaw`select 1 from payment where id = ${key.id}::uuid for update`;
  else if (key.seatId === undefined)
    await tx.$queryRaw`select 1 from payment where booking_id = ${key.bookingId}::uuid for update`;
  else await tx.$queryRaw`select 1 from payment where seat_id = ${key.seatId}::uuid for update`;
  return findPayment(tx, key);
}

/** How and whether what is booked was paid; null when it has no payment. */
export function findPaidState(database: Database, bookingId: string) {
  return database.payment.findUnique({ where: { bookingId }, select: { mode: true, status: true } });
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

/**
 * Books an entry; one that was booked before (same external reference) is left as it is. True when it is new. One that moves
 * nothing, such as the release of an advisor's part of 0, is not written.
 */
export async function insertEntry(
  tx: Tx,
  entry: Entry,
  of: { paymentId?: string | null; providerId?: string },
  occurredAt: Date,
): Promise<boolean> {
  if (entry.lines.length === 0) return true;
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

/** Writes down an event that came; false when it had come before. */
export async function insertEvent(
  tx: Tx,
  event: { id: string; type: string; source: string; objectId: string; createdAt: Date },
): Promise<boolean> {
  const rows = await tx.webhookEvent.createManyAndReturn({
    data: [event],
    skipDuplicates: true,
    select: { id: true },
  });
  return rows.length > 0;
}

export function findEvent(database: Database, id: string) {
  return database.webhookEvent.findUnique({
    where: { id },
    select: { objectId: true, status: true, attempts: true },
  });
}

/** Writes what a look into an event came to. */
export async function updateEvent(
  database: Database,
  id: string,
  look: {
    status: 'processed' | 'parked' | 'failed';
    processedAt: Date;
    lookAgainAt?: Date | null;
    lastError?: string;
  },
): Promise<void> {
  await database.webhookEvent.update({
    where: { id },
    data: { lookAgainAt: null, lastError: null, ...look, attempts: { increment: 1 } },
    select: { id: true },
  });
}
