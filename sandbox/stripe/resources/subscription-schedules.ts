import type { Stripe } from 'stripe';
import { z } from 'zod';
import { changeSubscription } from '@/sandbox/stripe/billing/invoice-flow';
import type { ScheduleRecord } from '@/sandbox/stripe/billing/records';
import { renderSchedule } from '@/sandbox/stripe/billing/subscription-view';
import type { Call } from '@/sandbox/stripe/call';
import { invalidParameter, invalidRequest, missingObject, missingReference } from '@/sandbox/stripe/errors';
import { newStripeId } from '@/sandbox/stripe/ids';
import { integer, none, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import { requireSubscription } from '@/sandbox/stripe/resources/subscriptions';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

const phase = z.strictObject({
  items: z.array(z.strictObject({ price: text, quantity: integer.optional() })).length(1),
  start_date: integer.optional(),
  end_date: integer.optional(),
  proration_behavior: z.enum(['none']).optional(),
} satisfies ParamsOf<Stripe.SubscriptionScheduleUpdateParams.Phase>);

const updateInput = z.strictObject({
  phases: z.array(phase).min(1).max(2),
  end_behavior: z.enum(['release']).optional(),
  proration_behavior: z.enum(['none']).optional(),
} satisfies ParamsOf<Stripe.SubscriptionScheduleUpdateParams>);

function requireSchedule(call: Call, id: string): ScheduleRecord {
  const record = call.store.schedules.find(id);
  if (record === undefined || record.account !== call.account)
    throw missingObject('subscription_schedule', id);
  return record;
}

function createFrom(call: Call, subscriptionId: string): ScheduleRecord {
  const subscription = requireSubscription(call, subscriptionId);
  if (subscription.schedule !== null) {
    throw invalidRequest(
      `You cannot migrate a subscription that is already attached to a schedule: ${subscription.schedule}.`,
    );
  }
  if (subscription.cancelAtPeriodEnd) {
    throw invalidRequest(
      'You cannot migrate a subscription that is set to cancel at period end to a schedule.',
    );
  }
  const record = call.store.schedules.save({
    id: newStripeId('sub_sched'),
    account: call.account,
    created: call.now,
    subscription: subscription.id,
    releasedSubscription: null,
    customer: subscription.customer,
    status: 'active',
    phases: [{ start: subscription.periodStart, end: subscription.periodEnd, price: subscription.price }],
    taxRates: subscription.taxRates,
    releasedAt: null,
    completedAt: null,
  });
  changeSubscription(call, subscription, { schedule: record.id });
  return record;
}

function toPhases(
  call: Call,
  old: ScheduleRecord,
  given: z.output<typeof updateInput>,
): ScheduleRecord['phases'] {
  let start = given.phases[0]?.start_date ?? old.phases[0]?.start ?? call.now;
  return given.phases.map(({ items: [item], end_date: end, start_date: from }, index) => {
    const price = item?.price ?? '';
    if (call.store.prices.find(price) === undefined)
      throw missingReference('price', price, `phases[${index}][items][0][price]`);
    if (end === undefined && index < given.phases.length - 1)
      throw invalidParameter('parameter_missing', `phases[${index}][end_date]`, 'Missing end_date.');
    const at = from ?? start;
    start = end ?? at;
    return { start: at, end: end ?? at, price };
  });
}

export const subscriptionScheduleRoutes: Route[] = [
  defineRoute(
    'POST',
    '/v1/subscription_schedules',
    z.strictObject({ from_subscription: text }),
    (call, _path, given) => renderSchedule(call.store, createFrom(call, given.from_subscription)),
  ),
  defineRoute('POST', '/v1/subscription_schedules/:id', updateInput, (call, path, given) => {
    const old = requireSchedule(call, path.id);
    if (old.status !== 'active')
      throw invalidRequest(
        `You cannot update a subscription schedule that is in the \`${old.status}\` status.`,
      );
    const record = call.store.schedules.save({ ...old, phases: toPhases(call, old, given) });
    return renderSchedule(call.store, record);
  }),
  defineRoute('POST', '/v1/subscription_schedules/:id/release', none, (call, path) => {
    const old = requireSchedule(call, path.id);
    if (old.status !== 'active' || old.subscription === null) {
      throw invalidRequest(
        `You cannot release a subscription schedule that is in the \`${old.status}\` status.`,
      );
    }
    const record = call.store.schedules.save({
      ...old,
      status: 'released',
      releasedAt: call.now,
      releasedSubscription: old.subscription,
      subscription: null,
    });
    changeSubscription(call, requireSubscription(call, old.subscription), { schedule: null });
    return renderSchedule(call.store, record);
  }),
  defineRoute('GET', '/v1/subscription_schedules/:id', none, (call, path) =>
    renderSchedule(call.store, requireSchedule(call, path.id)),
  ),
];
