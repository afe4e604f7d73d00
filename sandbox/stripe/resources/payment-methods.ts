import { createHash } from 'node:crypto';
import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { cardOf, cardOfToken } from '@/sandbox/stripe/cards';
import { missingObject, missingReference, StripeFault } from '@/sandbox/stripe/errors';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import { none, paging, text } from '@/sandbox/stripe/inputs';
import type { CustomerRecord, PaymentMethodRecord } from '@/sandbox/stripe/records';
import { requireCustomer } from '@/sandbox/stripe/resources/customers';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

/** The same for the same card number, as Stripe's. */
export function cardFingerprint(number: string): string {
  return createHash('sha256').update(number).digest('base64url').slice(0, 16);
}

export function renderPaymentMethod(record: PaymentMethodRecord): Stripe.PaymentMethod {
  const card = cardOf(record.number);
  return {
    id: record.id,
    object: 'payment_method',
    allow_redisplay: record.customer === null ? 'unspecified' : 'limited',
    billing_details: { address: null, email: record.email, name: record.name, phone: null, tax_id: null },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: card.country,
      display_brand: card.brand,
      exp_month: record.expMonth,
      exp_year: record.expYear,
      fingerprint: cardFingerprint(record.number),
      funding: 'credit',
      generated_from: null,
      last4: record.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: record.created,
    customer: record.customer,
    customer_account: null,
    livemode: false,
    metadata: record.metadata,
    type: 'card',
  };
}

export function createPaymentMethod(
  call: Call,
  card: { number: string; expMonth: number; expYear: number; email: string | null; name: string | null },
): PaymentMethodRecord {
  return call.store.paymentMethods.save({
    id: newStripeId('pm'),
    account: call.account,
    created: call.now,
    customer: null,
    metadata: {},
    setUp: false,
    ...card,
  });
}

export function attachPaymentMethod(
  call: Call,
  record: PaymentMethodRecord,
  customer: CustomerRecord,
): PaymentMethodRecord {
  if (record.customer === customer.id) return record;
  const attached = call.store.paymentMethods.save({ ...record, customer: customer.id });
  emit(call, 'payment_method.attached', renderPaymentMethod(attached));
  return attached;
}

/** A `payment_method` parameter: an existing one, or a test token such as `pm_card_visa`. */
export function referPaymentMethod(call: Call, id: string): PaymentMethodRecord {
  const token = cardOfToken(id);
  if (token) {
    return createPaymentMethod(call, {
      number: token.number,
      expMonth: 12,
      expYear: 2034,
      email: null,
      name: null,
    });
  }
  const record = call.store.paymentMethods.find(id);
  if (record === undefined || record.account !== call.account) {
    throw missingReference('PaymentMethod', id, 'payment_method');
  }
  return record;
}

function requirePaymentMethod(call: Call, id: string): PaymentMethodRecord {
  const record = call.store.paymentMethods.find(id);
  if (record === undefined || record.account !== call.account)
    throw missingObject('PaymentMethod', id, 'payment_method');
  return record;
}

export const paymentMethodRoutes: Route[] = [
  defineRoute('GET', '/v1/payment_methods/:id', none, (call, path) =>
    renderPaymentMethod(requirePaymentMethod(call, path.id)),
  ),
  defineRoute(
    'GET',
    '/v1/customers/:id/payment_methods',
    z.strictObject({ ...paging, type: text.optional() }),
    (call, path, given) => {
      const customer = requireCustomer(call, path.id);
      const page = call.store.paymentMethods.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        match: { customer: customer.id },
      });
      return renderList(page, `/v1/customers/${customer.id}/payment_methods`, renderPaymentMethod);
    },
  ),
  defineRoute(
    'POST',
    '/v1/payment_methods/:id/attach',
    z.strictObject({ customer: text }),
    (call, path, given) => {
      const customer = requireCustomer(call, given.customer);
      const record = referPaymentMethod(call, path.id);
      const refusal = cardOf(record.number).attach;
      if (refusal) {
        throw new StripeFault(402, {
          type: 'card_error',
          code: refusal.code,
          ...(refusal.declineCode === null ? {} : { decline_code: refusal.declineCode }),
          message: refusal.message,
        });
      }
      return renderPaymentMethod(attachPaymentMethod(call, record, customer));
    },
  ),
  defineRoute('POST', '/v1/payment_methods/:id/detach', none, (call, path) => {
    const old = requirePaymentMethod(call, path.id);
    if (old.customer === null) {
      throw missingReference('PaymentMethod', `${old.id} is not attached to a customer`, 'payment_method');
    }
    const record = call.store.paymentMethods.save({ ...old, customer: null });
    emit(call, 'payment_method.detached', renderPaymentMethod(record), { customer: old.customer });
    return renderPaymentMethod(record);
  }),
];
