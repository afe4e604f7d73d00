import type { Actor } from '@/lib/access/actor';
import { planChange } from '@/lib/plans/rules/plan-change';
import type { PlanView } from '@/lib/plans/types';
import { findPlan } from '@/lib/plans/repository';
import { asPracticeOwner } from '@/lib/profiles/own-provider';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeSubscription, dropPlans, type PaidSubscription } from './change-subscription';
import { dropPending } from './drop-choice';
import { openPlanCheckout, type PlanCheckoutRequest } from './open-plan-checkout';
import { isPaidPlan, type PaidPlan, planPrice } from './plan-price';
import { findBuyer, findLive, setPlan } from './repository';
import type { PlanBuyer, PlanSubscription } from './types';

/** What choosing a plan leads to: a page to pay on, or that it was done, at once or for when the period is over. */
export type Chosen = { url: string | null; isPlanned: boolean };

/**
 * The owner of a practice goes over to another plan. One that costs nothing is held at once, one that costs something when
 * it is paid; from one to another up at once, down when the period is over. `plan.notOffered` for what is not sold,
 * `plan.alreadyHeld`, `plan.cardDeclined`, `provider.suspended` for a practice that an admin has closed.
 */
export async function choosePlan(
  actor: Actor,
  { planCode }: { planCode: string },
  request: Omit<PlanCheckoutRequest, 'now'>,
): Promise<Result<Chosen>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  const now = await clock();
  const providerId = owner.value.provider.id;
  const [buyer, plan] = await Promise.all([findBuyer(db(), providerId), findPlan(db(), planCode)]);
  if (!buyer) return err('common.notFound');
  if (buyer.isClosed) return err('provider.suspended');
  if (!plan?.isActive) return err('plan.notOffered');
  const live = await findLive(db(), providerId);
  if (buyer.planCode === planCode && isSettled(live)) return err('plan.alreadyHeld');
  return changeTo({ buyer, plan, live, now }, { ...request, now });
}

/** Nothing is waiting to be paid, and nothing else is planned. */
function isSettled(live: PlanSubscription | null): boolean {
  return live === null || (live.status !== 'pending' && !live.cancelAt && !live.pendingPlanCode);
}

type Choice = { buyer: PlanBuyer; plan: PlanView; live: PlanSubscription | null; now: Date };

async function changeTo(choice: Choice, request: PlanCheckoutRequest): Promise<Result<Chosen>> {
  const { buyer, plan, live, now } = choice;
  const held = live && live.status !== 'pending' ? await findPlan(db(), live.planCode) : null;
  const paid = held && live ? { feeAmount: live.feeAmount, feeInterval: held.feeInterval } : null;
  if (held?.code === plan.code) return keepHeld(buyer, now);
  const change = planChange(paid, { feeAmount: plan.fee.amount, feeInterval: plan.feeInterval });
  if (change === 'free') return holdFreePlan(choice);
  if (change === 'endThenFree') return planned(await endFor(buyer.providerId, plan.code, now));
  if (!isPaidPlan(plan)) return err('plan.notOffered');
  if (change === 'subscribe') {
    const opened = await openPlanCheckout(buyer, plan, request);
    return opened.ok ? ok({ url: opened.value.url, isPlanned: false }) : opened;
  }
  return change === 'now' ? upgrade(buyer, plan, now) : planned(await downgrade(buyer, plan, now));
}

function planned(result: Result<undefined>): Result<Chosen> {
  return result.ok ? ok({ url: null, isPlanned: true }) : result;
}

/** The plan that is held is to stay: whatever was planned instead is dropped. */
async function keepHeld({ providerId }: PlanBuyer, now: Date): Promise<Result<Chosen>> {
  const result = await changeSubscription({
    providerId,
    asked: 'keep',
    check: () => ok(),
    call: dropPlans,
    now,
  });
  return result.ok ? ok({ url: null, isPlanned: false }) : result;
}

async function holdFreePlan({ buyer, plan, live, now }: Choice): Promise<Result<Chosen>> {
  const { providerId, accountId, planCode: from } = buyer;
  if (live?.status === 'pending') {
    const dropped = await dropPending(live, { accountId, now });
    if (!dropped.ok) return dropped;
  }
  if (from === plan.code) return ok({ url: null, isPlanned: false });
  await inTransaction(async (tx) => {
    await setPlan(tx, providerId, plan.code);
    await recordAudit(tx, {
      at: now,
      party: 'provider',
      accountId,
      action: 'provider.plan',
      subjectType: 'provider',
      subjectId: providerId,
      from,
      to: plan.code,
    });
  });
  return ok({ url: null, isPlanned: false });
}

/** Ends with the period; then `next`, which costs nothing. */
export function endFor(providerId: string, next: string, now: Date): Promise<Result<undefined>> {
  return changeSubscription({
    providerId,
    asked: `end:${next}`,
    check: ({ status }) => (status === 'past_due' ? err('plan.pastDue') : ok()),
    pendingPlanCode: next,
    call: async (subscription, key) => {
      const dropped = await dropPlans(subscription, key);
      if (!dropped.ok) return dropped;
      const { stripeSubscriptionId: subscriptionId } = subscription;
      return stripeGateway().setPlanEnd({ key, subscriptionId, ends: true });
    },
    now,
  });
}

/** While something is owed nothing is changed: it is paid first, or ends by itself. */
function checkPaid({ status }: PaidSubscription): Result<undefined> {
  return status === 'past_due' ? err('plan.pastDue') : ok();
}

async function upgrade({ providerId }: PlanBuyer, plan: PaidPlan, now: Date): Promise<Result<Chosen>> {
  const priceId = await planPrice(plan);
  const result = await changeSubscription({
    providerId,
    asked: `now:${priceId}`,
    check: checkPaid,
    call: async (subscription, key) => {
      const dropped = await dropPlans(subscription, key);
      if (!dropped.ok) return dropped;
      const { stripeSubscriptionId: subscriptionId, stripeItemId: itemId } = subscription;
      return stripeGateway().changePlanPrice({ key, subscriptionId, itemId, priceId });
    },
    now,
  });
  return result.ok ? ok({ url: null, isPlanned: false }) : result;
}

async function downgrade({ providerId }: PlanBuyer, plan: PaidPlan, now: Date): Promise<Result<undefined>> {
  const priceId = await planPrice(plan);
  return changeSubscription({
    providerId,
    asked: `later:${priceId}`,
    check: checkPaid,
    call: async (subscription, key) => {
      const dropped = await dropPlans(subscription, key);
      if (!dropped.ok) return dropped;
      const { stripeSubscriptionId: subscriptionId } = subscription;
      return stripeGateway().schedulePlanPrice({ key, subscriptionId, priceId });
    },
    now,
  });
}
