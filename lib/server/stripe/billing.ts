import type { Stripe } from 'stripe';
import { type CheckoutBase, type CheckoutView, toCheckoutView } from '@/lib/server/stripe/checkout';
import { idOf, toDate } from '@/lib/server/stripe/client';
import { type InvoiceView, toInvoiceView } from '@/lib/server/stripe/invoice-view';
import { attempt, type StripeOutcome } from '@/lib/server/stripe/outcome';

export type PlanCheckoutInput = CheckoutBase & {
  priceId: string;
  /** Null: nothing is added to the price (reverse charge). */
  taxRateId: string | null;
};

/**
 * `active` gives what was bought, `pastDue` owes its last invoice, `ended` is over for good, `incomplete` never began:
 * its first payment is missing.
 */
export type SubscriptionStatus = 'active' | 'pastDue' | 'ended' | 'incomplete';

export type SubscriptionView = {
  id: string;
  status: SubscriptionStatus;
  customerId: string | null;
  /** The one thing that is subscribed to, and which plan its price is of. */
  itemId: string;
  planCode: string | null;
  /** Without tax, for one interval. */
  feeAmount: number;
  currency: string;
  isTaxed: boolean;
  startedAt: Date;
  periodStart: Date;
  periodEnd: Date;
  /** When it ends by a cancellation; null while it renews. */
  cancelAt: Date | null;
  endedAt: Date | null;
  /** Another plan from the next period on, and the schedule that says so. */
  scheduleId: string | null;
  nextPlanCode: string | null;
  latestInvoiceId: string | null;
  metadata: Record<string, string>;
};

type OfSubscription = { key: string; subscriptionId: string };
type Changed = Promise<StripeOutcome<SubscriptionView>>;

export type BillingVerbs = {
  /** Opens a hosted page that begins a subscription; its card is kept and charged each period. */
  openPlanCheckout: (input: PlanCheckoutInput) => Promise<CheckoutView>;
  retrieveSubscription: (subscriptionId: string) => Promise<SubscriptionView>;
  /** Another price at once: the rest of the old period is credited, a new one is billed; all or nothing. */
  changePlanPrice: (input: OfSubscription & { itemId: string; priceId: string }) => Changed;
  /** Another price when the period is over. */
  schedulePlanPrice: (input: OfSubscription & { priceId: string }) => Changed;
  /** The price stays; `refused` when the schedule is done already. */
  dropSchedule: (scheduleId: string, key: string) => Promise<StripeOutcome<null>>;
  /** Ends with the period, or goes on after all. */
  setPlanEnd: (input: OfSubscription & { ends: boolean }) => Changed;
  /** The tax on what is billed from now on. */
  setPlanTax: (input: OfSubscription & { taxRateId: string | null }) => Changed;
  /** Ends it now; nothing is given back. */
  endPlanNow: (input: OfSubscription) => Changed;
  retrieveInvoice: (invoiceId: string) => Promise<InvoiceView>;
  /** Nobody is asked to pay it any more; `alreadyFinished` when it was paid or void before. */
  voidInvoice: (invoiceId: string, key: string) => Promise<StripeOutcome<InvoiceView>>;
  /** The customer's own page about card and invoices; works once, for a short time. */
  openPortal: (input: { customerId: string; locale: string; returnUrl: string }) => Promise<string>;
};

/** Four levels, so that the plan of a scheduled price is told too. */
const expand = ['schedule.phases.items.price'];

const statuses: Readonly<Record<string, SubscriptionStatus>> = {
  active: 'active',
  trialing: 'active',
  past_due: 'pastDue',
  incomplete: 'incomplete',
};

function planOf(price: Stripe.SubscriptionSchedule.Phase.Item['price']): string | null {
  if (typeof price === 'string' || price.deleted) return null;
  return price.metadata.planCode ?? null;
}

function toView(subscription: Stripe.Subscription): SubscriptionView {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`subscription ${subscription.id} is of nothing`);
  const { schedule } = subscription;
  const next = schedule === null || typeof schedule === 'string' ? undefined : schedule.phases[1];
  const [scheduled] = next?.items ?? [];
  return {
    id: subscription.id,
    status: statuses[subscription.status] ?? 'ended',
    customerId: idOf(subscription.customer),
    itemId: item.id,
    planCode: item.price.metadata.planCode ?? null,
    feeAmount: item.price.unit_amount ?? 0,
    currency: subscription.currency.toUpperCase(),
    isTaxed: (subscription.default_tax_rates ?? []).length > 0,
    startedAt: toDate(subscription.start_date),
    periodStart: toDate(item.current_period_start),
    periodEnd: toDate(item.current_period_end),
    cancelAt: subscription.cancel_at === null ? null : toDate(subscription.cancel_at),
    endedAt: subscription.ended_at === null ? null : toDate(subscription.ended_at),
    scheduleId: idOf(schedule),
    nextPlanCode: scheduled ? planOf(scheduled.price) : null,
    latestInvoiceId: idOf(subscription.latest_invoice),
    metadata: subscription.metadata,
  };
}

