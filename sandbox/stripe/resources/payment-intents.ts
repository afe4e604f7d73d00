import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { invalidParameter, invalidRequest, missingObject, StripeFault } from '@/sandbox/stripe/errors';
import { disputeIfCardDoes } from '@/sandbox/stripe/dispute-flow';
import { emit } from '@/sandbox/stripe/events';
import { integer, mergeMetadata, metadata, paging, text } from '@/sandbox/stripe/inputs';
import { createIntent, emitIntent } from '@/sandbox/stripe/intent-flow';
import { attemptPayment, cancelIntent, settleCharge } from '@/sandbox/stripe/payment-flow';
import type { IntentRecord } from '@/sandbox/stripe/records';
import { renderCharge } from '@/sandbox/stripe/resources/charge-view';
import { referCustomer } from '@/sandbox/stripe/resources/customers';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { common, confirmation, createInput } from '@/sandbox/stripe/resources/payment-intent-inputs';
import { renderFailure, renderIntent } from '@/sandbox/stripe/resources/payment-intent-view';
import { attachPaymentMethod, referPaymentMethod } from '@/sandbox/stripe/resources/payment-methods';
import { defineRoute, type Route } from '@/sandbox/stripe/router';

function view(call: Call, intent: IntentRecord): Stripe.PaymentIntent {
  return renderIntent(call.store, call.sandbox.publicUrl, intent);
}

function requireIntent(call: Call, id: string): IntentRecord {
  const intent = call.store.intents.find(id);
  if (intent === undefined || intent.account !== call.account)
    throw missingObject('payment_intent', id, 'intent');
  return intent;
}

function unexpectedState(call: Call, intent: IntentRecord, verb: string, allowed: string[]): StripeFault {
  return invalidRequest(
    `This PaymentIntent could not be ${verb} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${verb}: ${allowed.join(', ')}.`,
    { code: 'payment_intent_unexpected_state', payment_intent: view(call, intent) },
  );
}

type Confirmation = z.output<z.ZodObject<typeof confirmation>>;

function declined(call: Call, intent: IntentRecord): StripeFault {
  const error = intent.failure === null ? undefined : renderFailure(call.store, intent.failure);
  return new StripeFault(402, {
    type: 'card_error',
    message: error?.message ?? 'Your card was declined.',
    code: error?.code ?? 'card_declined',
    ...(error?.decline_code === undefined ? {} : { decline_code: error.decline_code }),
    ...(error?.charge === undefined ? {} : { charge: error.charge }),
    payment_intent: view(call, intent),
    payment_method: error?.payment_method,
  });
}

function confirm(call: Call, intent: IntentRecord, given: Confirmation): Stripe.PaymentIntent {
  const methodId = given.payment_method ?? intent.paymentMethod;
  if (methodId === null) {
    throw invalidRequest('You cannot confirm this PaymentIntent because it is missing a payment method.', {
      code: 'payment_intent_unexpected_state',
      payment_intent: view(call, intent),
    });
  }
  const found = referPaymentMethod(call, methodId);
  const customer = intent.customer === null ? null : (call.store.customers.find(intent.customer) ?? null);
  if (found.customer !== null && found.customer !== intent.customer) {
    throw invalidRequest('The provided PaymentMethod belongs to another customer.', {
      param: 'payment_method',
    });
  }
  const method =
    customer !== null && intent.setupFutureUsage !== null
      ? attachPaymentMethod(call, found, customer)
      : found;
  const prepared = { ...intent, returnUrl: given.return_url ?? intent.returnUrl };
  const result = attemptPayment(call, prepared, method, {
    offSession: given.off_session ?? false,
    authenticated: false,
  });
  if (result.status === 'requires_payment_method') throw declined(call, result);
  return view(call, result);
}

