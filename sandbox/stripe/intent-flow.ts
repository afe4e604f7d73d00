import type { Call } from '@/sandbox/stripe/call';
import { emit } from '@/sandbox/stripe/events';
import { newSecret, newStripeId } from '@/sandbox/stripe/ids';
import type { IntentRecord } from '@/sandbox/stripe/records';
import { renderIntent } from '@/sandbox/stripe/resources/payment-intent-view';

export function emitIntent(call: Call, type: IntentEvent, intent: IntentRecord): void {
  emit(call, type, renderIntent(call.store, call.sandbox.publicUrl, intent));
}

type IntentEvent =
  | 'payment_intent.created'
  | 'payment_intent.requires_action'
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.succeeded'
  | 'payment_intent.payment_failed'
  | 'payment_intent.canceled';

type NewIntent = Pick<IntentRecord, 'amount' | 'currency' | 'captureMethod'> & Partial<IntentRecord>;

export function createIntent(call: Call, details: NewIntent): IntentRecord {
  const id = newStripeId('pi');
  const intent = call.store.intents.save({
    id,
    account: call.account,
    created: call.now,
    status: 'requires_payment_method',
    customer: null,
    paymentMethod: null,
    description: null,
    receiptEmail: null,
    metadata: {},
    transferGroup: null,
    setupFutureUsage: null,
    statementDescriptorSuffix: null,
    amountReceived: 0,
    latestCharge: null,
    failure: null,
    canceledAt: null,
    cancellationReason: null,
    returnUrl: null,
    clientSecret: newSecret(id),
    checkout: null,
    automaticMethods: false,
    captureBefore: null,
    ...details,
  });
  emitIntent(call, 'payment_intent.created', intent);
  return intent;
}
