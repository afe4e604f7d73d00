import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { expireCheckout } from '@/sandbox/stripe/checkout-flow';
import { invalidParameter, invalidRequest, missingObject } from '@/sandbox/stripe/errors';
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
import type { CheckoutRecord, LineRecord } from '@/sandbox/stripe/records';
import { renderCheckout, renderLine, totalOf } from '@/sandbox/stripe/resources/checkout-view';
import { referCustomer } from '@/sandbox/stripe/resources/customers';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { createSetup } from '@/sandbox/stripe/resources/setup-intents';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

const halfHour = 30 * 60;
const day = 24 * 60 * 60;
/** Clocks of caller and server differ a little; Stripe allows for it. */
const clockTolerance = 60;

const line = z.strictObject({
  quantity: integer.default(1),
  price_data: z.strictObject({
    currency,
    unit_amount: integer,
    tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
    product_data: z.strictObject({
      name: text,
      description: text.optional(),
      metadata: metadata.optional(),
    }),
  }),
});

const intentData = z.strictObject({
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
  metadata: metadata.optional(),
  transfer_group: text.optional(),
  description: text.optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
  receipt_email: text.optional(),
  statement_descriptor_suffix: text.optional(),
} satisfies ParamsOf<Stripe.Checkout.SessionCreateParams.PaymentIntentData>);

const createInput = z.strictObject({
  mode: z.enum(['payment', 'setup']),
  ui_mode: z.enum(['hosted_page']).default('hosted_page'),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  line_items: z.array(line).min(1).max(100).optional(),
  currency: currency.optional(),
  customer: text.optional(),
  customer_email: text.optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  client_reference_id: z.string().max(200).optional(),
  locale: text.optional(),
  metadata: metadata.optional(),
  expires_at: integer.optional(),
  allowed_payment_method_types: z.array(z.enum(['card'])).optional(),
  payment_intent_data: intentData.optional(),
  setup_intent_data: z
    .strictObject({ metadata: metadata.optional(), description: text.optional() })
    .optional(),
  submit_type: z.enum(['auto', 'book', 'pay']).optional(),
  custom_text: z
    .strictObject({ submit: z.strictObject({ message: z.string().max(1_200) }).optional() })
    .optional(),
  adaptive_pricing: z.strictObject({ enabled: flag }).optional(),
} satisfies ParamsOf<Stripe.Checkout.SessionCreateParams>);

type CreateInput = z.output<typeof createInput>;

function toLine(given: z.output<typeof line>): LineRecord {
  return {
    id: newStripeId('li'),
    name: given.price_data.product_data.name,
    description: given.price_data.product_data.description ?? null,
    unitAmount: given.price_data.unit_amount,
    quantity: given.quantity,
  };
}

function checkTerms(call: Call, given: CreateInput): void {
  if (given.customer !== undefined && given.customer_email !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: customer, customer_email.', {
      code: 'parameters_exclusive',
    });
  }
  if (given.mode === 'payment' && given.line_items === undefined) {
    throw invalidParameter('parameter_missing', 'line_items', 'Missing required param: line_items.');
  }
  if (given.mode === 'setup' && given.payment_intent_data !== undefined) {
    throw invalidRequest('You can not pass `payment_intent_data` in `setup` mode.', {
      param: 'payment_intent_data',
    });
  }
  if (
    given.mode === 'setup' &&
    given.currency === undefined &&
    given.allowed_payment_method_types === undefined
  ) {
    throw invalidParameter('parameter_missing', 'currency', 'Missing required param: currency.');
  }
  const lifetime = (given.expires_at ?? call.now + day) - call.now;
  if (lifetime < halfHour - clockTolerance || lifetime > day + clockTolerance) {
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.',
      { param: 'expires_at' },
    );
  }
}

