import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { entryE18, entryReturnedOwn } from '@/lib/payments/rules/ledger-operator';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { PayoutView } from '@/lib/server/stripe/payouts';
import { money, toCurrency } from '@/lib/shared/money';
import { addHours } from '@/lib/shared/time';
import { insertEntry } from '../repository';
import { findOwnPayout, updateOwnPayout } from './repository';

/** The service forgets a key after 24 hours; from then on what the call did has to be looked up. */
const keyLifetimeHours = 23;

/** Sends the operator's money to its bank (E18). It may run twice: the key makes the service answer the same. */
export async function sendOwnMoney({ payoutId }: { payoutId: string }): Promise<void> {
  const payout = await findOwnPayout(db(), { id: payoutId });
  if (payout?.status !== 'requested') return;
  const now = await clock();
  const stripe = stripeGateway();
  const isOld = addHours(payout.createdAt, keyLifetimeHours) <= now;
  const made = isOld ? await stripe.listPayouts(payout.createdAt) : [];
  const lost = made.find(({ metadata }) => metadata.payoutId === payoutId);
  const outcome = lost
    ? { ok: true as const, value: lost }
    : await stripe.payOutPlatform({
        key: idempotencyKey.ownPayout(payoutId),
        amount: money(payout.amount, toCurrency(payout.currency)),
        metadata: { payoutId },
      });
  if (outcome.ok) return note(outcome.value, payoutId, now);
  log.error({ payout: payoutId, says: outcome.failure.message }, 'own payout failed');
  await inTransaction((tx) => updateOwnPayout(tx, payoutId, { status: 'failed', settledAt: now }));
}

/** What became of a payout of the platform: arrived, or sent back by the bank. */
export async function refreshOwnPayout(stripePayoutId: string, now: Date): Promise<void> {
  const payout = await findOwnPayout(db(), { stripePayoutId });
  if (payout) await note(await stripeGateway().retrievePayout(stripePayoutId), payout.id, now);
}

async function note(view: PayoutView, id: string, now: Date): Promise<void> {
  const { balanceTransactionId, returnTransactionId, amount } = view;
  const currency = toCurrency(view.currency);
  await inTransaction(async (tx) => {
    if (balanceTransactionId)
      await insertEntry(tx, entryE18({ balanceTransactionId, currency, amount }), {}, now);
    if (returnTransactionId) {
      const returned = { balanceTransactionId: returnTransactionId, currency, amount };
      await insertEntry(tx, entryReturnedOwn(returned), {}, now);
    }
    const hasFailed = view.status === 'failed' || view.status === 'canceled';
    const status = hasFailed ? 'failed' : view.status === 'paid' ? 'paid' : 'sent';
    await updateOwnPayout(tx, id, {
      status,
      stripePayoutId: view.id,
      ...(status !== 'sent' && { settledAt: now }),
    });
  });
}
