import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { money, toCurrency } from '@/lib/shared/money';
import { addHours } from '@/lib/shared/time';
import { noteOwnPayout } from './note-own-payout';
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
  if (outcome.ok) return noteOwnPayout(outcome.value, payoutId, now);
  log.error({ payout: payoutId, says: outcome.failure.message }, 'own payout failed');
  await inTransaction((tx) => updateOwnPayout(tx, payoutId, { status: 'failed', settledAt: now }));
}
