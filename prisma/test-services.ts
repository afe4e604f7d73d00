import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { RunningServer } from '@/sandbox/http/server';
import { startMailSandbox } from '@/sandbox/mail/server';
import { startStripeSandbox } from '@/sandbox/stripe/server';
import { refuseInvalid, takeInvalidRequests } from '@/sandbox/testing/stripe';

export type StripeForTests = RunningServer & {
  /** An order to the sandbox; throws when it does not take it. */
  control: (path: string, body?: object) => Promise<unknown>;
  /** Ends it; throws when it was sent a request that the SDK's types do not allow. */
  stop: () => Promise<void>;
};

async function startStripeForTests(): Promise<StripeForTests> {
  const folder = mkdtempSync(join(tmpdir(), 'consilia-stripe-'));
  const server = await startStripeSandbox({
    port: 0,
    file: join(folder, 'stripe.sqlite'),
    secretKey: process.env.STRIPE_SECRET_KEY ?? '',
    appUrl: null,
    webhookSecret: process.env.STRIPE_WEBHOOK_SECRET ?? '',
    connectWebhookSecret: process.env.STRIPE_CONNECT_WEBHOOK_SECRET ?? '',
    retryBaseMs: 50,
    checkParams: true,
  });
  process.env.STRIPE_API_PORT = new URL(server.url).port;
  return {
    ...server,
    control: async (path, body = {}) => {
      const response = await fetch(`${server.url}/_sandbox/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
      if (!response.ok) throw new Error(`control ${path}: ${await response.text()}`);
      return response.json();
    },
    stop: async () => {
      const invalid = await takeInvalidRequests(server.url);
      await server.close();
      rmSync(folder, { recursive: true, force: true });
      refuseInvalid(invalid);
    },
  };
}

/**
 * The payment sandbox of the file's tests, from before the first of them to after the last; it must run before the
 * first call that reads the configuration.
 */
export function stripeForTests(): StripeForTests {
  const stripe = {} as StripeForTests;
  beforeAll(async () => {
    Object.assign(stripe, await startStripeForTests());
  });
  afterAll(() => stripe.stop());
  return stripe;
}

/** A mail sandbox of this test file's own; the same holds. */
export async function startMailForTests(): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'consilia-mail-'));
  const server = await startMailSandbox({ port: 0, file: join(folder, 'mail.sqlite') });
  process.env.RESEND_BASE_URL = server.url;
  return {
    ...server,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
