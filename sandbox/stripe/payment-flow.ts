import { availabilityDelay, authorisationLifetime } from '@/sandbox/stripe/clock';
import { cardFee, moveFunds } from '@/sandbox/stripe/balance';
import type { Call } from '@/sandbox/stripe/call';
import { cardOf, type Decline, needsAuthentication } from '@/sandbox/stripe/cards';
import { disputeIfCardDoes } from '@/sandbox/stripe/dispute-flow';
import { emit } from '@/sandbox/stripe/events';
import { newStripeId } from '@/sandbox/stripe/ids';
import { emitIntent } from '@/sandbox/stripe/intent-flow';
import type { ChargeRecord, IntentRecord, PaymentMethodRecord } from '@/sandbox/stripe/records';
import { renderCharge } from '@/sandbox/stripe/resources/charge-view';

function newCharge(call: Call, intent: IntentRecord, method: PaymentMethodRecord): ChargeRecord {
  return {
    id: newStripeId('ch'),
    account: call.account,
    created: call.now,
    intent: intent.id,
    amount: intent.amount,
    amountCaptured: 0,
    amountRefunded: 0,
    currency: intent.currency,
    captured: false,
    status: 'succeeded',
    customer: intent.customer,
    paymentMethod: method.id,
    description: intent.description,
    receiptEmail: intent.receiptEmail,
    metadata: intent.metadata,
    transferGroup: intent.transferGroup,
    balanceTransaction: null,
    failure: null,
    sourceTransfer: null,
    captureBefore: null,
    authenticated: false,
  };
}

function fail(call: Call, intent: IntentRecord, method: PaymentMethodRecord, decline: Decline): IntentRecord {
  const failure = {
    code: decline.code,
    declineCode: decline.declineCode,
    message: decline.message,
    charge: null,
    paymentMethod: method.id,
  };
  const charge = newCharge(call, intent, method);
  const failed = call.store.charges.save({
    ...charge,
    status: 'failed',
    failure: { ...failure, charge: charge.id },
  });
  emit(call, 'charge.failed', renderCharge(call.store, failed));
  const record = call.store.intents.save({
    ...intent,
    status: 'requires_payment_method',
    paymentMethod: null,
    latestCharge: failed.id,
    failure: failed.failure,
  });
  emitIntent(call, 'payment_intent.payment_failed', record);
  return record;
}

/**
 * Moves the money of an authorised charge into the pending balance: available after two days, at once
 * for the card made for that.
 */
export function settleCharge(
  call: Call,
  charge: ChargeRecord,
  amount: number,
  fee = cardFee(amount),
): ChargeRecord {
  const method =
    charge.paymentMethod === null ? undefined : call.store.paymentMethods.find(charge.paymentMethod);
  const atOnce = method !== undefined && cardOf(method.number).availableAtOnce;
  const balance = moveFunds(call, {
    account: charge.account,
    type: 'charge',
    amount,
    fee,
    currency: charge.currency,
    availableOn: atOnce ? call.now : call.now + availabilityDelay,
    source: charge.id,
    description: charge.description,
  });
  return call.store.charges.save({
    ...charge,
    captured: true,
    amountCaptured: amount,
    balanceTransaction: balance.id,
  });
}

function succeed(
  call: Call,
  intent: IntentRecord,
  method: PaymentMethodRecord,
  authenticated: boolean,
): IntentRecord {
  if (intent.setupFutureUsage === 'off_session') call.store.paymentMethods.save({ ...method, setUp: true });
  const charge = { ...newCharge(call, intent, method), authenticated };
  if (intent.captureMethod === 'manual') {
    const captureBefore = call.now + authorisationLifetime;
    const held = call.store.charges.save({ ...charge, captureBefore });
    emit(call, 'charge.succeeded', renderCharge(call.store, held));
    const record = call.store.intents.save({
      ...intent,
      status: 'requires_capture',
      paymentMethod: method.id,
      latestCharge: held.id,
      failure: null,
      captureBefore,
    });
    emitIntent(call, 'payment_intent.amount_capturable_updated', record);
    return record;
  }
  call.store.charges.save(charge);
  const paid = settleCharge(call, charge, intent.amount);
  emit(call, 'charge.succeeded', renderCharge(call.store, paid));
  const record = call.store.intents.save({
    ...intent,
    status: 'succeeded',
    paymentMethod: method.id,
    latestCharge: paid.id,
    failure: null,
    amountReceived: intent.amount,
  });
  emitIntent(call, 'payment_intent.succeeded', record);
  disputeIfCardDoes(call, paid);
  return record;
}

/**
 * Tries to charge a card: the outcome is in the intent's status. Without the holder (`offSession`) a card
 * that wants authentication is declined with `authentication_required`.
 */
export function attemptPayment(
  call: Call,
  intent: IntentRecord,
  method: PaymentMethodRecord,
  how: { offSession: boolean; authenticated: boolean },
): IntentRecord {
  const card = cardOf(method.number);
  const asks =
    !how.authenticated && needsAuthentication(card, { offSession: how.offSession, setUp: method.setUp });
  if (asks && how.offSession) {
    return fail(call, intent, method, {
      code: 'authentication_required',
      declineCode: 'authentication_required',
      message: 'Your card was declined. This transaction requires authentication.',
    });
  }
  if (asks) {
    const record = call.store.intents.save({
      ...intent,
      status: 'requires_action',
      paymentMethod: method.id,
      failure: null,
    });
    emitIntent(call, 'payment_intent.requires_action', record);
    return record;
  }
  if (card.charge) return fail(call, intent, method, card.charge);
  return succeed(call, intent, method, how.authenticated);
}

/** The holder did not pass the challenge. */
export function failAuthentication(call: Call, intent: IntentRecord): IntentRecord {
  const record = call.store.intents.save({
    ...intent,
    status: 'requires_payment_method',
    failure: {
      code: 'payment_intent_authentication_failure',
      declineCode: null,
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      charge: null,
      paymentMethod: intent.paymentMethod,
    },
    paymentMethod: null,
  });
  emitIntent(call, 'payment_intent.payment_failed', record);
  return record;
}

/** Cancels an intent; money that was only authorised is let go. */
export function cancelIntent(
  call: Call,
  intent: IntentRecord,
  reason: string | null,
  chargeEvent: 'charge.refunded' | 'charge.expired' = 'charge.refunded',
): IntentRecord {
  const charge = intent.latestCharge === null ? undefined : call.store.charges.find(intent.latestCharge);
  if (intent.status === 'requires_capture' && charge !== undefined) {
    const released = call.store.charges.save({ ...charge, amountRefunded: charge.amount });
    emit(call, chargeEvent, renderCharge(call.store, released));
  }
  const record = call.store.intents.save({
    ...intent,
    status: 'canceled',
    canceledAt: call.now,
    cancellationReason: reason,
    captureBefore: null,
  });
  emitIntent(call, 'payment_intent.canceled', record);
  return record;
}
