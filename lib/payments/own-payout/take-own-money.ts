import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { enqueue } from '@/lib/server/jobs/boss';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { err, ok, type Result } from '@/lib/shared/result';
import { sumAccounts } from '../oversight/repository';
import { readOwnMoney } from './read-own-money';
import { insertOwnPayout, lockOwnPayouts } from './repository';

/**
 * The operator takes its own money to its bank, in minor units: never what clients and advisors are owed, VAT, fees paid in
 * advance, refunds under way, or what the payment service keeps back (`payment.notOwn`).
 */
export async function takeOwnMoney(
  actor: Actor,
  { amount }: { amount: number },
): Promise<Result<{ amount: number }>> {
  if (actor.kind !== 'account' || !can(actor, 'payment:refund', null)) return err('common.notFound');
  const now = await clock();
  const currency = env().CURRENCY;
  const balances = await stripeGateway().balance();
  const reserved = balances.find((balance) => balance.currency === currency)?.reserved ?? 0;
  return inTransaction(async (tx) => {
    await lockOwnPayouts(tx);
    const own = await readOwnMoney(tx, await sumAccounts(tx), reserved);
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > own) return err('payment.notOwn', { own });
    const payoutId = await insertOwnPayout(tx, { amount, currency, requestedBy: actor.accountId }, now);
    await recordAudit(tx, {
      at: now,
      party: 'admin',
      accountId: actor.accountId,
      action: 'payment.takeOwnMoney',
      subjectType: 'ownPayout',
      subjectId: payoutId,
    });
    await enqueue(tx, 'payout.own', { payoutId });
    return ok({ amount });
  });
}
