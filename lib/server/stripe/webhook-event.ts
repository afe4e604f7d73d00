import { z } from 'zod';

/** What the app keeps of an event: which object changed. The object itself is fetched anew. */
export type WebhookEvent = {
  id: string;
  type: string;
  createdAt: Date;
  /** `payment_intent`, `checkout.session`, `v2.core.account`, … */
  objectType: string;
  objectId: string;
  /** The connected account it happened in; null for the platform. */
  accountId: string | null;
};

const snapshot = z
  .object({
    object: z.literal('event'),
    id: z.string(),
    type: z.string(),
    created: z.number(),
    account: z.string().optional(),
    data: z.object({ object: z.object({ object: z.string(), id: z.string().default('') }) }),
  })
  .transform(
    (event): WebhookEvent => ({
      id: event.id,
      type: event.type,
      createdAt: new Date(event.created * 1000),
      objectType: event.data.object.object,
      objectId: event.data.object.id,
      accountId: event.account ?? null,
    }),
  );

const thin = z
  .object({
    object: z.literal('v2.core.event'),
    id: z.string(),
    type: z.string(),
    created: z.string(),
    context: z.string().nullish(),
    related_object: z.object({ id: z.string(), type: z.string() }).nullish(),
  })
  .transform(
    (event): WebhookEvent => ({
      id: event.id,
      type: event.type,
      createdAt: new Date(event.created),
      objectType: event.related_object?.type ?? '',
      objectId: event.related_object?.id ?? '',
      accountId: event.context ?? null,
    }),
  );

const either = z.union([snapshot, thin]);

/** Reads a snapshot or a thin event; throws when it is neither. */
export function toWebhookEvent(value: unknown): WebhookEvent {
  return either.parse(value);
}
