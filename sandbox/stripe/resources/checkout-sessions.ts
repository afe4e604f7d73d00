import type { Stripe } from 'stripe';
import { z } from 'zod';
import { taxOn } from '@/sandbox/stripe/billing/invoice-amounts';
import type { Call } from '@/sandbox/stripe/call';
import { expireCheckout } from '@/sandbox/stripe/checkout-flow';
import { invalidParameter, invalidRequest, missingObject, missingReference } from '@/sandbox/stripe/errors';
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
import type { CheckoutRecord, LineRecord, SubscribesRecord } from '@/sandbox/stripe/records';
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
  price: text.optional(),
  price_data: z
    .strictObject({
      currency,
      unit_amount: integer,
      tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
      product_data: z.strictObject({
        name: text,
        description: text.optional(),
        metadata: metadata.optional(),
      }),
    })
    .optional(),
});

const subscriptionData = z.strictObject({
  metadata: metadata.optional(),
  default_tax_rates: z.array(text).optional(),
  description: text.optional(),
  trial_period_days: integer.optional(),
} satisfies ParamsOf<Stripe.Checkout.SessionCreateParams.SubscriptionData>);

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
  mode: z.enum(['payment', 'setup', 'subscription']),
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
  subscription_data: subscriptionData.optional(),
  submit_type: z.enum(['auto', 'book', 'pay']).optional(),
  custom_text: z
    .strictObject({ submit: z.strictObject({ message: z.string().max(1_200) }).optional() })
    .optional(),
  adaptive_pricing: z.strictObject({ enabled: flag }).optional(),
} satisfies ParamsOf<Stripe.Checkout.SessionCreateParams>);

type CreateInput = z.output<typeof createInput>;

function toLine(call: Call, { price, price_data: data, quantity }: z.output<typeof line>): LineRecord {
  const id = newStripeId('li');
  if (data !== undefined) {
    const { name, description = null } = data.product_data;
    return { id, name, description, unitAmount: data.unit_amount, quantity };
  }
  const known = call.store.prices.find(price ?? '');
  if (known === undefined) throw missingReference('price', price ?? '', 'line_items[0][price]');
  const product = call.store.products.find(known.product);
  const name = product?.name ?? known.product;
  return { id, name, description: product?.description ?? null, unitAmount: known.unitAmount, quantity };
}

/** What a session in subscription mode sells: one recurring price. */
function toSubscribes(given: CreateInput): SubscribesRecord | null {
  if (given.mode !== 'subscription') return null;
  const [only, ...others] = given.line_items ?? [];
  if (only?.price === undefined || others.length > 0) {
    throw invalidRequest('You must provide at least one recurring price in `subscription` mode.', {
      param: 'line_items',
    });
  }
  const data = given.subscription_data;
  return {
    price: only.price,
    taxRates: data?.default_tax_rates ?? [],
    metadata: mergeMetadata({}, data?.metadata),
    description: data?.description ?? null,
    trialDays: data?.trial_period_days ?? null,
  };
}

function checkTerms(call: Call, given: CreateInput): void {
  if (given.customer !== undefined && given.customer_email !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: customer, customer_email.', {
      code: 'parameters_exclusive',
    });
  }
  if (given.mode !== 'setup' && given.line_items === undefined) {
    throw invalidParameter('parameter_missing', 'line_items', 'Missing required param: line_items.');
  }
  if (given.mode !== 'payment' && given.payment_intent_data !== undefined) {
    throw invalidRequest(`You can not pass \`payment_intent_data\` in \`${given.mode}\` mode.`, {
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

function currencyOf(call: Call, given: CreateInput): string | null {
  const [first] = given.line_items ?? [];
  const sold = first?.price_data?.currency ?? call.store.prices.find(first?.price ?? '')?.currency;
  return sold ?? given.currency ?? null;
}

/** Lines and tax of what is charged with the order: nothing as long as a trial runs. */
function chargedNow(
  call: Call,
  { taxRates, trialDays }: SubscribesRecord,
  lines: LineRecord[],
): { lines: LineRecord[]; tax: number } {
  if (trialDays !== null) return { lines: lines.map((item) => ({ ...item, unitAmount: 0 })), tax: 0 };
  const tax = lines.reduce(
    (sum, item) => sum + taxOn(call.store, item.unitAmount * item.quantity, taxRates),
    0,
  );
  return { lines, tax };
}

function createCheckout(call: Call, given: CreateInput): CheckoutRecord {
  checkTerms(call, given);
  const customer = referCustomer(call, given.customer);
  const id = newStripeId('cs_test');
  const lines = (given.line_items ?? []).map((item) => toLine(call, item));
  const subscribes = toSubscribes(given);
  const session: CheckoutRecord = {
    id,
    account: call.account,
    created: call.now,
    mode: given.mode,
    status: 'open',
    currency: currencyOf(call, given),
    lines,
    ...(subscribes && { subscribes, ...chargedNow(call, subscribes, lines) }),
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
