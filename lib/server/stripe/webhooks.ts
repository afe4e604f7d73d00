import { Stripe } from 'stripe';
import { toWebhookEvent, type WebhookEvent } from '@/lib/server/stripe/webhook-event';

/** A signature older than this is refused, so that a recorded request cannot be replayed later. */
const toleranceSeconds = 300;

function isSigned(client: Stripe, body: string, signature: string, secret: string): boolean {
  try {
    return client.webhooks.signature?.verifyHeader(body, signature, secret, toleranceSeconds) ?? false;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

/**
 * Checks the signature over the raw body against each active secret (two during a rotation) and reads the
 * event. Undefined when no secret fits: the request is forged, altered or too old.
 */
export function verifyWebhook(
  client: Stripe,
  body: string,
  signature: string | null,
  secrets: readonly string[],
): WebhookEvent | undefined {
  if (signature === null) return undefined;
  if (!secrets.some((secret) => isSigned(client, body, signature, secret))) return undefined;
  return toWebhookEvent(JSON.parse(body));
}
