import type { Stripe } from 'stripe';
import type { Failure, IntentRecord } from '@/sandbox/stripe/records';
import { renderPaymentMethod } from '@/sandbox/stripe/resources/payment-methods';
import type { Store } from '@/sandbox/stripe/store';

export function renderFailure(store: Store, failure: Failure): Stripe.PaymentIntent.LastPaymentError {
  const method =
    failure.paymentMethod === null ? undefined : store.paymentMethods.find(failure.paymentMethod);
  return {
    type: failure.code === 'payment_intent_authentication_failure' ? 'invalid_request_error' : 'card_error',
    code: failure.code,
    ...(failure.declineCode === null ? {} : { decline_code: failure.declineCode }),
    ...(failure.charge === null ? {} : { charge: failure.charge }),
    ...(method === undefined ? {} : { payment_method: renderPaymentMethod(method) }),
    doc_url: `https://docs.stripe.com/error-codes/${failure.code.replaceAll('_', '-')}`,
    message: failure.message,
  };
}

function renderNextAction(publicUrl: string, intent: IntentRecord): Stripe.PaymentIntent.NextAction | null {
  if (intent.status !== 'requires_action') return null;
  return {
    type: 'redirect_to_url',
    redirect_to_url: {
      return_url: intent.returnUrl,
      url: `${publicUrl}/authenticate/${intent.id}/${intent.clientSecret}`,
    },
  };
}

export function renderIntent(store: Store, publicUrl: string, intent: IntentRecord): Stripe.PaymentIntent {
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: intent.amount,
    amount_capturable: intent.status === 'requires_capture' ? intent.amount : 0,
    amount_received: intent.amountReceived,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: intent.automaticMethods ? { allow_redirects: 'always', enabled: true } : null,
    canceled_at: intent.canceledAt,
    cancellation_reason: intent.cancellationReason,
    capture_method: intent.captureMethod,
    client_secret: intent.clientSecret,
    confirmation_method: 'automatic',
    created: intent.created,
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error: intent.failure === null ? null : renderFailure(store, intent.failure),
    latest_charge: intent.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: intent.metadata,
    next_action: renderNextAction(publicUrl, intent),
    on_behalf_of: null,
    payment_method: intent.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: intent.receiptEmail,
    review: null,
    setup_future_usage: intent.setupFutureUsage,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statementDescriptorSuffix,
    status: intent.status,
    transfer_group: intent.transferGroup,
  };
}
