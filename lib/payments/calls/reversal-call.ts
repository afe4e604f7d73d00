import { entryReversed } from '@/lib/payments/rules/ledger-returns';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { StripeOutcome } from '@/lib/server/stripe/outcome';
import type { ReversalView } from '@/lib/server/stripe/transfers';
import { endReversal, findReversal, settleDebt } from '../debts/repository';
import { insertEntry, lockPayment } from '../repository';
import type { StripeCallRecord } from '../stripe-calls';
import type { PaymentRecord } from '../types';
import { failureOf, isKeyOld, type Made } from './made';

/**
 * Takes back from a transfer what its advisor owes (E12). When the connected account has been paid out already, the debt
 * stays and lowers the next payouts.
 */
export async function makeReversal(call: StripeCallRecord, payment: PaymentRecord, now: Date): Promise<Made> {
  const number = Number(call.input.number);
  if (!payment.transferId) throw new Error(`payment ${payment.id} was not transferred`);
  const lost = isKeyOld(call, now) ? await findLost(payment.transferId, number) : undefined;
  const outcome =
    lost ??
    (await stripeGateway().reverseTransfer(
      payment.transferId,
      Number(call.input.amount),
      call.idempotencyKey,
      { paymentId: payment.id, number: String(number) },
    ));
  await note(payment, number, outcome, now);
  return { failure: failureOf(outcome) };
}

async function findLost(
  transferId: string,
  number: number,
): Promise<StripeOutcome<ReversalView> | undefined> {
  const reversals = await stripeGateway().listReversals(transferId);
  const made = reversals.find(({ metadata }) => metadata.number === String(number));
  return made && { ok: true, value: made };
}

async function note(
  { id: paymentId, providerId, currency }: PaymentRecord,
  number: number,
  outcome: StripeOutcome<ReversalView>,
  now: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockPayment(tx, { id: paymentId });
    const reversal = await findReversal(tx, paymentId, number);
    if (reversal?.status !== 'requested') return;
    if (!outcome.ok) {
      log.warn({ payment: paymentId, reason: outcome.failure.reason }, 'transfer not reversed');
      return endReversal(tx, reversal.id, { status: 'failed', settledAt: now });
    }
    const { id, balanceTransactionId } = outcome.value;
    if (!balanceTransactionId) throw new Error(`reversal ${id} has moved nothing`);
    const entry = entryReversed({ balanceTransactionId, currency, amount: reversal.amount });
    await insertEntry(tx, entry, { paymentId, providerId }, now);
    await settleDebt(tx, reversal.debtId, reversal.amount);
    await endReversal(tx, reversal.id, { status: 'succeeded', stripeReversalId: id, settledAt: now });
  });
}
