import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import type { SubscriptionView } from '@/lib/server/stripe/billing';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { type StripeFailure, type StripeOutcome, serviceFault } from '@/lib/server/stripe/outcome';
import { err, ok, type Result } from '@/lib/shared/result';
import { applySubscription } from './apply-subscription';
import { findSubscription, lockLive, updateSubscription } from './repository';
import type { PlanSubscription } from './types';

/** A subscription that is paid for, as the payment service knows it. */
export type PaidSubscription = PlanSubscription & { stripeSubscriptionId: string; stripeItemId: string };

export type Change = {
  providerId: string;
  /** What is asked for, in a word; the same asked twice is one change. */
  asked: string;
  /** Whether it can be asked for now. */
  check: (subscription: PaidSubscription) => Result<unknown>;
  /** The plan that follows a cancellation. */
  pendingPlanCode?: string;
  call: (subscription: PaidSubscription, key: string) => Promise<StripeOutcome<SubscriptionView>>;
  now: Date;
};

function isPaid(subscription: PlanSubscription | null): subscription is PaidSubscription {
  return (
    subscription !== null &&
    subscription.status !== 'pending' &&
    subscription.stripeSubscriptionId !== null &&
    subscription.stripeItemId !== null
  );
}

/**
 * Changes a subscription at the payment service. What is asked and the key of its call are stored before it is made, so that
 * a second click or a try after a crash has no second effect; what came of it is applied as a webhook would.
 */
export async function changeSubscription(change: Change): Promise<Result<undefined>> {
  const begun = await begin(change);
  if (!begun.ok) return begun;
  const subscription = begun.value;
  const key = `ps:${subscription.id}:${subscription.changeAttempt}`;
  try {
    const outcome = await change.call(subscription, key);
    const facts = outcome.ok
      ? outcome.value
      : await stripeGateway().retrieveSubscription(subscription.stripeSubscriptionId);
    await settle(subscription, facts, change.now);
    return outcome.ok ? ok() : refused(subscription, outcome.failure);
  } catch (error) {
    const fault = serviceFault(error);
    if (!fault) throw error;
    log.warn({ err: error, subscription: subscription.id }, 'payment service not reached');
    if (fault === 'broken') await settleBroken(subscription, change.now);
    return err('payment.serviceUnavailable');
  }
}

/** What came of a change is applied; the next one is another. */
async function settle(asked: PaidSubscription, facts: SubscriptionView, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await applySubscription(tx, asked.id, facts, now);
    const current = await findSubscription(tx, asked.id);
    const isLatest = current?.changeAttempt === asked.changeAttempt;
    if (current && isLatest) await updateSubscription(tx, current, { asked: null });
  });
}

/** A broken answer is repeated for its key: what it did is read, and the next try has a key of its own. */
async function settleBroken(asked: PaidSubscription, now: Date): Promise<void> {
  try {
    await settle(asked, await stripeGateway().retrieveSubscription(asked.stripeSubscriptionId), now);
  } catch (error) {
    if (!serviceFault(error)) throw error;
    log.warn({ err: error, subscription: asked.id }, 'subscription not read');
  }
}

function begin({ providerId, asked, check, pendingPlanCode }: Change): Promise<Result<PaidSubscription>> {
  return inTransaction(async (tx) => {
    const live = await lockLive(tx, providerId);
    if (!isPaid(live)) return err('plan.notPaid');
    const checked = check(live);
    if (!checked.ok) return checked;
    const isAgain = live.asked === asked;
    const written = await updateSubscription(tx, live, {
      asked,
      ...(isAgain ? {} : { changeAttempt: live.changeAttempt + 1 }),
      ...(pendingPlanCode === undefined ? {} : { pendingPlanCode }),
    });
    return isPaid(written) ? ok(written) : err('common.conflict');
  });
}

function refused({ id }: PaidSubscription, { reason, message }: StripeFailure): Result<never> {
  if (reason === 'cardDeclined' || reason === 'authenticationRequired') return err('plan.cardDeclined');
  log.warn({ subscription: id, reason, says: message }, 'change of a plan refused');
  return err('common.conflict');
}

/** Nothing is planned any more: neither another plan nor an end. Part of changes that plan something else. */
export async function dropPlans(
  subscription: PaidSubscription,
  key: string,
): Promise<StripeOutcome<SubscriptionView>> {
  const stripe = stripeGateway();
  const { stripeSubscriptionId: subscriptionId, stripeScheduleId, cancelAt } = subscription;
  if (stripeScheduleId !== null) {
    const dropped = await stripe.dropSchedule(stripeScheduleId, `${key}:drop`);
    // What is done already has nothing to be dropped.
    if (!dropped.ok && dropped.failure.reason !== 'refused') return dropped;
  }
  if (cancelAt !== null) return stripe.setPlanEnd({ key: `${key}:resume`, subscriptionId, ends: false });
  return { ok: true, value: await stripe.retrieveSubscription(subscriptionId) };
}
