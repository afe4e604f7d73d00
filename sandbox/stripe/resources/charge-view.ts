import type { Stripe } from 'stripe';
import { cardOf } from '@/sandbox/stripe/cards';
import type { ChargeRecord, PaymentMethodRecord } from '@/sandbox/stripe/records';
import { cardFingerprint } from '@/sandbox/stripe/resources/payment-methods';
import type { Store } from '@/sandbox/stripe/store';

function renderCard(
  charge: ChargeRecord,
  method: PaymentMethodRecord,
): Stripe.Charge.PaymentMethodDetails.Card {
  const card = cardOf(method.number);
  return {
    amount_authorized: charge.status === 'succeeded' ? charge.amount : null,
    authorization_code: charge.status === 'succeeded' ? charge.id.slice(-6).toUpperCase() : null,
    brand: card.brand,
    ...(charge.captured || charge.captureBefore === null ? {} : { capture_before: charge.captureBefore }),
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    electronic_commerce_indicator: charge.authenticated ? '05' : null,
    exp_month: method.expMonth,
    exp_year: method.expYear,
    fingerprint: cardFingerprint(method.number),
    funding: 'credit',
    installments: null,
    last4: method.number.slice(-4),
    mandate: null,
    network: card.brand,
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: charge.authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: charge.id,
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  };
}

function renderOutcome(charge: ChargeRecord): Stripe.Charge.Outcome {
  const { failure } = charge;
  return {
    advice_code: failure ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failure ? 'declined_by_network' : 'approved_by_network',
    reason: failure ? (failure.declineCode ?? failure.code) : null,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: failure ? 'The bank returned a decline code.' : 'Payment complete.',
    type: failure ? 'issuer_declined' : 'authorized',
  };
}

function renderDetails(
  charge: ChargeRecord,
  method: PaymentMethodRecord | undefined,
): Stripe.Charge.PaymentMethodDetails {
  if (charge.sourceTransfer !== null) return { type: 'stripe_account', stripe_account: {} };
  return { type: 'card', ...(method === undefined ? {} : { card: renderCard(charge, method) }) };
}

export function renderCharge(store: Store, charge: ChargeRecord): Stripe.Charge {
  const method = charge.paymentMethod === null ? undefined : store.paymentMethods.find(charge.paymentMethod);
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.amountCaptured,
    amount_refunded: charge.amountRefunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: charge.balanceTransaction,
    billing_details: {
      address: null,
      email: method?.email ?? null,
      name: method?.name ?? null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: charge.sourceTransfer === null ? 'CONSILIA' : null,
    captured: charge.captured,
    created: charge.created,
    currency: charge.currency,
    customer: charge.customer,
    description: charge.description,
    disputed: store.disputes.where('charge', charge.id).length > 0,
    failure_balance_transaction: null,
    failure_code: charge.failure?.code ?? null,
    failure_message: charge.failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: charge.metadata,
    on_behalf_of: null,
    outcome: charge.sourceTransfer === null ? renderOutcome(charge) : null,
    paid: charge.status === 'succeeded',
    payment_intent: charge.intent,
    payment_method: charge.paymentMethod,
    payment_method_details: renderDetails(charge, method),
    receipt_email: charge.receiptEmail,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.amountRefunded > 0 && charge.amountRefunded >= charge.amount,
    review: null,
    shipping: null,
    source: null,
    source_transfer: charge.sourceTransfer,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: charge.status,
    transfer_data: null,
    transfer_group: charge.transferGroup,
  };
}