function toIntentData(given: CreateInput['payment_intent_data']): CheckoutRecord['intentData'] {
  return {
    captureMethod: given?.capture_method ?? 'automatic_async',
    metadata: mergeMetadata({}, given?.metadata),
    transferGroup: given?.transfer_group ?? null,
    description: given?.description ?? null,
    setupFutureUsage: given?.setup_future_usage ?? null,
    receiptEmail: given?.receipt_email ?? null,
    statementDescriptorSuffix: given?.statement_descriptor_suffix ?? null,
  };
}

function createCheckout(call: Call, given: CreateInput): CheckoutRecord {
  checkTerms(call, given);
  const customer = referCustomer(call, given.customer);
  const id = newStripeId('cs_test');
  const session: CheckoutRecord = {
    id,
    account: call.account,
    created: call.now,
    mode: given.mode,
    status: 'open',
    currency: given.line_items?.[0]?.price_data.currency ?? given.currency ?? null,
    lines: (given.line_items ?? []).map(toLine),
    customer: customer?.id ?? null,
    customerEmail: given.customer_email ?? customer?.email ?? null,
    customerCreation: given.mode === 'payment' ? (given.customer_creation ?? 'if_required') : null,
    holderName: customer?.name ?? null,
    clientReference: given.client_reference_id ?? null,
    successUrl: given.success_url,
    cancelUrl: given.cancel_url ?? null,
    locale: given.locale ?? null,
    metadata: mergeMetadata({}, given.metadata),
    expiresAt: given.expires_at ?? call.now + day,
    intent: null,
    setup: null,
    submitType: given.submit_type ?? null,
    submitText: given.custom_text?.submit?.message ?? null,
    intentData: toIntentData(given.payment_intent_data),
  };
  if (given.mode === 'payment' && totalOf(session) < 50) {
    throw invalidParameter(
      'amount_too_small',
      'line_items',
      "The Checkout Session's total amount due must add up to at least €0.50 eur",
    );
  }
  const setup =
    given.mode === 'setup'
      ? createSetup(call, {
          customer: session.customer,
          checkout: id,
          metadata: mergeMetadata({}, given.setup_intent_data?.metadata),
          description: given.setup_intent_data?.description ?? null,
        })
      : null;
  return call.store.checkouts.save({ ...session, setup: setup?.id ?? null });
}

function requireCheckout(call: Call, id: string): CheckoutRecord {
  const session = call.store.checkouts.find(id);
  if (session === undefined || session.account !== call.account) throw missingObject('checkout.session', id);
  return session;
}

function view(call: Call, session: CheckoutRecord): Stripe.Checkout.Session {
  return renderCheckout(call.store, call.sandbox.publicUrl, session);
}

export const checkoutRoutes: Route[] = [
  defineRoute('POST', '/v1/checkout/sessions', createInput, (call, _path, given) =>
    view(call, createCheckout(call, given)),
  ),
  defineRoute(
    'GET',
    '/v1/checkout/sessions',
    z.strictObject({
      ...paging,
      customer: text.optional(),
      payment_intent: text.optional(),
      status: text.optional(),
    }),
    (call, _path, given) => {
      const page = call.store.checkouts.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        created: given.created,
        match: { customer: given.customer, intent: given.payment_intent, status: given.status },
      });
      return renderList(page, '/v1/checkout/sessions', (session) => view(call, session));
    },
  ),
  defineRoute('GET', '/v1/checkout/sessions/:id', none, (call, path) =>
    view(call, requireCheckout(call, path.id)),
  ),
  defineRoute('GET', '/v1/checkout/sessions/:id/line_items', z.strictObject(paging), (call, path) => {
    const session = requireCheckout(call, path.id);
    const url = `/v1/checkout/sessions/${session.id}/line_items`;
    return renderList({ items: session.lines, hasMore: false }, url, (item) => renderLine(session, item));
  }),
  defineRoute('POST', '/v1/checkout/sessions/:id/expire', none, (call, path) => {
    const session = requireCheckout(call, path.id);
    if (session.status !== 'open') {
      throw invalidRequest(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Session has a status of \`${session.status}\`.`,
        { code: 'status_transition_invalid' },
      );
    }
    return view(call, expireCheckout(call, session));
  }),
];