function checkoutParams(input: PlanCheckoutInput): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'subscription',
    ui_mode: 'hosted_page',
    customer: input.customerId,
    allowed_payment_method_types: ['card'],
    locale: input.locale,
    success_url: input.successUrl,
    cancel_url: input.cancelUrl,
    metadata: input.metadata,
    line_items: [{ price: input.priceId, quantity: 1 }],
    subscription_data: {
      metadata: input.metadata,
      ...(input.taxRateId === null ? {} : { default_tax_rates: [input.taxRateId] }),
    },
  };
}

/** The phases of a change at the end of the running period. */
async function schedule(
  client: Stripe,
  { key, subscriptionId, priceId }: OfSubscription & { priceId: string },
): Promise<void> {
  const made = await client.subscriptionSchedules.create(
    { from_subscription: subscriptionId },
    { idempotencyKey: `${key}:schedule` },
  );
  const [running] = made.phases;
  if (running === undefined) throw new Error(`schedule ${made.id} has no phase`);
  const items = running.items.map(({ price, quantity }) => ({
    price: typeof price === 'string' ? price : price.id,
    quantity: quantity ?? 1,
  }));
  await client.subscriptionSchedules.update(
    made.id,
    {
      end_behavior: 'release',
      phases: [
        { items, start_date: running.start_date, end_date: running.end_date },
        { items: [{ price: priceId, quantity: 1 }], proration_behavior: 'none' },
      ],
    },
    { idempotencyKey: `${key}:phases` },
  );
}

type Client = { client: Stripe; retrieve: (id: string) => Promise<SubscriptionView> };

function changeVerbs({ client, retrieve }: Client) {
  const update = async (
    { key, subscriptionId }: OfSubscription,
    params: Stripe.SubscriptionUpdateParams,
  ): Promise<SubscriptionView> =>
    toView(await client.subscriptions.update(subscriptionId, { ...params, expand }, { idempotencyKey: key }));
  return {
    changePlanPrice: (input) =>
      attempt(() =>
        update(input, {
          items: [{ id: input.itemId, price: input.priceId }],
          billing_cycle_anchor: { type: 'now' },
          proration_behavior: 'always_invoice',
          payment_behavior: 'error_if_incomplete',
        }),
      ),
    schedulePlanPrice: (input) =>
      attempt(async () => {
        await schedule(client, input);
        return retrieve(input.subscriptionId);
      }),
    dropSchedule: (scheduleId, key) =>
      attempt(async () => {
        await client.subscriptionSchedules.release(scheduleId, {}, { idempotencyKey: key });
        return null;
      }),
    setPlanEnd: (input) => attempt(() => update(input, { cancel_at_period_end: input.ends })),
    setPlanTax: (input) =>
      attempt(() => update(input, { default_tax_rates: input.taxRateId === null ? '' : [input.taxRateId] })),
    endPlanNow: ({ key, subscriptionId }) =>
      attempt(async () =>
        toView(await client.subscriptions.cancel(subscriptionId, { expand }, { idempotencyKey: key })),
      ),
  } satisfies Partial<BillingVerbs>;
}

export function billingVerbs(client: Stripe): BillingVerbs {
  const retrieve = async (id: string) => toView(await client.subscriptions.retrieve(id, { expand }));
  return {
    openPlanCheckout: async (input) =>
      toCheckoutView(
        await client.checkout.sessions.create(checkoutParams(input), { idempotencyKey: input.key }),
      ),
    retrieveSubscription: retrieve,
    ...changeVerbs({ client, retrieve }),
    retrieveInvoice: async (invoiceId) =>
      toInvoiceView(await client.invoices.retrieve(invoiceId, { expand: ['payments'] })),
    voidInvoice: (invoiceId, key) =>
      attempt(async () =>
        toInvoiceView(await client.invoices.voidInvoice(invoiceId, {}, { idempotencyKey: key })),
      ),
    openPortal: async ({ customerId, locale, returnUrl }) => {
      const session = await client.billingPortal.sessions.create({
        customer: customerId,
        locale,
        return_url: returnUrl,
      });
      return session.url;
    },
  };
}
