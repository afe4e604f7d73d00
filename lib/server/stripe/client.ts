import { Stripe } from 'stripe';

export type StripeConfig = {
  secretKey: string;
  /** Another host than Stripe's own: the local sandbox. */
  api: { host: string; port: number; protocol: 'http' | 'https' } | null;
  maxNetworkRetries: number;
};

const timeoutMs = 20_000;

/** Retries carry the caller's idempotency key, so a lost answer never becomes a second effect. */
export function createClient(config: StripeConfig): Stripe {
  return new Stripe(config.secretKey, {
    ...config.api,
    telemetry: false,
    timeout: timeoutMs,
    maxNetworkRetries: config.maxNetworkRetries,
  });
}

/** The id of something Stripe gives either as id or expanded. */
export function idOf(value: string | { id: string } | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : value.id;
}

export function toDate(seconds: number): Date {
  return new Date(seconds * 1000);
}
