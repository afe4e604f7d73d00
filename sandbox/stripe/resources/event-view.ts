import { Stripe } from 'stripe';
import { countPending } from '@/sandbox/stripe/deliveries';
import type { EventRecord, SnapshotEventRecord, ThinEventRecord } from '@/sandbox/stripe/records';
import type { Store } from '@/sandbox/stripe/store';

export const apiVersion = Stripe.API_VERSION;

export function renderEvent(store: Store, event: SnapshotEventRecord): Stripe.EventBase {
  return {
    id: event.id,
    object: 'event',
    ...(event.account === null ? {} : { account: event.account }),
    api_version: apiVersion,
    created: event.created,
    data: {
      object: event.body,
      ...(event.previous === null ? {} : { previous_attributes: event.previous }),
    },
    livemode: false,
    pending_webhooks: countPending(store, event.id),
    request: { id: event.request.id, idempotency_key: event.request.key },
    type: event.type,
  };
}

type ThinEvent = Stripe.V2.Core.EventBase & {
  related_object: Stripe.V2.Core.Events.RelatedObject;
};

/** The notification of a thin event: what happened to which object, without the object. */
export function renderThinEvent(event: ThinEventRecord): ThinEvent {
  return {
    id: event.id,
    object: 'v2.core.event',
    type: event.type,
    created: new Date(event.created * 1000).toISOString(),
    livemode: false,
    related_object: {
      id: event.subject,
      type: 'v2.core.account',
      url: `/v2/core/accounts/${event.subject}`,
    },
    ...(event.request.id === null
      ? {}
      : {
          reason: {
            type: 'request',
            request: { id: event.request.id, idempotency_key: event.request.key ?? '' },
          },
        }),
  };
}

export function renderWebhookPayload(store: Store, event: EventRecord): string {
  return JSON.stringify(event.thin ? renderThinEvent(event) : renderEvent(store, event), null, 2);
}
