import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { invalidRequest, missingObject, missingReference } from '@/sandbox/stripe/errors';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import { clearable, mergeMetadata, metadata, paging, text, type ParamsOf } from '@/sandbox/stripe/inputs';
import type { CustomerRecord } from '@/sandbox/stripe/records';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

export function renderCustomer(record: CustomerRecord): Stripe.Customer {
  return {
    id: record.id,
    object: 'customer',
    address: null,
    balance: 0,
    created: record.created,
    currency: null,
    default_source: null,
    delinquent: false,
    description: record.description,
    discount: null,
    email: record.email,
    invoice_prefix: record.id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: record.defaultPaymentMethod,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: record.metadata,
    name: record.name,
    phone: record.phone,
    preferred_locales: record.locales,
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}

function renderDeleted(record: CustomerRecord): Stripe.DeletedCustomer {
  return { id: record.id, object: 'customer', deleted: true };
}

export function requireCustomer(call: Call, id: string): CustomerRecord {
  const record = call.store.customers.find(id);
  if (record === undefined || record.account !== call.account) throw missingObject('customer', id);
  return record;
}

/** Checks a `customer` parameter: it must exist and not be deleted. */
export function referCustomer(call: Call, id: string | undefined): CustomerRecord | null {
  if (id === undefined) return null;
  const record = call.store.customers.find(id);
  if (record === undefined || record.account !== call.account || record.deleted) {
    throw missingReference('customer', id, 'customer');
  }
  return record;
}

export function createCustomer(
  call: Call,
  details: Partial<Omit<CustomerRecord, 'id' | 'account' | 'created'>>,
): CustomerRecord {
  const record = call.store.customers.save({
    id: newStripeId('cus'),
    account: call.account,
    created: call.now,
    email: null,
    name: null,
    phone: null,
    description: null,
    metadata: {},
    locales: [],
    defaultPaymentMethod: null,
    deleted: false,
    ...details,
  });
  emit(call, 'customer.created', renderCustomer(record));
  return record;
}

const input = z.strictObject({
  email: clearable.optional(),
  name: clearable.optional(),
  phone: clearable.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  preferred_locales: z.array(text).optional(),
  invoice_settings: z.strictObject({ default_payment_method: clearable.optional() }).optional(),
} satisfies ParamsOf<Stripe.CustomerCreateParams>);

function toDetails(old: CustomerRecord | null, given: z.output<typeof input>): Partial<CustomerRecord> {
  return {
    email: given.email === undefined ? (old?.email ?? null) : given.email,
    name: given.name === undefined ? (old?.name ?? null) : given.name,
    phone: given.phone === undefined ? (old?.phone ?? null) : given.phone,
    description: given.description === undefined ? (old?.description ?? null) : given.description,
    metadata: mergeMetadata(old?.metadata ?? {}, given.metadata),
    locales: given.preferred_locales ?? old?.locales ?? [],
    defaultPaymentMethod: given.invoice_settings?.default_payment_method ?? old?.defaultPaymentMethod ?? null,
  };
}

export const customerRoutes: Route[] = [
  defineRoute('POST', '/v1/customers', input, (call, _path, given) => {
    return renderCustomer(createCustomer(call, toDetails(null, given)));
  }),
  defineRoute(
    'GET',
    '/v1/customers',
    z.strictObject({ ...paging, email: text.optional() }),
    (call, _path, given) => {
      const page = call.store.customers.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        created: given.created,
        match: { email: given.email },
      });
      return renderList(page, '/v1/customers', renderCustomer);
    },
  ),
  defineRoute('GET', '/v1/customers/:id', z.strictObject({}), (call, path) => {
    const record = requireCustomer(call, path.id);
    return record.deleted ? renderDeleted(record) : renderCustomer(record);
  }),
  defineRoute('POST', '/v1/customers/:id', input, (call, path, given) => {
    const old = requireCustomer(call, path.id);
    if (old.deleted)
      throw invalidRequest(`No such customer: '${old.id}'`, { code: 'resource_missing', param: 'id' });
    const record = call.store.customers.save({ ...old, ...toDetails(old, given) });
    emit(call, 'customer.updated', renderCustomer(record));
    return renderCustomer(record);
  }),
  defineRoute('DELETE', '/v1/customers/:id', z.strictObject({}), (call, path) => {
    const old = requireCustomer(call, path.id);
    const record = call.store.customers.save({ ...old, email: null, name: null, phone: null, deleted: true });
    for (const method of call.store.paymentMethods.where('customer', old.id)) {
      call.store.paymentMethods.save({ ...method, customer: null });
    }
    emit(call, 'customer.deleted', renderCustomer(old));
    return renderDeleted(record);
  }),
];
