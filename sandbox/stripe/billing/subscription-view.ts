import type { Stripe } from 'stripe';
import { renderPlan, renderPrice, renderTaxRate } from '@/sandbox/stripe/billing/product-view';
import type { PriceRecord, ScheduleRecord, SubscriptionRecord } from '@/sandbox/stripe/billing/records';
import type { Store } from '@/sandbox/stripe/store';

/** The price of a record; it exists, since nothing deletes one. */
export function priceOf(store: Store, id: string): PriceRecord {
  const price = store.prices.find(id);
  if (price === undefined) throw new Error(`no price ${id}`);
  return price;
}

export function renderTaxRates(store: Store, ids: readonly string[]): Stripe.TaxRate[] {
  return ids.flatMap((id) => {
    const rate = store.taxRates.find(id);
    return rate === undefined ? [] : [renderTaxRate(rate)];
  });
}

function renderItem(store: Store, record: SubscriptionRecord): Stripe.SubscriptionItem {
  const price = priceOf(store, record.price);
  return {
    id: record.item,
    object: 'subscription_item',
    billing_thresholds: null,
    created: record.created,
    current_period_end: record.periodEnd,
    current_period_start: record.periodStart,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: renderPlan(price),
    price: renderPrice(price),
    quantity: 1,
    subscription: record.id,
    tax_rates: [],
  };
}

export function renderSubscription(store: Store, record: SubscriptionRecord): Stripe.Subscription {
  return {
    id: record.id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: record.anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: record.cancelAtPeriodEnd ? record.periodEnd : null,
    cancel_at_period_end: record.cancelAtPeriodEnd,
    canceled_at: record.canceledAt,
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      reason: record.endReason,
    },
    collection_method: 'charge_automatically',
    created: record.created,
    currency: priceOf(store, record.price).currency,
    customer: record.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: record.paymentMethod,
    default_source: null,
    default_tax_rates: renderTaxRates(store, record.taxRates),
    description: record.description,
    discounts: [],
    ended_at: record.endedAt,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: [renderItem(store, record)],
      has_more: false,
      url: `/v1/subscription_items?subscription=${record.id}`,
    },
    latest_invoice: record.latestInvoice,
    livemode: false,
    managed_payments: null,
    metadata: record.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: record.schedule,
    start_date: record.created,
    status: record.status,
    test_clock: null,
    transfer_data: null,
    trial_end: record.trialEnd,
    trial_settings: null,
    trial_start: record.trialStart,
  };
}

function renderPhase(
  store: Store,
  schedule: ScheduleRecord,
  phase: ScheduleRecord['phases'][number],
): Stripe.SubscriptionSchedule.Phase {
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: null,
    currency: priceOf(store, phase.price).currency,
    default_payment_method: null,
    default_tax_rates: renderTaxRates(store, schedule.taxRates),
    description: null,
    discounts: [],
    end_date: phase.end,
    invoice_settings: null,
    items: [
      {
        billing_thresholds: null,
        discounts: [],
        metadata: {},
        plan: phase.price,
        price: phase.price,
        quantity: 1,
        tax_rates: [],
      },
    ],
    metadata: {},
    on_behalf_of: null,
    proration_behavior: 'none',
    start_date: phase.start,
    transfer_data: null,
    trial_end: null,
  };
}

export function renderSchedule(store: Store, record: ScheduleRecord): Stripe.SubscriptionSchedule {
  const subscription =
    record.subscription === null ? undefined : store.subscriptions.find(record.subscription);
  const current = record.phases.find(({ start }) => start === subscription?.periodStart);
  return {
    id: record.id,
    object: 'subscription_schedule',
    application: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    canceled_at: null,
    completed_at: record.completedAt,
    created: record.created,
    current_phase: current ? { start_date: current.start, end_date: current.end } : null,
    customer: record.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: 'charge_automatically',
      default_payment_method: null,
      description: null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: 'self' },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: 'release',
    livemode: false,
    metadata: {},
    pause_schedules: [],
    phases: record.phases.map((phase) => renderPhase(store, record, phase)),
    released_at: record.releasedAt,
    released_subscription: record.releasedSubscription,
    status: record.status,
    subscription: record.subscription,
    test_clock: null,
  };
}
