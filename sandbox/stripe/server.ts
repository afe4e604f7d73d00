import { Faults } from '@/sandbox/http/faults';
import { inTransaction } from '@/sandbox/http/database';
import { html } from '@/sandbox/http/html';
import { pageReply, type Reply, textReply } from '@/sandbox/http/reply';
import { type Incoming, type RunningServer, startServer } from '@/sandbox/http/server';
import { handleApi } from '@/sandbox/stripe/api';
import { internalCall, type Sandbox } from '@/sandbox/stripe/call';
import { SandboxClock } from '@/sandbox/stripe/clock';
import type { StripeSandboxConfig } from '@/sandbox/stripe/config';
import { handleControl } from '@/sandbox/stripe/control/router';
import { KeysInUse } from '@/sandbox/stripe/idempotency';
import { authenticatePage } from '@/sandbox/stripe/pages/authenticate';
import { checkoutPages } from '@/sandbox/stripe/pages/checkout';
import { expressPage } from '@/sandbox/stripe/pages/express';
import { invoicePage } from '@/sandbox/stripe/pages/invoice';
import { pageLayout } from '@/sandbox/stripe/pages/layout';
import { onboardingPages } from '@/sandbox/stripe/pages/onboarding';
import { loadParamTypes } from '@/sandbox/stripe/params/load';
import { portalPages } from '@/sandbox/stripe/pages/portal';
import { Store } from '@/sandbox/stripe/store';
import { sweepAll } from '@/sandbox/stripe/sweep';
import { WebhookSender } from '@/sandbox/stripe/webhooks';

const sweepEveryMs = 1_000;

function homePage(): Reply {
  const body = html`<div class="narrow"><main class="card"><h1>Stripe sandbox</h1><p style="margin:0">A local stand-in for Stripe. No real money moves.</p></main></div>`;
  return pageReply(200, pageLayout('en', 'Stripe sandbox', body));
}

function page(sandbox: Sandbox, incoming: Incoming): Reply {
  const root = incoming.path.split('/')[1];
  if (root === '') return homePage();
  if (incoming.path.startsWith('/c/pay/')) return checkoutPages(sandbox, incoming);
  if (root === 'setup' || root === 'onboarding') return onboardingPages(sandbox, incoming);
  if (root === 'express') return expressPage(sandbox, incoming);
  if (root === 'i') return invoicePage(sandbox, incoming);
  if (incoming.path.startsWith('/p/session/')) return portalPages(sandbox, incoming);
  if (root === 'authenticate') return authenticatePage(sandbox, incoming);
  return textReply(404, 'not found');
}

/**
 * Starts the Stripe sandbox: API, hosted pages, webhooks and control calls on one loopback port. State
 * lives in one file and survives a killed process.
 */
export async function startStripeSandbox(config: StripeSandboxConfig): Promise<RunningServer> {
  if (!config.secretKey.startsWith('sk_test_sandbox')) {
    throw new Error('The Stripe sandbox takes only a key that begins with sk_test_sandbox.');
  }
  const store = new Store(config.file);
  const sandbox: Sandbox = {
    config,
    store,
    clock: new SandboxClock(store),
    faults: new Faults(),
    paramTypes: config.checkParams ? await loadParamTypes() : null,
    publicUrl: '',
  };
  const keys = new KeysInUse();
  const sender = new WebhookSender(sandbox);
  const server = await startServer(config.port, async (incoming) => {
    const isApi = incoming.path.startsWith('/v1/') || incoming.path.startsWith('/v2/');
    const isControl = incoming.path.startsWith('/_sandbox/');
    const reply = isApi
      ? await handleApi(sandbox, keys, incoming)
      : isControl
        ? await handleControl(sandbox, sender, incoming)
        : page(sandbox, incoming);
    sender.poke();
    return reply;
  });
  sandbox.publicUrl = server.url;
  const timer = setInterval(() => {
    inTransaction(store.db, () => sweepAll(internalCall(sandbox)));
    sender.poke();
  }, sweepEveryMs);
  return {
    ...server,
    close: async () => {
      clearInterval(timer);
      await sender.stop();
      await server.close();
      store.db.close();
    },
  };
}
