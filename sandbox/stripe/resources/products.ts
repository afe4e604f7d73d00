import type { Stripe } from 'stripe';
import { z } from 'zod';
import { renderPrice, renderProduct, renderTaxRate } from '@/sandbox/stripe/billing/product-view';
import type { PriceRecord } from '@/sandbox/stripe/billing/records';
import { invalidRequest, missingObject, missingReference } from '@/sandbox/stripe/errors';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import {
  currency,
  flag,
  integer,
  mergeMetadata,
  metadata,
  none,
  paging,
  text,
  type ParamsOf,
} from '@/sandbox/stripe/inputs';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

const productInput = z.strictObject({
  id: text.optional(),
  name: text,
  description: text.optional(),
  metadata: metadata.optional(),
} satisfies ParamsOf<Stripe.ProductCreateParams>);

const priceInput = z.strictObject({
  currency,
  product: text,
  unit_amount: integer.refine((value) => value >= 0, 'Invalid non-negative integer'),
  recurring: z.strictObject({ interval: z.enum(['month', 'year']) }),
  lookup_key: z.string().max(200).optional(),
  tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).default('unspecified'),
  nickname: text.optional(),
  metadata: metadata.optional(),
} satisfies ParamsOf<Stripe.PriceCreateParams>);

const taxRateInput = z.strictObject({
  display_name: z.string().max(50),
  percentage: z.coerce.number().min(0).max(100),
  inclusive: flag.refine((value) => !value, 'Only exclusive rates are made here.'),
  country: z.string().length(2).optional(),
  tax_type: z.enum(['vat']).optional(),
  metadata: metadata.optional(),
} satisfies ParamsOf<Stripe.TaxRateCreateParams>);

const productRoutes: Route[] = [
  defineRoute('POST', '/v1/products', productInput, (call, _path, given) => {
    const id = given.id ?? newStripeId('prod');
    if (call.store.products.find(id))
      throw invalidRequest('Product already exists.', { code: 'resource_already_exists', param: 'id' });
    const record = call.store.products.save({
      id,
      account: call.account,
      created: call.now,
      name: given.name,
      description: given.description ?? null,
      active: true,
      metadata: mergeMetadata({}, given.metadata),
      updated: call.now,
    });
    emit(call, 'product.created', renderProduct(record));
    return renderProduct(record);
  }),
  defineRoute('GET', '/v1/products/:id', none, (call, path) => {
    const record = call.store.products.find(path.id);
    if (record === undefined || record.account !== call.account) throw missingObject('product', path.id);
    return renderProduct(record);
  }),
];

const priceRoutes: Route[] = [
  defineRoute('POST', '/v1/prices', priceInput, (call, _path, given) => {
    if (call.store.products.find(given.product) === undefined)
      throw missingReference('product', given.product, 'product');
    if (given.lookup_key !== undefined && call.store.prices.where('lookupKey', given.lookup_key).length > 0) {
      throw invalidRequest(
        `A price (\`${given.lookup_key}\`) already uses that lookup key. To override this, pass \`transfer_lookup_key=true\`.`,
        { param: 'lookup_key' },
      );
    }
    const record = call.store.prices.save({
      id: newStripeId('price'),
      account: call.account,
      created: call.now,
      product: given.product,
      currency: given.currency,
      unitAmount: given.unit_amount,
      interval: given.recurring.interval,
      lookupKey: given.lookup_key ?? null,
      taxBehavior: given.tax_behavior,
      nickname: given.nickname ?? null,
      active: true,
      metadata: mergeMetadata({}, given.metadata),
    });
    emit(call, 'price.created', renderPrice(record));
    return renderPrice(record);
  }),
  defineRoute(
    'GET',
    '/v1/prices',
    z.strictObject({
      ...paging,
      lookup_keys: z.array(text).max(10).optional(),
      product: text.optional(),
      active: flag.optional(),
    }),
    (call, _path, given) => {
      const isAsked = ({ active }: PriceRecord): boolean => (given.active ?? active) === active;
      if (given.lookup_keys !== undefined) {
        const found = given.lookup_keys.flatMap((key) => call.store.prices.where('lookupKey', key));
        const items = found.filter((price) => price.account === call.account && isAsked(price));
        return renderList({ items, hasMore: false }, '/v1/prices', renderPrice);
      }
      const page = call.store.prices.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        match: { product: given.product },
      });
      const items = page.items.filter(isAsked);
      return renderList({ ...page, items }, '/v1/prices', renderPrice);
    },
  ),
  defineRoute('GET', '/v1/prices/:id', none, (call, path) => {
    const record = call.store.prices.find(path.id);
    if (record === undefined || record.account !== call.account) throw missingObject('price', path.id);
    return renderPrice(record);
  }),
];

const taxRateRoutes: Route[] = [
  defineRoute('POST', '/v1/tax_rates', taxRateInput, (call, _path, given) => {
    const record = call.store.taxRates.save({
      id: newStripeId('txr'),
      account: call.account,
      created: call.now,
      displayName: given.display_name,
      percentage: given.percentage,
      country: given.country ?? null,
      active: true,
      metadata: mergeMetadata({}, given.metadata),
    });
    emit(call, 'tax_rate.created', renderTaxRate(record));
    return renderTaxRate(record);
  }),
  defineRoute(
    'GET',
    '/v1/tax_rates',
    z.strictObject({ ...paging, active: flag.optional(), inclusive: flag.optional() }),
    (call, _path, given) => {
      const page = call.store.taxRates.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
      });
      const items = page.items.filter(
        ({ active }) => (given.active ?? active) === active && given.inclusive !== true,
      );
      return renderList({ ...page, items }, '/v1/tax_rates', renderTaxRate);
    },
  ),
];

/** What is sold: products, recurring prices, and the tax on them. */
export const productAndPriceRoutes: Route[] = [...productRoutes, ...priceRoutes, ...taxRateRoutes];
