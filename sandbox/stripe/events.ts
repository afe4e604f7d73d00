import type { Stripe } from 'stripe';
import type { Call } from '@/sandbox/stripe/call';
import { newStripeId } from '@/sandbox/stripe/ids';
import type { EventRecord } from '@/sandbox/stripe/records';
import { enqueueDelivery } from '@/sandbox/stripe/deliveries';

type Snapshot = { id?: string; object: string };

function toBody(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value));
}

function requestOf(call: Call): EventRecord['request'] {
  return { id: call.requestId, key: call.idempotencyKey };
}

/** Records a snapshot event about `object` and queues its delivery, in the caller's transaction. */
export function emit(
  call: Call,
  type: Stripe.EventBase['type'],
  object: Snapshot,
  previous: Record<string, unknown> | null = null,
): EventRecord {
  const event = call.store.events.save({
    id: newStripeId('evt'),
    account: call.account,
    created: call.now,
    type,
    body: toBody(object),
    previous,
    request: requestOf(call),
    thin: false,
    subject: object.id ?? '',
  });
  enqueueDelivery(call.store, event.id, call.account === null ? 'platform' : 'connect');
  return event;
}

/** Records a thin event about a connected account (Accounts v2); it goes to the connect endpoint. */
export function emitThin(
  call: Call,
  type: string,
  accountId: string,
  data: Record<string, unknown> | null,
): void {
  const event = call.store.events.save({
    id: newStripeId('evt_test'),
    account: null,
    created: call.now,
    type,
    body: { data },
    previous: null,
    request: requestOf(call),
    thin: true,
    subject: accountId,
  });
  enqueueDelivery(call.store, event.id, 'connect');
}
