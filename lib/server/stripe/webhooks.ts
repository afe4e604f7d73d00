import type { Stripe } from 'stripe';
import { toWebhookEvent, type WebhookEvent } from '@/lib/server/stripe/webhook-event';
import { parseJson } from '@/lib/shared/read-body';

/** A signature older than this is refused, so that a recorded request cannot be replayed later. */
const toleranceSeconds = 300;

function isSigned(client: Stripe, body: string, signature: string, secret: string): boolean {
  try {
    return client.webhooks.signature?.verifyHeader(body, signature, secret, toleranceSeconds) ?? false;
  } catch {
    // The SDK throws more than its own errors, for instance at an empty signature; none of them is genuine.
    return false;
  }
}

/**
 * Checks the signature over the raw body against each active secret (two during a rotation) and reads the
 * event. Undefined when no secret fits, the request is forged, altered or too old, or when the body is no JSON.
 */
export function verifyWebhook(
  client: Stripe,
  body: string,
  signature: string | null,
  secrets: readonly string[],
): WebhookEvent | undefined {
  if (signature === null) return undefined;
  if (!secrets.some((secret) => isSigned(client, body, signature, secret))) return undefined;
  const event = parseJson(body);
  return event === undefined ? undefined : toWebhookEvent(event);
}
