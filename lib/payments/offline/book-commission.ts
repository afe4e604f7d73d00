import { bookedSplit, splitColumns } from '@/lib/payments/rules/advisor-share';
import { changeSplit, invoiceMonth, totalOf } from '@/lib/payments/rules/commission';
import { entryOffline } from '@/lib/payments/rules/ledger-operator';
import { commissionDueAt } from '@/lib/payments/rules/payout';
import type { Tx } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { insertDebt, listDebtsOfPayment, lowerDebt } from '../debts/repository';
import { insertEntry, lockCommissionMonth, updateCommissionMonth } from '../repository';
import type { PaymentRecord } from '../types';

/**
 * Brings the commission on what was paid outside the platform to what was earned so far (E16): the amounts recorded, from
 * the session on. It is owed by the advisor and stands on the month's invoice. `reference` names why, once. Returns the
 * parts as columns of the payment; they stay as they are where the operator takes no such commission.
 */
export async function bookCommission(
  tx: Tx,
  payment: PaymentRecord,
  { earned, reference }: { earned: number; reference: string },
  now: Date,
): Promise<ReturnType<typeof splitColumns>> {
  const split = bookedSplit(payment);
  const isTaken = env().OFF_PLATFORM_COMMISSION || totalOf(split) > 0;
  if (!isTaken || earned === totalOf(split)) return splitColumns(split);
  const { id: paymentId, providerId, currency, terms } = payment;
  const zone = env().OPERATOR_TIME_ZONE;
  const month = invoiceMonth(now, zone);
  const sofar = await lockCommissionMonth(tx, providerId, month);
  const { left, taken, month: after } = changeSplit(split, earned, terms, sofar);
  await updateCommissionMonth(tx, providerId, month, after);
  const commission = -taken.commission;
  const vat = -taken.vat;
  const entry = entryOffline({ recordId: reference, currency, commission, vat });
  if (entry.lines.length > 0) await insertEntry(tx, entry, { paymentId, providerId }, now);
  const amount = commission + vat;
  if (amount > 0) {
    const kind = 'offline_commission' as const;
    const dueAt = commissionDueAt(now, zone);
    await insertDebt(
      tx,
      { providerId, paymentId, kind, amount, currency, reference: entry.externalRef, dueAt },
      now,
    );
  } else if (amount < 0) await lower(tx, paymentId, -amount);
  return splitColumns(left);
}

/** What is not owed any more comes off the debts it had made, the latest first. Throws when one was settled meanwhile. */
async function lower(tx: Tx, paymentId: string, amount: number): Promise<void> {
  let left = amount;
  for (const { id, open } of await listDebtsOfPayment(tx, paymentId, 'offline_commission')) {
    const part = Math.min(left, open);
    if (part > 0) await lowerDebt(tx, id, part);
    left -= part;
  }
  if (left > 0) throw new Error(`payment ${paymentId}: commission of ${left} was settled already`);
}

/** Whether the commission of a payment is still open, so that what it is on can be changed. */
export async function isCommissionOpen(tx: Tx, paymentId: string): Promise<boolean> {
  const debts = await listDebtsOfPayment(tx, paymentId, 'offline_commission');
  return debts.every(({ settled, underWay }) => settled === 0 && underWay === 0);
}
