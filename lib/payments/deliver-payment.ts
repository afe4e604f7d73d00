import { invoiceMonth, type Split, splitPrice, takeBackSplit } from '@/lib/payments/rules/commission';
import { entryE3 } from '@/lib/payments/rules/ledger';
import { claimUntil } from '@/lib/payments/rules/release';
import type { Tx } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { movePayment } from './move-payment';
import {
  insertEntry,
  lockCommissionMonth,
  lockPayment,
  updateCommissionMonth,
  updatePayment,
} from './repository';
import type { PaymentRecord, PaymentSubject } from './types';

type Delivery = PaymentSubject & {
  cause: 'completed' | 'missed' | 'lateCancel' | 'eventHeld';
  endsAt: Date;
  now: Date;
};

/**
 * The full price is due: the session took place, or the client cancelled late or did not come. Splits it into
 * commission, VAT and the advisor's part (E3), held until 72 h after the end. While the charge is still under way, only
 * notes that it is due.
 */
export async function deliverPayment(tx: Tx, { endsAt, now, ...subject }: Delivery): Promise<void> {
  const payment = await lockPayment(tx, subject);
  if (!payment) return;
  const until = claimUntil(endsAt);
  if (payment.status === 'paid_held') await earn(tx, payment, { deliveredAt: now, claimUntil: until }, now);
  if (payment.status === 'authorised' || payment.status === 'processing') {
    await updatePayment(tx, payment, { deliveredAt: now, claimUntil: until });
  }
}

/** Books E3 for a charge that is held; also when the charge comes only after the price was earned. */
export async function earn(
  tx: Tx,
  payment: PaymentRecord,
  times: { deliveredAt: Date; claimUntil: Date },
  now: Date,
): Promise<void> {
  const month = invoiceMonth(now, env().OPERATOR_TIME_ZONE);
  const sofar = await lockCommissionMonth(tx, payment.providerId, month);
  const booked = splitPrice(payment.amount, payment.terms, sofar);
  await updateCommissionMonth(tx, payment.providerId, month, booked.month);
  const { split } = booked;
  const entry = entryE3({ paymentId: payment.id, currency: payment.currency, split });
  await insertEntry(tx, entry, { paymentId: payment.id, providerId: payment.providerId }, now);
  await movePayment(tx, {
    payment,
    transition: 'deliver',
    now,
    data: {
      ...times,
      commissionAmount: split.commission,
      commissionVat: split.vat,
      advisorAmount: split.advisor,
    },
  });
}

/**
 * The commission of an earned price that went back leaves the month in which it did; the ledger's entry is the caller's.
 */
export async function unearn(tx: Tx, payment: PaymentRecord, split: Split, now: Date): Promise<void> {
  const month = invoiceMonth(now, env().OPERATOR_TIME_ZONE);
  const sofar = await lockCommissionMonth(tx, payment.providerId, month);
  const left = takeBackSplit(split, payment.terms, sofar);
  await updateCommissionMonth(tx, payment.providerId, month, left);
}
