import { subjectColumns } from '@/lib/payments/rules/subject';
import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { StripeFailure } from '@/lib/server/stripe/outcome';
import type { RefundView } from '@/lib/server/stripe/refunds';
import { failRefund, storeRefundId } from '../refunds/repository';
import type { StripeCallRecord } from '../stripe-calls';
import type { PaymentRecord } from '../types';
import { isKeyOld, type Made } from './made';

/** Gives money back, of the payment's charge or of one that came beside it. */
export async function makeRefund(call: StripeCallRecord, payment: PaymentRecord, now: Date): Promise<Made> {
  const number = Number(call.input.number);
  const intentId = String(call.input.surplusIntentId ?? payment.paymentIntentId ?? '');
  // Facts are read by the payment's own intent; they bring all its refunds.
  const followed = payment.paymentIntentId ?? intentId;
  let made = isKeyOld(call, now) ? await findLost(intentId, number) : undefined;
  if (!made) {
    const outcome = await stripeGateway().refund({
      key: call.idempotencyKey,
      intentId,
      amount: Number(call.input.amount),
      metadata: { paymentId: payment.id, ...subjectColumns(payment.subject), number: String(number) },
    });
    made = outcome.ok ? outcome.value : await findLost(intentId, number);
    if (!made && !outcome.ok)
      return { failure: await refuse(payment, number, outcome.failure, now), intentId: followed };
  }
  if (made) await storeRefundId(db(), payment.id, number, made.id);
  return { failure: null, intentId: followed };
}

/** A refund that was made though its answer was lost, found by the number we gave it. */
async function findLost(intentId: string, number: number): Promise<RefundView | undefined> {
  const refunds = await stripeGateway().listRefunds(intentId);
  return refunds.find(({ metadata }) => metadata.number === String(number));
}

/** What no further try of the same refund would change. */
const final: ReadonlySet<StripeFailure['reason']> = new Set(['refused', 'disputed', 'alreadyRefunded']);

/**
 * A refund that the service will not make has failed, and so has one of a charge that a bank disputes, or that was given
 * back by hand: they are asked for anew as long as the money is to go back. One that it only cannot make now is tried again
 * as it is.
 */
async function refuse(
  payment: PaymentRecord,
  number: number,
  failure: StripeFailure,
  now: Date,
): Promise<StripeFailure> {
  if (!final.has(failure.reason))
    throw new Error(`refund ${number} of payment ${payment.id}: ${failure.message}`);
  log.error({ payment: payment.id, number, says: failure.message }, 'refund refused');
  await failRefund(db(), payment.id, number, now);
  return failure;
}
