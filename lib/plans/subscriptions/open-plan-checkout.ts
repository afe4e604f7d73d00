import { fingerprint } from '@/lib/payments/fingerprint';
import { db, type Tx } from '@/lib/server/db/client';
import { isConstraintViolation } from '@/lib/server/db/errors';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { serviceFault } from '@/lib/server/stripe/outcome';
import { err, ok, type Result } from '@/lib/shared/result';
import { addHours } from '@/lib/shared/time';
import { followBilling } from './follow-billing';
import { planTax, withPlanCustomer } from './plan-customer';
import { type PaidPlan, planPrice } from './plan-price';
import { findLive, insertSubscription, lockLive, updateSubscription } from './repository';
import type { PlanBuyer, PlanSubscription } from './types';

export type PlanCheckoutRequest = {
  locale: 'fr' | 'ru' | 'de' | 'en';
  successUrl: string;
  cancelUrl: string;
  now: Date;
};

/** A hosted page lives for 24 hours; shortly before, a new one is opened. */
const checkoutLivesHours = 23;

/**
 * Opens the hosted page on which a plan is paid, or returns the one that is open: a second click, another tab and a race
 * meet the same one. Another plan than before ends the page of that one first, so that never two can be paid.
 * `plan.alreadyPaid` when a plan is paid already, `payment.serviceUnavailable` when the service does not answer.
 */
export async function openPlanCheckout(
  buyer: PlanBuyer,
  plan: PaidPlan,
  request: PlanCheckoutRequest,
): Promise<Result<{ url: string }>> {
  let choice: PlanSubscription | undefined;
  try {
    const begun = await beginChoice(buyer, plan, request.now);
    if (!begun.ok) return begun;
    choice = begun.value;
    const { checkoutUrl } = choice;
    return checkoutUrl ? ok({ url: checkoutUrl }) : await callService(buyer, plan, choice, request);
  } catch (error) {
    const fault = serviceFault(error);
    if (!fault) throw error;
    log.warn({ err: error }, 'payment service not reached');
    // A broken answer is repeated for its key, and nobody has seen its page: the next try opens another one.
    if (fault === 'broken' && choice)
      await updateSubscription(db(), choice, { checkoutAttempt: choice.checkoutAttempt + 1 });
    return err('payment.serviceUnavailable');
  }
}

function isSame(live: PlanSubscription, plan: PaidPlan, now: Date): boolean {
  const { checkoutOpenedAt } = live;
  const isStale = checkoutOpenedAt !== null && addHours(checkoutOpenedAt, checkoutLivesHours) <= now;
  return live.planCode === plan.code && live.feeAmount === plan.fee.amount && !isStale;
}

/** The row of what was chosen: a new one, the one that is there, or that one turned to another plan. */
async function beginChoice(buyer: PlanBuyer, plan: PaidPlan, now: Date): Promise<Result<PlanSubscription>> {
  const live = await findLive(db(), buyer.providerId);
  if (!live) return insertChoice(buyer, plan, now);
  if (live.status !== 'pending') return err('plan.alreadyPaid');
  if (isSame(live, plan, now)) return ok(live);
  if (!(await closeCheckout(live, now))) return err('plan.alreadyPaid');
  const turned = await updateSubscription(db(), live, {
    planCode: plan.code,
    feeAmount: plan.fee.amount,
    checkoutAttempt: live.checkoutAttempt + 1,
    checkoutSessionId: null,
    checkoutUrl: null,
    checkoutOpenedAt: null,
  });
  return turned ? ok(turned) : err('common.conflict');
}

async function insertChoice(
  { providerId }: PlanBuyer,
  plan: PaidPlan,
  now: Date,
): Promise<Result<PlanSubscription>> {
  const { amount: feeAmount, currency } = plan.fee;
  try {
    return ok(
      await inTransaction((tx) =>
        insertSubscription(tx, { providerId, planCode: plan.code, feeAmount, currency, createdAt: now }),
      ),
    );
  } catch (error) {
    if (!isConstraintViolation(error, 'plan_subscription_one_live')) throw error;
    // Another click was faster by a moment: its row is the one.
    const live = await findLive(db(), providerId);
    return live && isSame(live, plan, now) ? ok(live) : err('common.conflict');
  }
}

/** Ends the page that is open; false when it was paid meanwhile, which is followed at once. */
export async function closeCheckout(live: PlanSubscription, now: Date): Promise<boolean> {
  const sessionId = live.checkoutSessionId;
  if (sessionId === null) return true;
  const closed = await stripeGateway().expireCheckout(sessionId, `plx:${sessionId}`);
  if (closed.ok) return true;
  const { status, subscriptionId } = await stripeGateway().retrieveCheckout(sessionId);
  if (status !== 'complete') return true;
  if (subscriptionId) await followBilling({ subscriptionId }, now);
  return false;
}

async function callService(
  buyer: PlanBuyer,
  plan: PaidPlan,
  choice: PlanSubscription,
  { locale, successUrl, cancelUrl, now }: PlanCheckoutRequest,
): Promise<Result<{ url: string }>> {
  const attempt = `${choice.id}:${choice.checkoutAttempt}`;
  const words = {
    locale,
    successUrl,
    cancelUrl,
    metadata: { providerId: buyer.providerId, planSubscriptionId: choice.id },
    priceId: await planPrice(plan),
    taxRateId: await planTax(buyer),
  };
  const { id, url } = await withPlanCustomer(buyer, attempt, (customerId) => {
    const said = { customerId, ...words };
    const key = `pl:${attempt}:${fingerprint(said)}`;
    return stripeGateway().openPlanCheckout({ key, ...said });
  });
  if (!url) return err('payment.serviceUnavailable');
  const kept = await inTransaction((tx) => keepPage(tx, choice, { id, url }, now));
  if (kept === id) return ok({ url });
  await stripeGateway().expireCheckout(id, `plx:${id}`);
  return err('common.conflict');
}

/** The page that counts: this one, unless the choice was turned elsewhere while the service was asked. */
async function keepPage(
  tx: Tx,
  choice: PlanSubscription,
  page: { id: string; url: string },
  now: Date,
): Promise<string | null> {
  const live = await lockLive(tx, choice.providerId);
  const isCurrent = live?.id === choice.id && live.checkoutAttempt === choice.checkoutAttempt;
  if (!live || !isCurrent || live.status !== 'pending') return null;
  if (live.checkoutSessionId !== null) return live.checkoutSessionId;
  await updateSubscription(tx, live, {
    checkoutSessionId: page.id,
    checkoutUrl: page.url,
    checkoutOpenedAt: now,
  });
  return page.id;
}
