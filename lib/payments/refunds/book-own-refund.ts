import { entryByHandBounced, entryGivenBackByHand } from '@/lib/payments/rules/ledger-operator';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import type { RefundView } from '@/lib/server/stripe/refunds';
import { toCurrency } from '@/lib/shared/money';
import { insertEntry } from '../repository';

/**
 * A charge that is of no booking and no seat, that of a plan or of debts, was given back by hand at the payment service
 * (E20): the operator's cost; the plan goes on, and nothing is owed again. Each movement is booked once, whenever and however
 * often it is told.
 */
export async function bookOwnRefund(refund: RefundView, now: Date): Promise<void> {
  const { amount, balanceTransactionId, returnTransactionId } = refund;
  const currency = toCurrency(refund.currency);
  await inTransaction(async (tx) => {
    if (balanceTransactionId) {
      const given = entryGivenBackByHand({ balanceTransactionId, currency, amount });
      const isNew = await insertEntry(tx, given, {}, now);
      if (isNew) log.warn({ refund: refund.id }, 'charge of no session given back by hand');
    }
    if (returnTransactionId) {
      const bounced = entryByHandBounced({ balanceTransactionId: returnTransactionId, currency, amount });
      await insertEntry(tx, bounced, {}, now);
    }
  });
}
