import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { subjectColumns, subjectId } from '@/lib/payments/rules/subject';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { StripeOutcome } from '@/lib/server/stripe/outcome';
import type { TransferView } from '@/lib/server/stripe/transfers';
import { money } from '@/lib/shared/money';
import { findConnectAccount } from '../connect/repository';
import { noteNotTransferred, noteTransferred } from '../payouts/note-transfer';
import { lockPayment } from '../repository';
import type { StripeCallRecord } from '../stripe-calls';
import type { PaymentRecord } from '../types';
import { failureOf, isKeyOld, type Made } from './made';

/**
 * Sends the advisor's part, less what they owe. A charge that was disputed before the first try is not transferred; what
 * was tried before is asked for again, since it may have been made. What the bank has decided by then follows from the facts.
 */
export async function makeTransfer(call: StripeCallRecord, payment: PaymentRecord, now: Date): Promise<Made> {
  const isFirst = call.firstTriedAt === null;
  if (isFirst && payment.status === 'disputed') {
    await inTransaction(async (tx) => {
      const current = await lockPayment(tx, { id: payment.id });
      if (current && isPresent(call, current)) await noteNotTransferred(tx, current, 'disputed', now);
    });
    return { failure: null, intentId: payment.paymentIntentId };
  }
  const account = await findConnectAccount(db(), payment.providerId);
  if (!account || !payment.chargeId) throw new Error(`payment ${payment.id} cannot be transferred`);
  const lost = isKeyOld(call, now) ? await findLost(payment) : undefined;
  const outcome = lost ?? (await send(call, payment, account.stripeAccountId, payment.chargeId));
  const isDisputed = await inTransaction(async (tx) => {
    const current = await lockPayment(tx, { id: payment.id });
    // A late answer to an attempt before says nothing of the present one.
    if (!current || !isPresent(call, current)) return false;
    if (outcome.ok) await noteTransferred(tx, current, outcome.value, now);
    else await noteNotTransferred(tx, current, outcome.failure.reason, now);
    return current.status === 'disputed';
  });
  return { failure: failureOf(outcome), intentId: isDisputed ? payment.paymentIntentId : null };
}

function isPresent(
  call: StripeCallRecord,
  { id, status, disputedFrom, transferAttempt }: PaymentRecord,
): boolean {
  const isUnderWay = status === 'in_payout' || (status === 'disputed' && disputedFrom === 'in_payout');
  return isUnderWay && call.idempotencyKey === idempotencyKey.transfer(id, transferAttempt);
}

/** A transfer that was made though its answer was lost: one a booking or seat. */
async function findLost(payment: PaymentRecord): Promise<StripeOutcome<TransferView> | undefined> {
  const transfers = await stripeGateway().listTransfers(subjectId(payment.subject));
  const made = transfers.find(
    ({ metadata, amount, amountReversed }) => metadata.paymentId === payment.id && amountReversed < amount,
  );
  return made && { ok: true, value: made };
}

function send(
  call: StripeCallRecord,
  payment: PaymentRecord,
  accountId: string,
  chargeId: string,
): Promise<StripeOutcome<TransferView>> {
  return stripeGateway().transferToProvider({
    key: call.idempotencyKey,
    amount: money(payment.advisorAmount - payment.nettedAmount, payment.currency),
    accountId,
    chargeId,
    transferGroup: subjectId(payment.subject),
    metadata: { paymentId: payment.id, ...subjectColumns(payment.subject) },
  });
}
