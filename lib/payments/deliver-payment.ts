import { splitColumns } from '@/lib/payments/rules/advisor-share';
import { invoiceMonth, type Split, splitPrice } from '@/lib/payments/rules/commission';
import { entryE3 } from '@/lib/payments/rules/ledger';
import { refundable } from '@/lib/payments/rules/refund';
import { claimUntil } from '@/lib/payments/rules/release';
import type { PaymentTransition } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { env } from '@/lib/server/env';
import { chargeCard } from './charges/charge-card';
import { movePayment } from './move-payment';
import { bookCommission } from './offline/book-commission';
import {
  insertEntry,
  lockCommissionMonth,
  lockPayment,
  updateCommissionMonth,
  updatePayment,
} from './repository';
import { closeSession } from './return-money';
import type { PaymentRecord, PaymentSubject } from './types';

type Delivery = PaymentSubject & {
  cause: 'completed' | 'missed' | 'lateCancel' | 'eventHeld';
  endsAt: Date;
  now: Date;
};

/**
 * The full price is due: the session took place, or the client cancelled late or did not come. Splits it into
 * commission, VAT and the advisor's part (E3), held until 72 h after the end. A stored card is charged now; while a charge
 * is under way, or the price is still due, only notes that it was earned.
 */
export async function deliverPayment(tx: Tx, { endsAt, now, ...subject }: Delivery): Promise<void> {
  const payment = await lockPayment(tx, subject);
  if (!payment) return;
  const times = { deliveredAt: now, claimUntil: claimUntil(endsAt) };
  if (payment.status === 'paid_held') return earn(tx, payment, { times }, now);
  if (payment.status === 'card_on_file') {
    await chargeCard(tx, payment, { cause: 'afterwards', data: times, now });
  } else if (payment.status === 'checkout_open' && payment.dueSince === null && payment.cardConsentAt) {
    await oweAfterDoor(tx, payment, times, now);
  } else if (earnedLater.has(payment.status)) {
    await updatePayment(tx, payment, { ...times, ...(await offlineCommission(tx, payment, now)) });
  }
}

/** From the session on, commission is owed on what was recorded as paid outside the platform. */
async function offlineCommission(tx: Tx, payment: PaymentRecord, now: Date) {
  if (payment.mode !== 'off_platform') return {};
  const earned = { earned: payment.recordedAmount, reference: `${payment.id}:earned` };
  return bookCommission(tx, payment, earned, now);
}

const earnedLater: ReadonlySet<string> = new Set([
  'authorised',
  'processing',
  'charging',
  'due',
  'settled_offline',
  'refunding',
  'disputed',
]);

/** Refused at the door, and earned all the same: the page to pay ends, and the card is tried again from now on. */
async function oweAfterDoor(
  tx: Tx,
  payment: PaymentRecord,
  times: { deliveredAt: Date; claimUntil: Date },
  now: Date,
): Promise<void> {
  const data = { ...times, dueSince: now, chargeAt: now, chargeCause: 'afterwards', chargeFailures: 0 };
  await movePayment(tx, { payment, transition: 'oweAfterDoor', now, data });
  if (payment.checkoutSessionId) await closeSession(tx, payment.id, payment.checkoutSessionId, now);
}

type Earning = {
  times: { deliveredAt: Date; claimUntil: Date };
  /** How the payment moves; `deliver` when it is held. */
  transition?: PaymentTransition;
  data?: Prisma.PaymentUncheckedUpdateManyInput;
};

/** Books E3 for what is held of a charge; also when the charge comes only after the price was earned. */
export async function earn(
  tx: Tx,
  payment: PaymentRecord,
  { times, transition = 'deliver', data }: Earning,
  now: Date,
): Promise<void> {
  const split = await splitCharge(tx, payment, now);
  const entry = entryE3({ paymentId: payment.id, currency: payment.currency, split });
  await insertEntry(tx, entry, { paymentId: payment.id, providerId: payment.providerId }, now);
  const earned = { ...data, ...times, ...splitColumns(split) };
  const moved = await movePayment(tx, { payment, transition, now, data: earned });
  if (payment.claimedAt) await movePayment(tx, { payment: moved, transition: 'openClaim', now });
}

/** Divides what is left of a charge; the commission counts in the advisor's month. */
async function splitCharge(tx: Tx, payment: PaymentRecord, now: Date): Promise<Split> {
  const month = invoiceMonth(now, env().OPERATOR_TIME_ZONE);
  const sofar = await lockCommissionMonth(tx, payment.providerId, month);
  const borne = payment.terms.isFeeBorne ? (payment.stripeFee ?? 0) : 0;
  const booked = splitPrice(refundable(payment), payment.terms, sofar, borne);
  await updateCommissionMonth(tx, payment.providerId, month, booked.month);
  return booked.split;
}
