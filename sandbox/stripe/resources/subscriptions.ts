import type { Stripe } from 'stripe';
import { z } from 'zod';
import { changeSubscription } from '@/sandbox/stripe/billing/invoice-flow';
import type { SubscriptionRecord } from '@/sandbox/stripe/billing/records';
import { changePrice, endSubscription } from '@/sandbox/stripe/billing/subscription-flow';
import { priceOf, renderSubscription } from '@/sandbox/stripe/billing/subscription-view';
import type { Call } from '@/sandbox/stripe/call';
import { invalidRequest, missingObject, missingReference } from '@/sandbox/stripe/errors';
import { flag, mergeMetadata, metadata, none, paging, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

export function requireSubscription(call: Call, id: string): SubscriptionRecord {
  const record = call.store.subscriptions.find(id);
  if (record === undefined || record.account !== call.account) throw missingObject('subscription', id);
  return record;
}

const updateInput = z.strictObject({
  items: z
    .array(z.strictObject({ id: text, price: text }))
    .length(1)
    .optional(),
  proration_behavior: z.enum(['always_invoice', 'none']).optional(),
  payment_behavior: z.enum(['error_if_incomplete']).optional(),
  billing_cycle_anchor: z.strictObject({ type: z.enum(['now', 'unchanged']) }).optional(),
  cancel_at_period_end: flag.optional(),
  default_payment_method: text.optional(),
  default_tax_rates: z.union([z.literal('').transform(() => []), z.array(text)]).optional(),
  metadata: metadata.optional(),
} satisfies ParamsOf<Stripe.SubscriptionUpdateParams>);

type UpdateInput = z.output<typeof updateInput>;

function checkTaxRates(call: Call, ids: readonly string[] | undefined): void {
  for (const id of ids ?? [])
    if (call.store.taxRates.find(id) === undefined)
      throw missingReference('tax rate', id, 'default_tax_rates');
}

function checkManaged(record: SubscriptionRecord, given: UpdateInput): void {
  if (record.schedule === null) return;
  if (given.items === undefined && given.cancel_at_period_end === undefined) return;
  throw invalidRequest(
    `The subscription is managed by the subscription schedule \`${record.schedule}\`, and updating it directly is not allowed. Please update the schedule instead.`,
  );
}

function withPrice(call: Call, old: SubscriptionRecord, given: UpdateInput): SubscriptionRecord {
  const [item] = given.items ?? [];
  if (item === undefined || item.price === old.price) return old;
  if (item.id !== old.item) throw missingReference('subscription item', item.id, 'items');
  const price = call.store.prices.find(item.price);
  if (price === undefined) throw missingReference('price', item.price, 'items[0][price]');
  const changesInterval = price.interval !== priceOf(call.store, old.price).interval;
  return changePrice(call, old, {
    price,
    bills: given.proration_behavior !== 'none',
    restarts: changesInterval || given.billing_cycle_anchor?.type === 'now',
  });
}

function update(call: Call, old: SubscriptionRecord, given: UpdateInput): SubscriptionRecord {
  if (old.status === 'canceled') {
    throw invalidRequest('A canceled subscription can only update its cancellation_details and metadata.', {
      code: 'resource_missing',
    });
  }
  checkManaged(old, given);
  checkTaxRates(call, given.default_tax_rates);
  const changed = withPrice(call, old, given);
  const cancels = given.cancel_at_period_end;
  const rest: Partial<SubscriptionRecord> = {
    ...(cancels === undefined
      ? {}
      : { cancelAtPeriodEnd: cancels, canceledAt: cancels ? (changed.canceledAt ?? call.now) : null }),
    ...(given.default_payment_method === undefined ? {} : { paymentMethod: given.default_payment_method }),
    ...(given.default_tax_rates === undefined ? {} : { taxRates: given.default_tax_rates }),
    ...(given.metadata === undefined ? {} : { metadata: mergeMetadata(changed.metadata, given.metadata) }),
  };
  return Object.keys(rest).length === 0 ? changed : changeSubscription(call, changed, rest);
}

export const subscriptionRoutes: Route[] = [
  defineRoute('GET', '/v1/subscriptions/:id', none, (call, path) =>
    renderSubscription(call.store, requireSubscription(call, path.id)),
  ),
  defineRoute(
    'GET',
    '/v1/subscriptions',
    z.strictObject({ ...paging, customer: text.optional(), status: text.optional() }),
    (call, _path, given) => {
      const page = call.store.subscriptions.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        created: given.created,
        match: { customer: given.customer, status: given.status === 'all' ? undefined : given.status },
      });
      const items = page.items.filter(({ status }) => given.status !== undefined || status !== 'canceled');
      return renderList({ ...page, items }, '/v1/subscriptions', (record) =>
        renderSubscription(call.store, record),
      );
    },
  ),
  defineRoute('POST', '/v1/subscriptions/:id', updateInput, (call, path, given) =>
    renderSubscription(call.store, update(call, requireSubscription(call, path.id), given)),
  ),
  defineRoute(
    'DELETE',
    '/v1/subscriptions/:id',
    z.strictObject({ prorate: flag.optional(), invoice_now: flag.optional() }),
    (call, path) => {
      const old = requireSubscription(call, path.id);
      if (old.status === 'canceled') throw missingObject('subscription', old.id);
      const schedule = old.schedule === null ? undefined : call.store.schedules.find(old.schedule);
      if (schedule) call.store.schedules.save({ ...schedule, status: 'completed', completedAt: call.now });
      const ended = endSubscription(call, { ...old, schedule: null }, 'cancellation_requested');
      return renderSubscription(call.store, ended);
    },
  ),
];
