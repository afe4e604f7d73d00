import { beginSubscription } from '@/sandbox/stripe/billing/subscription-flow';
import type { Call } from '@/sandbox/stripe/call';
import { cardOf } from '@/sandbox/stripe/cards';
import { emit } from '@/sandbox/stripe/events';
import { createIntent } from '@/sandbox/stripe/intent-flow';
import { attemptPayment, cancelIntent, failAuthentication } from '@/sandbox/stripe/payment-flow';
import type {
  CheckoutRecord,
  IntentRecord,
  PaymentMethodRecord,
  SetupRecord,
} from '@/sandbox/stripe/records';
import { renderCheckout, totalOf } from '@/sandbox/stripe/resources/checkout-view';
import { createCustomer } from '@/sandbox/stripe/resources/customers';
import { attachPaymentMethod, createPaymentMethod } from '@/sandbox/stripe/resources/payment-methods';
import { renderSetup } from '@/sandbox/stripe/resources/setup-intents';

export type CardEntry = { number: string; expMonth: number; expYear: number; name: string; email: string };

/** What pressing "Pay" led to. `declined` carries the code that the page explains. */
export type CheckoutOutcome =
  | { kind: 'complete'; session: CheckoutRecord }
  | { kind: 'challenge' }
  | { kind: 'declined'; code: string };

export function emitCheckout(
  call: Call,
  type: 'checkout.session.completed' | 'checkout.session.expired',
  session: CheckoutRecord,
): void {
  emit(call, type, renderCheckout(call.store, call.sandbox.publicUrl, session));
}

function complete(call: Call, session: CheckoutRecord): CheckoutOutcome {
  const done = call.store.checkouts.save({ ...session, status: 'complete' });
  emitCheckout(call, 'checkout.session.completed', done);
  return { kind: 'complete', session: done };
}

function withCustomer(call: Call, session: CheckoutRecord, entry: CardEntry): CheckoutRecord {
  const filled = { ...session, customerEmail: session.customerEmail ?? entry.email, holderName: entry.name };
  const wantsCustomer =
    session.mode !== 'payment' ||
    session.customerCreation === 'always' ||
    session.intentData.setupFutureUsage !== null;
  if (filled.customer !== null || !wantsCustomer) return call.store.checkouts.save(filled);
  const customer = createCustomer(call, { email: filled.customerEmail, name: entry.name });
  return call.store.checkouts.save({ ...filled, customer: customer.id });
}

function intentOf(call: Call, session: CheckoutRecord): IntentRecord {
  const existing = session.intent === null ? undefined : call.store.intents.find(session.intent);
  if (existing) return existing;
  return createIntent(call, {
    amount: totalOf(session),
    currency: session.currency ?? 'eur',
    captureMethod: session.intentData.captureMethod,
    customer: session.customer,
    description: session.intentData.description,
    receiptEmail: session.intentData.receiptEmail,
    metadata: session.intentData.metadata,
    transferGroup: session.intentData.transferGroup,
    setupFutureUsage: session.mode === 'subscription' ? 'off_session' : session.intentData.setupFutureUsage,
    statementDescriptorSuffix: session.intentData.statementDescriptorSuffix,
    checkout: session.id,
  });
}

function concludePayment(call: Call, session: CheckoutRecord, intent: IntentRecord): CheckoutOutcome {
  if (intent.status === 'requires_action') return { kind: 'challenge' };
  if (intent.status === 'requires_payment_method') {
    return { kind: 'declined', code: intent.failure?.declineCode ?? intent.failure?.code ?? 'card_declined' };
  }
  const method =
    intent.paymentMethod === null ? undefined : call.store.paymentMethods.find(intent.paymentMethod);
  const customer = session.customer === null ? undefined : call.store.customers.find(session.customer);
  if (method && session.mode === 'subscription') return subscribe(call, session, method, intent);
  if (method && customer && session.intentData.setupFutureUsage !== null)
    attachPaymentMethod(call, method, customer);
  return complete(call, session);
}

/** What was bought is a subscription: its card is kept, its first invoice is paid, or is of 0 while a trial runs. */
function subscribe(
  call: Call,
  session: CheckoutRecord,
  method: PaymentMethodRecord,
  intent: IntentRecord | null,
): CheckoutOutcome {
  const customer = session.customer === null ? undefined : call.store.customers.find(session.customer);
  if (customer === undefined || session.subscribes === undefined)
    throw new Error(`session ${session.id} sells no subscription`);
  const kept = call.store.paymentMethods.save({ ...method, setUp: true });
  attachPaymentMethod(call, kept, customer);
  const { id } = beginSubscription(
    call,
    { ...session.subscribes, customer: customer.id },
    { method: kept, intent },
  );
  return complete(call, { ...session, subscription: id });
}

/** Nothing is charged yet, but the card is kept. */
function subscribeForFree(call: Call, session: CheckoutRecord, method: PaymentMethodRecord): CheckoutOutcome {
  const refusal = cardOf(method.number).attach;
  if (refusal) return { kind: 'declined', code: refusal.declineCode ?? refusal.code };
  return subscribe(call, session, method, null);
}

