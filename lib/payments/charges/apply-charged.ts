import { entryE1, entryE2 } from '@/lib/payments/rules/ledger';
import { checkPaid } from '@/lib/payments/rules/refund';
import type { PaymentTransition } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { money } from '@/lib/shared/money';
import { earn } from '../deliver-payment';
import { movePayment } from '../move-payment';
import { type ReturnCause, sendAllBack, sendSurplusBack } from '../refunds/send-refund';
import { insertEntry } from '../repository';
import { refundAll } from '../return-money';
import type { PaymentFacts, PaymentRecord } from '../types';

export type Charged = {
  intent: NonNullable<PaymentFacts['intent']>;
  charge: NonNullable<PaymentFacts['charge']>;
};

/** How a charge moves a payment, before and after its price was earned. */
const ways: Partial<
  Record<PaymentRecord['status'], { paid: PaymentTransition; earned?: PaymentTransition }>
> = {
  authorised: { paid: 'capture' },
  checkout_open: { paid: 'pay' },
  processing: { paid: 'pay' },
  none: { paid: 'payLate' },
  charging: { paid: 'chargeSucceeded', earned: 'chargeSucceededDelivered' },
  due: { paid: 'payByLink', earned: 'payByLinkDelivered' },
};

/**
 * A charge came. Once for a payment: E1, and E3 when the price was earned by then; of another amount than is due it goes
 * back, and so does one that comes although everything is paid.
 */
export async function applyCharged(
  tx: Tx,
  payment: PaymentRecord,
  { intent, charge }: Charged,
  now: Date,
): Promise<'secured' | 'lost' | 'nothing'> {
  const way = payment.mode === 'off_platform' ? undefined : ways[payment.status];
  const of = { paymentId: payment.id, providerId: payment.providerId };
  const { balanceTransactionId, amount, fee } = charge;
  const { currency } = payment;
  const entry = entryE1({ balanceTransactionId, currency, amount, fee });
  if (payment.chargeId === charge.id || !(await insertEntry(tx, entry, of, now))) return 'nothing';
  if (!way) {
    log.error({ payment: payment.id, status: payment.status, charge: charge.id }, 'charged twice');
    await insertEntry(tx, entryE2({ balanceTransactionId, currency, net: amount - fee }), of, now);
    await sendSurplusBack(tx, payment, { amount, intentId: intent.id }, now);
    return 'nothing';
  }
  const paid = { amount, currency: intent.currency };
  const isDue = checkPaid(money(payment.amount, currency), paid).ok;
  const data = {
    paymentIntentId: intent.id,
    ...(intent.paymentMethodId && { paymentMethodId: intent.paymentMethodId }),
    chargeId: charge.id,
    paidAmount: amount,
    stripeFee: fee,
    chargedAt: now,
    availableOn: charge.availableOn,
    chargeAt: null,
  };
  if (!isDue) {
    log.error({ payment: payment.id, due: payment.amount, paid }, 'payment differs from what is due');
    return refuse(tx, payment, data, now);
  }
  const came = {
    ...payment,
    paymentIntentId: intent.id,
    chargeId: charge.id,
    paidAmount: amount,
    stripeFee: fee,
  };
  if (payment.deliveredAt && payment.claimUntil && !payment.returnCause) {
    await earnCharged(tx, came, way, data, now);
    return 'nothing';
  }
  const held = await movePayment(tx, { payment: came, transition: way.paid, now, data });
  if (payment.returnCause) {
    await refundAll(tx, held, payment.returnCause as ReturnCause, now);
    return 'nothing';
  }
  return payment.status === 'authorised' ? 'nothing' : 'secured';
}

type ChargeData = { paidAmount: number; chargeId: string } & Record<string, unknown>;

async function refuse(tx: Tx, payment: PaymentRecord, data: ChargeData, now: Date): Promise<'lost'> {
  const refused = { ...data, returnCause: 'mismatch' };
  const came = { ...payment, paidAmount: data.paidAmount };
  const moved = await movePayment(tx, { payment: came, transition: 'refuseMismatch', now, data: refused });
  await sendAllBack(tx, moved, 'mismatch', now);
  return 'lost';
}

/** The price was earned before it was charged: E3 follows at once. */
async function earnCharged(
  tx: Tx,
  payment: PaymentRecord,
  way: { paid: PaymentTransition; earned?: PaymentTransition },
  data: ChargeData,
  now: Date,
): Promise<void> {
  const { deliveredAt, claimUntil } = payment;
  if (!deliveredAt || !claimUntil) throw new Error(`payment ${payment.id} was not earned`);
  const times = { deliveredAt, claimUntil };
  if (way.earned) return earn(tx, payment, { times, transition: way.earned, data }, now);
  const moved = await movePayment(tx, { payment, transition: way.paid, now, data });
  return earn(tx, moved, { times }, now);
}
