import { env } from '@/lib/server/env';
import { type AccountVerbs, accountVerbs } from '@/lib/server/stripe/accounts';
import { type BillingVerbs, billingVerbs } from '@/lib/server/stripe/billing';
import { type BillingCatalogueVerbs, billingCatalogueVerbs } from '@/lib/server/stripe/billing-catalogue';
import { type CheckoutVerbs, checkoutVerbs } from '@/lib/server/stripe/checkout';
import { createClient, type StripeConfig } from '@/lib/server/stripe/client';
import { type DisputeVerbs, disputeVerbs } from '@/lib/server/stripe/disputes';
import { type IntentVerbs, intentVerbs } from '@/lib/server/stripe/intents';
import { type PayoutVerbs, payoutVerbs } from '@/lib/server/stripe/payouts';
import { type ReconciliationVerbs, reconciliationVerbs } from '@/lib/server/stripe/reconciliation';
import { type RefundVerbs, refundVerbs } from '@/lib/server/stripe/refunds';
import { type TransferVerbs, transferVerbs } from '@/lib/server/stripe/transfers';
import type { WebhookEvent } from '@/lib/server/stripe/webhook-event';
import { verifyWebhook } from '@/lib/server/stripe/webhooks';

export type WebhookEndpoint = 'platform' | 'connect';

export type GatewayConfig = StripeConfig & { webhookSecrets: Record<WebhookEndpoint, readonly string[]> };

/** Everything the product asks of Stripe, in its own words. */
export type StripeGateway = AccountVerbs &
  BillingCatalogueVerbs &
  BillingVerbs &
  CheckoutVerbs &
  DisputeVerbs &
  IntentVerbs &
  PayoutVerbs &
  RefundVerbs &
  TransferVerbs &
  ReconciliationVerbs & {
    /** The event of a signed request to an endpoint; undefined when the signature does not hold. */
    verifyWebhook: (
      endpoint: WebhookEndpoint,
      body: string,
      signature: string | null,
    ) => WebhookEvent | undefined;
  };

export function connectStripe(config: GatewayConfig): StripeGateway {
  const client = createClient(config);
  return {
    ...accountVerbs(client),
    ...billingCatalogueVerbs(client),
    ...billingVerbs(client),
    ...checkoutVerbs(client),
    ...disputeVerbs(client),
    ...intentVerbs(client),
    ...payoutVerbs(client),
    ...refundVerbs(client),
    ...transferVerbs(client),
    ...reconciliationVerbs(client),
    verifyWebhook: (endpoint, body, signature) =>
      verifyWebhook(client, body, signature, config.webhookSecrets[endpoint]),
  };
}

function present(...secrets: (string | undefined)[]): string[] {
  return secrets.filter((secret) => secret !== undefined);
}

let live: StripeGateway | undefined;

/** The gateway of this process, from its configuration. */
export function stripeGateway(): StripeGateway {
  if (live) return live;
  const config = env();
  live = connectStripe({
    secretKey: config.STRIPE_SECRET_KEY,
    api:
      config.STRIPE_API_HOST === undefined
        ? null
        : {
            host: config.STRIPE_API_HOST,
            port: config.STRIPE_API_PORT ?? 443,
            protocol: config.STRIPE_API_PROTOCOL ?? 'https',
          },
    maxNetworkRetries: 2,
    webhookSecrets: {
      platform: present(config.STRIPE_WEBHOOK_SECRET, config.STRIPE_WEBHOOK_SECRET_NEXT),
      connect: present(config.STRIPE_CONNECT_WEBHOOK_SECRET, config.STRIPE_CONNECT_WEBHOOK_SECRET_NEXT),
    },
  });
  return live;
}
