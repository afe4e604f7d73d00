import { entryE18, entryReturnedOwn } from '@/lib/payments/rules/ledger-operator';
import { ownPayoutMachine } from '@/lib/payments/rules/own-payout-status';
import { inTransaction } from '@/lib/server/db/transaction';
import type { PayoutView } from '@/lib/server/stripe/payouts';
import { toCurrency } from '@/lib/shared/money';
import { insertEntry } from '../repository';
import { lockOwnPayout, updateOwnPayout } from './repository';

const transitions = { pending: 'send', paid: 'arrive', failed: 'fail', canceled: 'fail' } as const;

/**
 * Books what the payment service says of a payout of the operator's money (E18), each movement once, and moves its status
 * forward; views that come in another order than they were read end in the same place.
 */
export async function noteOwnPayout(view: PayoutView, id: string, now: Date): Promise<void> {
  const { balanceTransactionId, returnTransactionId, amount } = view;
  const currency = toCurrency(view.currency);
  await inTransaction(async (tx) => {
    const payout = await lockOwnPayout(tx, id);
    if (!payout) throw new Error(`own payout ${id} vanished`);
    if (balanceTransactionId)
      await insertEntry(tx, entryE18({ balanceTransactionId, currency, amount }), {}, now);
    if (returnTransactionId) {
      const returned = { balanceTransactionId: returnTransactionId, currency, amount };
      await insertEntry(tx, entryReturnedOwn(returned), {}, now);
    }
    const next = ownPayoutMachine.next(payout.status, transitions[view.status], 'system');
    if (!next.ok) return;
    const status = next.value;
    const settledAt = status === 'paid' || status === 'failed' ? { settledAt: now } : {};
    await updateOwnPayout(tx, id, { status, stripePayoutId: view.id, ...settledAt });
  });
}
