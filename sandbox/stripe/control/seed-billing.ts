import { z } from 'zod';
import { issueInvoice } from '@/sandbox/stripe/billing/invoice-flow';
import type { SubscriptionRecord } from '@/sandbox/stripe/billing/records';
import type { Call } from '@/sandbox/stripe/call';

const instant = z.iso.datetime({ offset: true }).transform((text) => Math.floor(Date.parse(text) / 1000));
const metadata = z.record(z.string(), z.string()).default({});

/** What was sold by subscription before; the charges of its invoices stand among the payments. */
export const seedBillingInput = {
  taxRates: z
    .array(
      z.strictObject({
        id: z.string().startsWith('txr_'),
        created: instant,
        percentage: z.number(),
        country: z.string(),
        metadata,
      }),
    )
    .default([]),
  prices: z
    .array(
      z.strictObject({
        id: z.string().startsWith('price_'),
        created: instant,
        product: z.string(),
        productName: z.string(),
        lookupKey: z.string(),
        unitAmount: z.int().min(1),
        currency: z.string().length(3).default('eur'),
        interval: z.enum(['month', 'year']),
        metadata,
      }),
    )
    .default([]),
  subscriptions: z
    .array(
      z.strictObject({
        id: z.string().startsWith('sub_'),
        created: instant,
        item: z.string().startsWith('si_'),
        customer: z.string(),
        paymentMethod: z.string(),
        price: z.string(),
        taxRate: z.string().optional(),
        cancelAtPeriodEnd: z.boolean().default(false),
        metadata,
        /** Paid, one a period, the last one for the period that runs. */
        invoices: z
          .array(
            z.strictObject({
              id: z.string().startsWith('in_'),
              intent: z.string(),
              periodStart: instant,
              periodEnd: instant,
            }),
          )
          .min(1),
      }),
    )
    .default([]),
} as const;

const billing = z.strictObject(seedBillingInput);
type SeedBilling = z.output<typeof billing>;

export function seedTaxRate(call: Call, given: SeedBilling['taxRates'][number]): void {
  const { id, percentage, country, metadata: data } = given;
  call.store.taxRates.save({
    id,
    account: null,
    created: call.now,
    displayName: 'VAT',
    percentage,
    country,
    active: true,
    metadata: data,
  });
}

export function seedPrice(call: Call, given: SeedBilling['prices'][number]): void {
  const { product, productName, metadata: data } = given;
  if (call.store.products.find(product) === undefined) {
    const base = { id: product, account: null, created: call.now, updated: call.now };
    call.store.products.save({ ...base, name: productName, description: null, active: true, metadata: data });
  }
  call.store.prices.save({
    id: given.id,
    account: null,
    created: call.now,
    product,
    currency: given.currency,
    unitAmount: given.unitAmount,
    interval: given.interval,
    lookupKey: given.lookupKey,
    taxBehavior: 'exclusive',
    nickname: null,
    active: true,
    metadata: data,
  });
}

export function seedSubscription(call: Call, given: SeedBilling['subscriptions'][number]): void {
  const price = call.store.prices.find(given.price);
  if (price === undefined) throw new Error(`subscription ${given.id}: no price ${given.price}`);
  const last = given.invoices.at(-1);
  const record: SubscriptionRecord = {
    id: given.id,
    account: null,
    created: call.now,
    customer: given.customer,
    status: 'active',
    item: given.item,
    price: price.id,
    taxRates: given.taxRate === undefined ? [] : [given.taxRate],
    metadata: given.metadata,
    description: null,
    paymentMethod: given.paymentMethod,
    anchor: call.now,
    periodStart: last?.periodStart ?? call.now,
    periodEnd: last?.periodEnd ?? call.now,
    cancelAtPeriodEnd: given.cancelAtPeriodEnd,
    canceledAt: given.cancelAtPeriodEnd ? (last?.periodStart ?? null) : null,
    endedAt: null,
    endReason: null,
    trialStart: null,
    trialEnd: null,
    latestInvoice: last?.id ?? null,
    schedule: null,
  };
  call.store.subscriptions.save(record);
  for (const [index, { id, intent, periodStart, periodEnd }] of given.invoices.entries()) {
    const invoice = issueInvoice(
      { ...call, now: periodStart },
      { ...record, periodStart, periodEnd },
      {
        reason: index === 0 ? 'subscription_create' : 'subscription_cycle',
        currency: price.currency,
        lines: [
          {
            amount: price.unitAmount,
            description: `1 × ${call.store.products.find(price.product)?.name ?? price.product}`,
            price: price.id,
            proration: false,
            periodStart,
            periodEnd,
          },
        ],
      },
      { id, silent: true },
    );
    call.store.invoices.save({ ...invoice, status: 'paid', intent, attempts: 1, paidAt: periodStart });
  }
}