function concludeSetup(
  call: Call,
  session: CheckoutRecord,
  setup: SetupRecord,
  method: PaymentMethodRecord,
): CheckoutOutcome {
  const customer = session.customer === null ? undefined : call.store.customers.find(session.customer);
  const ready = call.store.paymentMethods.save({ ...method, setUp: true });
  if (customer) attachPaymentMethod(call, ready, customer);
  const done = call.store.setups.save({
    ...setup,
    customer: session.customer,
    paymentMethod: method.id,
    status: 'succeeded',
    failure: null,
  });
  emit(call, 'setup_intent.succeeded', renderSetup(call.store, done));
  return complete(call, session);
}

function failSetup(
  call: Call,
  setup: SetupRecord,
  method: PaymentMethodRecord,
  code: string,
): CheckoutOutcome {
  const failed = call.store.setups.save({
    ...setup,
    status: 'requires_payment_method',
    paymentMethod: null,
    failure: {
      code,
      declineCode: null,
      message: 'Your card was declined.',
      charge: null,
      paymentMethod: method.id,
    },
  });
  emit(call, 'setup_intent.setup_failed', renderSetup(call.store, failed));
  return { kind: 'declined', code };
}

function attemptSetup(
  call: Call,
  session: CheckoutRecord,
  method: PaymentMethodRecord,
  authenticated: boolean,
): CheckoutOutcome {
  const setup = session.setup === null ? undefined : call.store.setups.find(session.setup);
  if (setup === undefined) throw new Error(`session ${session.id} has no setup intent`);
  const card = cardOf(method.number);
  if (card.attach) return failSetup(call, setup, method, card.attach.declineCode ?? card.attach.code);
  if (card.authentication !== 'never' && !authenticated) {
    const waiting = call.store.setups.save({ ...setup, status: 'requires_action', paymentMethod: method.id });
    emit(call, 'setup_intent.requires_action', renderSetup(call.store, waiting));
    return { kind: 'challenge' };
  }
  return concludeSetup(call, session, setup, method);
}

/** "Pay" (or "Save card") on the hosted page. */
export function submitCheckout(call: Call, open: CheckoutRecord, entry: CardEntry): CheckoutOutcome {
  const session = withCustomer(call, open, entry);
  const method = createPaymentMethod(call, {
    number: entry.number,
    expMonth: entry.expMonth,
    expYear: entry.expYear,
    email: session.customerEmail,
    name: entry.name,
  });
  if (session.mode === 'setup') return attemptSetup(call, session, method, false);
  if (session.mode === 'subscription' && totalOf(session) === 0)
    return subscribeForFree(call, session, method);
  const intent = intentOf(call, session);
  const owned = call.store.checkouts.save({ ...session, intent: intent.id });
  const result = attemptPayment(call, intent, method, { offSession: false, authenticated: false });
  return concludePayment(call, owned, result);
}

/** The holder's answer to the challenge. */
export function answerChallenge(call: Call, session: CheckoutRecord, passed: boolean): CheckoutOutcome {
  const setup = session.setup === null ? undefined : call.store.setups.find(session.setup);
  const intent = session.intent === null ? undefined : call.store.intents.find(session.intent);
  const methodId = session.mode === 'setup' ? setup?.paymentMethod : intent?.paymentMethod;
  const method = methodId ? call.store.paymentMethods.find(methodId) : undefined;
  if (method === undefined) return { kind: 'declined', code: 'authentication_failure' };
  if (session.mode === 'setup' && setup) {
    return passed
      ? attemptSetup(call, session, method, true)
      : failSetup(call, setup, method, 'setup_intent_authentication_failure');
  }
  if (intent === undefined || intent.status !== 'requires_action') {
    return { kind: 'declined', code: 'authentication_failure' };
  }
  if (!passed) {
    failAuthentication(call, intent);
    return { kind: 'declined', code: 'authentication_failure' };
  }
  return concludePayment(
    call,
    session,
    attemptPayment(call, intent, method, { offSession: false, authenticated: true }),
  );
}

/** Ends an open session: by our call or because its time is over. Its unfinished intent is cancelled. */
export function expireCheckout(call: Call, session: CheckoutRecord): CheckoutRecord {
  const expired = call.store.checkouts.save({ ...session, status: 'expired' });
  const intent = session.intent === null ? undefined : call.store.intents.find(session.intent);
  if (intent && intent.status !== 'canceled' && intent.status !== 'succeeded')
    cancelIntent(call, intent, 'expired');
  const setup = session.setup === null ? undefined : call.store.setups.find(session.setup);
  if (setup && setup.status !== 'succeeded') {
    const canceled = call.store.setups.save({ ...setup, status: 'canceled' });
    emit(call, 'setup_intent.canceled', renderSetup(call.store, canceled));
  }
  emitCheckout(call, 'checkout.session.expired', expired);
  return expired;
}
