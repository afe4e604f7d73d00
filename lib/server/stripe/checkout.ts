import type { Stripe } from 'stripe';
import type { Money } from '@/lib/shared/money';
import { idOf } from '@/lib/server/stripe/client';
import { attempt, type StripeOutcome } from '@/lib/server/stripe/outcome';

export type CheckoutLocale = 'de' | 'en' | 'fr' | 'ru';

export type CheckoutBase = {
  /** Idempotency key. The same key must come with the same values. */
  key: string;
  customerId: string;
  locale: CheckoutLocale;
  /** May hold `{CHECKOUT_SESSION_ID}`. */
  successUrl: string;
  cancelUrl: string;
  /** Ids only, never anything about the person or the subject. */
  metadata: Record<string, string>;
};

export type PaymentCheckoutInput = CheckoutBase & {
  amount: Money;
  /** What is bought, in the client's language, as it appears on the page. */
  title: string;
  description: string;
  /** `manual` only reserves the amount. */
  capture: 'automatic' | 'manual';
  /** Groups charge and transfer: the booking's id. */
  transferGroup: string;
  /** Keeps the card for a later charge without the client. */
  saveCard: boolean;
};

export type CheckoutView = {
  id: string;
  /** Address of the hosted page while the session is open. */
  url: string | null;
  status: 'open' | 'complete' | 'expired';
  isPaid: boolean;
  intentId: string | null;
  setupIntentId: string | null;
  /** The saved card of a finished setup session. */
  paymentMethodId: string | null;
  /** The subscription that a finished session began. */
  subscriptionId: string | null;
  customerId: string | null;
  amountTotal: number | null;
  currency: string | null;
  metadata: Record<string, string>;
};

function toStatus(status: string | null): CheckoutView['status'] {
  if (status === 'complete' || status === 'expired') return status;
  return 'open';
}

/** A session in our words. */
export function toCheckoutView(session: Stripe.Checkout.Session): CheckoutView {
  const setup = session.setup_intent;
  return {
    id: session.id,
    url: session.url,
    status: toStatus(session.status),
    isPaid: session.payment_status === 'paid',
    intentId: idOf(session.payment_intent),
    setupIntentId: idOf(setup),
    paymentMethodId: setup === null || typeof setup === 'string' ? null : idOf(setup.payment_method),
    subscriptionId: idOf(session.subscription),
    customerId: idOf(session.customer),
    amountTotal: session.amount_total,
    currency: session.currency,
    metadata: session.metadata ?? {},
  };
}

function paymentParams(input: PaymentCheckoutInput): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    customer: input.customerId,
    allowed_payment_method_types: ['card'],
    locale: input.locale,
    success_url: input.successUrl,
    cancel_url: input.cancelUrl,
    metadata: input.metadata,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: input.amount.currency.toLowerCase(),
          unit_amount: input.amount.amount,
          product_data: { name: input.title, description: input.description },
        },
      },
    ],
    payment_intent_data: {
      capture_method: input.capture,
      transfer_group: input.transferGroup,
      metadata: input.metadata,
      ...(input.saveCard ? { setup_future_usage: 'off_session' } : {}),
    },
  };
}

export type CheckoutVerbs = {
  /** Opens a hosted page that charges, or with `manual` reserves, the amount. */
  openPaymentCheckout: (input: PaymentCheckoutInput) => Promise<CheckoutView>;
  /** Opens a hosted page that stores a card for later charges. */
  openSetupCheckout: (input: CheckoutBase) => Promise<CheckoutView>;
  /** Closes an open page; `alreadyFinished` when it was paid or closed before. */
  expireCheckout: (sessionId: string, key: string) => Promise<StripeOutcome<CheckoutView>>;
  retrieveCheckout: (sessionId: string) => Promise<CheckoutView>;
};

export function checkoutVerbs(client: Stripe): CheckoutVerbs {
  return {
    openPaymentCheckout: async (input) =>
      toCheckoutView(
        await client.checkout.sessions.create(paymentParams(input), { idempotencyKey: input.key }),
      ),
    openSetupCheckout: async (input) =>
      toCheckoutView(
        await client.checkout.sessions.create(
          {
            mode: 'setup',
            ui_mode: 'hosted_page',
            customer: input.customerId,
            allowed_payment_method_types: ['card'],
            locale: input.locale,
            success_url: input.successUrl,
            cancel_url: input.cancelUrl,
            metadata: input.metadata,
            setup_intent_data: { metadata: input.metadata },
          },
          { idempotencyKey: input.key },
        ),
      ),
    expireCheckout: (sessionId, key) =>
      attempt(async () =>
        toCheckoutView(await client.checkout.sessions.expire(sessionId, {}, { idempotencyKey: key })),
      ),
    retrieveCheckout: async (sessionId) =>
      toCheckoutView(await client.checkout.sessions.retrieve(sessionId, { expand: ['setup_intent'] })),
  };
}
