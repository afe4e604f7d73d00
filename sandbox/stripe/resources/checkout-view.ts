import type { Stripe } from 'stripe';
import type { CheckoutRecord } from '@/sandbox/stripe/records';
import type { Store } from '@/sandbox/stripe/store';

export function subtotalOf(session: CheckoutRecord): number {
  return session.lines.reduce((sum, line) => sum + line.unitAmount * line.quantity, 0);
}

export function totalOf(session: CheckoutRecord): number {
  return subtotalOf(session) + (session.tax ?? 0);
}

export function checkoutUrl(publicUrl: string, session: CheckoutRecord): string {
  return `${publicUrl}/c/pay/${session.id}`;
}

function paymentStatus(store: Store, session: CheckoutRecord): Stripe.Checkout.Session.PaymentStatus {
  if (session.mode === 'setup') return 'no_payment_required';
  if (session.mode === 'subscription' && session.subscription !== undefined)
    return totalOf(session) === 0 ? 'no_payment_required' : 'paid';
  const intent = session.intent === null ? undefined : store.intents.find(session.intent);
  return intent?.status === 'succeeded' ? 'paid' : 'unpaid';
}

function renderHolder(session: CheckoutRecord): Stripe.Checkout.Session.CustomerDetails | null {
  if (session.status !== 'complete' && session.customerEmail === null) return null;
  return {
    address: null,
    business_name: null,
    email: session.customerEmail,
    individual_name: null,
    name: session.holderName,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

export function renderCheckout(
  store: Store,
  publicUrl: string,
  session: CheckoutRecord,
): Stripe.Checkout.Session {
  const isPayment = session.mode === 'payment';
  const sells = session.mode !== 'setup';
  const total = sells ? totalOf(session) : null;
  const subscription =
    session.subscription === undefined ? undefined : store.subscriptions.find(session.subscription);
  return {
    id: session.id,
    object: 'checkout.session',
    adaptive_pricing: isPayment ? { enabled: false } : null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: sells ? subtotalOf(session) : null,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: session.cancelUrl,
    client_reference_id: session.clientReference,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: session.created,
    currency: session.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: session.submitText === null ? null : { message: session.submitText },
      terms_of_service_acceptance: null,
    },
    customer: session.customer,
    customer_account: null,
    customer_creation: session.customerCreation,
    customer_details: renderHolder(session),
    customer_email: session.customerEmail,
    discounts: [],
    expires_at: session.expiresAt,
    integration_identifier: null,
    invoice: subscription?.latestInvoice ?? null,
    invoice_creation: null,
    livemode: false,
    locale: session.locale,
    managed_payments: null,
    metadata: session.metadata,
    mode: session.mode,
    origin_context: null,
    payment_intent: isPayment ? session.intent : null,
    payment_link: null,
    payment_method_collection: isPayment ? 'if_required' : 'always',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: paymentStatus(store, session),
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: session.setup,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: session.status,
    submit_type: session.submitType,
    subscription: subscription?.id ?? null,
    success_url: session.successUrl,
    total_details: sells ? { amount_discount: 0, amount_shipping: 0, amount_tax: session.tax ?? 0 } : null,
    ui_mode: 'hosted_page',
    url: session.status === 'open' ? checkoutUrl(publicUrl, session) : null,
    wallet_options: null,
  };
}

/** The lines of a session; prices made inline are not repeated as price objects. */
export function renderLine(session: CheckoutRecord, line: CheckoutRecord['lines'][number]): Stripe.LineItem {
  const total = line.unitAmount * line.quantity;
  return {
    id: line.id,
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: session.currency ?? 'eur',
    description: line.name,
    metadata: null,
    price: null,
    quantity: line.quantity,
  };
}
