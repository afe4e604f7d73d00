import { graceUntil } from '@/lib/plans/rules/grace';
import { defaultPlanCode } from '@/lib/plans/rules/plans';
import { stepsTo, type SubscriptionTransition } from '@/lib/plans/rules/subscription-status';
import type { Tx } from '@/lib/server/db/client';
import type { SubscriptionView } from '@/lib/server/stripe/billing';
import { moveSubscription } from './move-subscription';
import { isFreePlan, isKnownPlan, lockSubscription, setPlan, updateSubscription } from './repository';
import { tellOwner } from './tell-owner';
import type { PlanSubscription } from './types';

const bySystem = { party: 'system', accountId: null } as const;

/**
 * Brings a subscription, and the plan of its provider, to what the payment service says, and tells the owner what is new.
 * The same facts twice, late or in another order end in the same place; one that is over stays so.
 */
export async function applySubscription(
  tx: Tx,
  id: string,
  facts: SubscriptionView,
  now: Date,
): Promise<void> {
  const before = await lockSubscription(tx, id);
  if (!before || before.status === 'ended') return;
  if (before.stripeSubscriptionId !== null && before.stripeSubscriptionId !== facts.id)
    throw new Error(`subscription ${id} is ${before.stripeSubscriptionId}, not ${facts.id}`);
  const steps = stepsTo(before.status, facts.status);
  if (before.status === 'pending' && steps.length === 0) return;
  let current = await keepFacts(tx, before, facts, steps[0]);
  for (const transition of steps) current = await step(tx, current, transition, facts, now);
  if (current.status === 'ended') return end(tx, { before, current, facts });
  await setPlan(tx, current.providerId, current.planCode);
  await tellWhatIsNew(tx, before, current);
}

/** Terms and dates as they are said; the first move writes them together with the status that needs them. */
async function keepFacts(
  tx: Tx,
  before: PlanSubscription,
  facts: SubscriptionView,
  first: SubscriptionTransition | undefined,
): Promise<PlanSubscription> {
  if (first === 'begin') return before;
  const kept = await updateSubscription(tx, before, await termsOf(tx, before, facts));
  if (!kept) throw new Error(`subscription ${before.id} changed while it was locked`);
  return kept;
}

async function termsOf(tx: Tx, before: PlanSubscription, facts: SubscriptionView) {
  const { planCode, nextPlanCode } = facts;
  return {
    stripeSubscriptionId: facts.id,
    stripeItemId: facts.itemId,
    stripeScheduleId: facts.scheduleId,
    ...(planCode && (await isKnownPlan(tx, planCode)) && { planCode }),
    feeAmount: facts.feeAmount,
    currency: facts.currency,
    isTaxed: facts.isTaxed,
    periodStart: facts.periodStart,
    periodEnd: facts.periodEnd,
    cancelAt: facts.cancelAt,
    pendingPlanCode: nextPlanCode ?? (facts.cancelAt ? before.pendingPlanCode : null),
  };
}

async function step(
  tx: Tx,
  subscription: PlanSubscription,
  transition: SubscriptionTransition,
  facts: SubscriptionView,
  now: Date,
): Promise<PlanSubscription> {
  const move = { subscription, transition, by: bySystem, now };
  if (transition === 'begin') {
    const terms = await termsOf(tx, subscription, facts);
    return moveSubscription(tx, {
      ...move,
      data: { ...terms, startedAt: facts.startedAt, checkoutUrl: null, pendingPlanCode: facts.nextPlanCode },
    });
  }
  // The renewal that failed was that of the period that runs: late news do not make the days of grace longer.
  if (transition === 'fallBehind')
    return moveSubscription(tx, { ...move, data: { pastDueSince: facts.periodStart } });
  const over = { pastDueSince: null, remindedAt: null };
  if (transition === 'end')
    return moveSubscription(tx, { ...move, data: { ...over, endedAt: facts.endedAt ?? now } });
  return moveSubscription(tx, { ...move, data: over });
}

type Ended = { before: PlanSubscription; current: PlanSubscription; facts: SubscriptionView };

/** What was paid for is over: the free plan that was chosen for afterwards, else the one that everybody has. */
async function end(tx: Tx, { before, current, facts }: Ended): Promise<void> {
  const chosen = before.pendingPlanCode;
  const next = chosen && (await isFreePlan(tx, chosen)) ? chosen : defaultPlanCode;
  await setPlan(tx, current.providerId, next);
  const isUnpaid = before.status === 'past_due' || facts.status === 'pastDue';
  await tellOwner(tx, current, isUnpaid ? 'fallenBack' : 'ended', { next });
}

async function tellWhatIsNew(tx: Tx, before: PlanSubscription, current: PlanSubscription): Promise<void> {
  const { periodEnd, cancelAt, pendingPlanCode, pastDueSince } = current;
  if (before.status === 'pending') await tellOwner(tx, current, 'started', { until: periodEnd });
  if (pastDueSince && !before.pastDueSince)
    await tellOwner(tx, current, 'pastDue', { until: graceUntil(pastDueSince) });
  if (before.status === 'pending') return;
  if (before.planCode !== current.planCode) await tellOwner(tx, current, 'changed', { until: periodEnd });
  if (cancelAt && !before.cancelAt)
    return tellOwner(tx, current, 'cancelled', {
      until: cancelAt,
      next: pendingPlanCode ?? defaultPlanCode,
    });
  const wasPlanned = before.cancelAt !== null || before.pendingPlanCode !== null;
  if (!cancelAt && pendingPlanCode && pendingPlanCode !== before.pendingPlanCode)
    return tellOwner(tx, current, 'planned', { until: periodEnd, next: pendingPlanCode });
  if (wasPlanned && !cancelAt && !pendingPlanCode && before.planCode === current.planCode)
    await tellOwner(tx, current, 'resumed', { until: periodEnd });
}