export const paymentIntentRoutes: Route[] = [
  defineRoute('POST', '/v1/payment_intents', createInput, (call, _path, given) => {
    const least = given.currency === 'eur' ? 50 : 1;
    if (given.amount < least) {
      throw invalidParameter('amount_too_small', 'amount', 'Amount must be at least €0.50 eur.');
    }
    const customer = referCustomer(call, given.customer);
    const intent = createIntent(call, {
      amount: given.amount,
      currency: given.currency,
      captureMethod: given.capture_method,
      customer: customer?.id ?? null,
      paymentMethod: given.payment_method ?? null,
      status: given.payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
      description: given.description ?? null,
      receiptEmail: given.receipt_email ?? null,
      metadata: mergeMetadata({}, given.metadata),
      transferGroup: given.transfer_group ?? null,
      setupFutureUsage: given.setup_future_usage ?? null,
      statementDescriptorSuffix: given.statement_descriptor_suffix ?? null,
      automaticMethods: given.allowed_payment_method_types === undefined,
    });
    return given.confirm ? confirm(call, intent, given) : view(call, intent);
  }),
  defineRoute(
    'GET',
    '/v1/payment_intents',
    z.strictObject({ ...paging, customer: text.optional() }),
    (call, _path, given) => {
      const page = call.store.intents.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        created: given.created,
        match: { customer: given.customer },
      });
      return renderList(page, '/v1/payment_intents', (intent) => view(call, intent));
    },
  ),
  defineRoute(
    'GET',
    '/v1/payment_intents/:id',
    z.strictObject({ client_secret: text.optional() }),
    (call, path) => view(call, requireIntent(call, path.id)),
  ),
  defineRoute('POST', '/v1/payment_intents/:id', z.strictObject(common), (call, path, given) => {
    const intent = requireIntent(call, path.id);
    return view(
      call,
      call.store.intents.save({
        ...intent,
        description: given.description ?? intent.description,
        receiptEmail: given.receipt_email ?? intent.receiptEmail,
        metadata: mergeMetadata(intent.metadata, given.metadata),
        transferGroup: given.transfer_group ?? intent.transferGroup,
        customer: referCustomer(call, given.customer)?.id ?? intent.customer,
        paymentMethod: given.payment_method ?? intent.paymentMethod,
      }),
    );
  }),
  defineRoute(
    'POST',
    '/v1/payment_intents/:id/confirm',
    z.strictObject(confirmation),
    (call, path, given) => {
      const intent = requireIntent(call, path.id);
      const allowed = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
      if (!allowed.includes(intent.status)) throw unexpectedState(call, intent, 'confirmed', allowed);
      return confirm(call, intent, given);
    },
  ),
  defineRoute(
    'POST',
    '/v1/payment_intents/:id/capture',
    z.strictObject({ amount_to_capture: integer.optional(), metadata: metadata.optional() }),
    (call, path, given) => {
      const intent = requireIntent(call, path.id);
      const charge = intent.latestCharge === null ? undefined : call.store.charges.find(intent.latestCharge);
      if (intent.status !== 'requires_capture' || charge === undefined) {
        throw unexpectedState(call, intent, 'captured', ['requires_capture']);
      }
      const captured = given.amount_to_capture ?? intent.amount;
      if (captured < 1 || captured > intent.amount) {
        throw invalidRequest(
          'Your request would overcapture the PaymentIntent: the amount is greater than the amount that can be captured.',
          { code: 'amount_too_large', param: 'amount_to_capture' },
        );
      }
      const paid = settleCharge(call, charge, captured);
      emit(call, 'charge.captured', renderCharge(call.store, paid));
      const record = call.store.intents.save({
        ...intent,
        metadata: mergeMetadata(intent.metadata, given.metadata),
        status: 'succeeded',
        amountReceived: captured,
        captureBefore: null,
      });
      emitIntent(call, 'payment_intent.succeeded', record);
      disputeIfCardDoes(call, paid);
      return view(call, record);
    },
  ),
  defineRoute(
    'POST',
    '/v1/payment_intents/:id/cancel',
    z.strictObject({
      cancellation_reason: z
        .enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'])
        .optional(),
    }),
    (call, path, given) => {
      const intent = requireIntent(call, path.id);
      const allowed = [
        'requires_payment_method',
        'requires_capture',
        'requires_confirmation',
        'requires_action',
      ];
      if (!allowed.includes(intent.status)) throw unexpectedState(call, intent, 'canceled', allowed);
      const session = intent.checkout === null ? undefined : call.store.checkouts.find(intent.checkout);
      if (session?.status === 'open') {
        throw invalidRequest('You cannot cancel this PaymentIntent because it was created by Checkout.', {
          payment_intent: view(call, intent),
        });
      }
      return view(call, cancelIntent(call, intent, given.cancellation_reason ?? null));
    },
  ),
];
