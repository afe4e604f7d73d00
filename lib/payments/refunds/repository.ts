import { refundsUnderWay } from '@/lib/payments/rules/refund';
import type { Database, Tx } from '@/lib/server/db/client';
import type { PaymentRecord } from '../types';

export type NewRefund = {
  amount: number;
  cause: string;
  /** Of a charge that came a second time, or of money that came back: the intent that gives it. */
  surplusIntentId?: string;
};

/** Writes a refund under the payment's next number, which is returned. */
export async function insertRefund(
  tx: Tx,
  payment: Pick<PaymentRecord, 'id' | 'currency'>,
  refund: NewRefund,
  now: Date,
): Promise<number> {
  const number = (await tx.refund.count({ where: { paymentId: payment.id } })) + 1;
  await tx.refund.create({
    data: { ...refund, paymentId: payment.id, number, currency: payment.currency, createdAt: now },
    select: { id: true },
  });
  return number;
}

export async function findRefund(tx: Tx, paymentId: string, number: number) {
  return tx.refund.findUnique({
    where: { paymentId_number: { paymentId, number } },
    select: { id: true, status: true, amount: true, cause: true, surplusIntentId: true },
  });
}

/** Whether the last refund that was asked for, of what the payment itself holds, has arrived. */
export async function hasRefundArrived(tx: Tx, paymentId: string): Promise<boolean> {
  const last = await tx.refund.findFirst({
    where: { paymentId, surplusIntentId: null },
    select: { status: true },
    orderBy: { number: 'desc' },
  });
  return last?.status === 'succeeded';
}

/** Whether a refund of the payment service is written down here. */
export async function isKnownRefund(tx: Tx, stripeRefundId: string): Promise<boolean> {
  return (await tx.refund.count({ where: { stripeRefundId } })) > 0;
}

/** Whether a refund of what the payment itself holds was asked for and is not decided. */
export async function hasRefundUnderWay(tx: Tx, paymentId: string): Promise<boolean> {
  const count = await tx.refund.count({
    where: { paymentId, surplusIntentId: null, status: { in: refundsUnderWay } },
  });
  return count > 0;
}

/** What of a charge that came beside the payment's own is on its way back to the client and has not arrived. */
export async function findSurplusLeft(tx: Tx, paymentId: string, surplusIntentId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ open: number }[]>`
    select open from surplus_standing
    where payment_id = ${paymentId}::uuid and surplus_intent_id = ${surplusIntentId}`;
  return rows[0]?.open ?? 0;
}

export async function updateRefund(
  tx: Tx,
  id: string,
  data: {
    status: 'pending' | 'succeeded' | 'failed';
    stripeRefundId: string;
    checkedAt: Date;
    settledAt?: Date;
  },
): Promise<void> {
  await tx.refund.update({ where: { id }, data, select: { id: true } });
}

/** Refunds that the service has taken and whose money has not arrived, and the one that is asked for by its id. */
export function listRefundsToRead(database: Database, paymentId: string, stripeRefundId?: string) {
  return database.refund.findMany({
    where: {
      paymentId,
      stripeRefundId: { not: null },
      OR: [
        { status: { in: refundsUnderWay } },
        ...(stripeRefundId === undefined ? [] : [{ stripeRefundId }]),
      ],
    },
    select: { number: true, stripeRefundId: true },
    orderBy: { number: 'asc' },
  });
}

/** A refund that the service refused to make. */
export async function failRefund(
  database: Database,
  paymentId: string,
  number: number,
  checkedAt: Date,
): Promise<void> {
  await database.refund.update({
    where: { paymentId_number: { paymentId, number } },
    data: { status: 'failed', checkedAt },
    select: { id: true },
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
