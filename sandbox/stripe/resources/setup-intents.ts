import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { missingObject } from '@/sandbox/stripe/errors';
import { emit } from '@/sandbox/stripe/events';
import { newSecret, newStripeId } from '@/sandbox/stripe/ids';
import { paging, text } from '@/sandbox/stripe/inputs';
import type { SetupRecord } from '@/sandbox/stripe/records';
import { renderList } from '@/sandbox/stripe/resources/lists';
import { renderFailure } from '@/sandbox/stripe/resources/payment-intent-view';
import { defineRoute, type Route } from '@/sandbox/stripe/router';
import type { Store } from '@/sandbox/stripe/store';

export function renderSetup(store: Store, setup: SetupRecord): Stripe.SetupIntent {
  return {
    id: setup.id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: setup.status === 'canceled' ? 'abandoned' : null,
    client_secret: setup.clientSecret,
    created: setup.created,
    customer: setup.customer,
    customer_account: null,
    description: setup.description,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: setup.failure === null ? null : renderFailure(store, setup.failure),
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: setup.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: setup.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: setup.status,
    usage: setup.usage,
  };
}

export function createSetup(call: Call, details: Partial<SetupRecord>): SetupRecord {
  const id = newStripeId('seti');
  const setup = call.store.setups.save({
    id,
    account: call.account,
    created: call.now,
    customer: null,
    paymentMethod: null,
    description: null,
    metadata: {},
    status: 'requires_payment_method',
    usage: 'off_session',
    failure: null,
    clientSecret: newSecret(id),
    checkout: null,
    ...details,
  });
  emit(call, 'setup_intent.created', renderSetup(call.store, setup));
  return setup;
}

export const setupIntentRoutes: Route[] = [
  defineRoute(
    'GET',
    '/v1/setup_intents',
    z.strictObject({ ...paging, customer: text.optional() }),
    (call, _path, given) => {
      const page = call.store.setups.page({
        account: call.account,
        limit: given.limit,
        startingAfter: given.starting_after,
        endingBefore: given.ending_before,
        created: given.created,
        match: { customer: given.customer },
      });
      return renderList(page, '/v1/setup_intents', (setup) => renderSetup(call.store, setup));
    },
  ),
  defineRoute(
    'GET',
    '/v1/setup_intents/:id',
    z.strictObject({ client_secret: text.optional() }),
    (call, path) => {
      const setup = call.store.setups.find(path.id);
      if (setup === undefined || setup.account !== call.account)
        throw missingObject('setupintent', path.id, 'intent');
      return renderSetup(call.store, setup);
    },
  ),
];
