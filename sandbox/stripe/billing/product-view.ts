import { Stripe } from 'stripe';
import type { PriceRecord, ProductRecord, TaxRateRecord } from '@/sandbox/stripe/billing/records';

export function renderProduct(record: ProductRecord): Stripe.Product {
  return {
    id: record.id,
    object: 'product',
    active: record.active,
    created: record.created,
    default_price: null,
    description: record.description,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: record.metadata,
    name: record.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: record.updated,
    url: null,
  };
}

export function renderPrice(record: PriceRecord): Stripe.Price {
  return {
    id: record.id,
    object: 'price',
    active: record.active,
    billing_scheme: 'per_unit',
    created: record.created,
    currency: record.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: record.lookupKey,
    metadata: record.metadata,
    nickname: record.nickname,
    product: record.product,
    recurring: {
      interval: record.interval,
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: record.taxBehavior,
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: record.unitAmount,
    unit_amount_decimal: Stripe.Decimal.from(String(record.unitAmount)),
  };
}

/** The older view of a price that subscription items still carry. */
export function renderPlan(record: PriceRecord): Stripe.Plan {
  return {
    id: record.id,
    object: 'plan',
    active: record.active,
    amount: record.unitAmount,
    amount_decimal: Stripe.Decimal.from(String(record.unitAmount)),
    billing_scheme: 'per_unit',
    created: record.created,
    currency: record.currency,
    interval: record.interval,
    interval_count: 1,
    livemode: false,
    metadata: record.metadata,
    meter: null,
    nickname: record.nickname,
    product: record.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

export function renderTaxRate(record: TaxRateRecord): Stripe.TaxRate {
  return {
    id: record.id,
    object: 'tax_rate',
    active: record.active,
    country: record.country,
    created: record.created,
    description: null,
    display_name: record.displayName,
    effective_percentage: null,
    flat_amount: null,
    inclusive: false,
    jurisdiction: null,
    jurisdiction_level: null,
    livemode: false,
    metadata: record.metadata,
    percentage: record.percentage,
    rate_type: 'percentage',
    state: null,
    tax_type: 'vat',
  };
}
