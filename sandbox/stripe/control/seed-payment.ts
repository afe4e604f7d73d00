import { cardFee, moveFunds } from '@/sandbox/stripe/balance';
import type { Call } from '@/sandbox/stripe/call';
import { authorisationLifetime, availabilityDelay } from '@/sandbox/stripe/clock';
import type { Seed } from '@/sandbox/stripe/control/seed-input';
import { newSecret } from '@/sandbox/stripe/ids';
import type { BalanceRecord, PaymentMethodRecord } from '@/sandbox/stripe/records';

export function seedMethod(
  call: Call,
  id: string,
  customer: string | null,
  name: string,
  email: string,
): PaymentMethodRecord {
  return call.store.paymentMethods.save({
    id,
    account: null,
    created: call.now,
    customer,
    number: '4242424242424242',
    expMonth: 12,
    expYear: 2034,
    email,
    name,
    metadata: {},
    setUp: true,
  });
}

function bookCapture(call: Call, given: Seed['payments'][number]): BalanceRecord {
  const capturedAt = given.capturedAt ?? given.created;
  return moveFunds(
    { ...call, now: capturedAt },
    {
      id: given.balanceTransaction,
      account: null,
      type: 'charge',
      amount: given.amount,
      fee: cardFee(given.amount),
      currency: given.currency,
      availableOn: capturedAt + availabilityDelay,
      source: given.charge,
      description: given.description ?? null,
    },
  );
}

/** A past payment: captured at its own time, still reserved, or given up. */
export function seedPayment(call: Call, given: Seed['payments'][number]): void {
  const paid = given.status === 'succeeded';
  const methodId = given.paymentMethod ?? `pm_${given.charge.slice(3)}`;
  if (call.store.paymentMethods.find(methodId) === undefined) seedMethod(call, methodId, null, '', '');
  const captureBefore = given.status === 'requires_capture' ? given.created + authorisationLifetime : null;
  const shared = {
    account: null,
    created: given.created,
    amount: given.amount,
    currency: given.currency,
    customer: given.customer ?? null,
    paymentMethod: methodId,
    description: given.description ?? null,
    receiptEmail: null,
    metadata: given.metadata,
    transferGroup: given.transferGroup ?? null,
    failure: null,
    captureBefore,
  };
  const balance = paid ? bookCapture(call, given) : null;
  call.store.charges.save({
    ...shared,
    id: given.charge,
    intent: given.id,
    amountCaptured: paid ? given.amount : 0,
    amountRefunded: 0,
    captured: paid,
    status: 'succeeded',
    balanceTransaction: balance?.id ?? null,
    sourceTransfer: null,
    authenticated: false,
  });
  call.store.intents.save({
    ...shared,
    id: given.id,
    status: given.status,
    captureMethod: given.manualCapture || !paid ? 'manual' : 'automatic_async',
    setupFutureUsage: null,
    statementDescriptorSuffix: null,
    amountReceived: paid ? given.amount : 0,
    latestCharge: given.charge,
    canceledAt: given.status === 'canceled' ? (given.canceledAt ?? given.created) : null,
    cancellationReason: null,
    returnUrl: null,
    clientSecret: newSecret(given.id),
    checkout: null,
    automaticMethods: false,
  });
}
