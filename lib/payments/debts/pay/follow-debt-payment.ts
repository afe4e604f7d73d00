import { entryDebtPaid } from '@/lib/payments/rules/ledger-operator';
import { inTransaction } from '@/lib/server/db/transaction';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { isId } from '@/lib/shared/ids';
import { insertEntry } from '../../repository';
import { settleDebt } from '../repository';
import { endDebtPayment, listParts, lockDebtPayment } from './repository';

/**
 * Follows what became of an intent on the page for debts, read anew from the payment service: once the money is there it is
 * booked (E19), and each debt it was for is settled by its part.
 */
export async function followDebtPayment(intentId: string, now: Date): Promise<void> {
  const intent = await stripeGateway().retrieveIntent(intentId);
  const { debtPaymentId = '' } = intent.metadata;
  const { funds } = intent;
  if (!isId(debtPaymentId) || intent.status !== 'succeeded' || !funds) return;
  await inTransaction(async (tx) => {
    const payment = await lockDebtPayment(tx, debtPaymentId);
    if (!payment || payment.status === 'paid') return;
    const { id, providerId, amount, currency } = payment;
    // A page is ended only after the payment service has closed it, and its amount is ours.
    if (payment.status === 'ended' || intent.amountReceived !== amount || intent.currency !== currency)
      throw new Error(`payment of debts ${id} does not fit its intent ${intentId}`);
    const { balanceTransactionId, fee, availableAt } = funds;
    const entry = entryDebtPaid({ balanceTransactionId, currency, amount, fee });
    await insertEntry(tx, entry, { paymentId: null, providerId }, now);
    for (const part of await listParts(tx, id)) await settleDebt(tx, part.debtId, part.amount);
    const charged = {
      paymentIntentId: intentId,
      balanceTransactionId,
      stripeFee: fee,
      availableOn: availableAt,
    };
    await endDebtPayment(tx, id, now, charged);
  });
}
