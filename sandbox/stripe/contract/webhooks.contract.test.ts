import { afterEach, beforeEach, expect, test } from 'vitest';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import { completeOnboardingForm } from '@/sandbox/testing/hosted-pages';
import {
  type HookReceiver,
  startHookReceiver,
  startStripeTestbed,
  type StripeTestbed,
} from '@/sandbox/testing/stripe';

let app: HookReceiver;
let bed: StripeTestbed;

beforeEach(async () => {
  app = await startHookReceiver();
  bed = await startStripeTestbed(app.url);
});

afterEach(async () => {
  await bed.close();
  await app.close();
});

function types(): string[] {
  return app.received.map((hook) => hook.type);
}

async function settled(): Promise<void> {
  await expect
    .poll(async () => (await bed.control<{ unfinishedDeliveries: number }>('events')).unfinishedDeliveries)
    .toBe(0);
}

test('an event is signed for the platform endpoint and names the request that caused it', async () => {
  const customer = await bed.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k' });
  const hook = await app.waitFor((each) => each.type === 'customer.created');
  expect(hook.path).toBe('/api/webhooks/stripe');
  const event = bed.stripe.webhooks.constructEvent(hook.body, hook.signature, sandboxDefaults.webhookSecret);
  expect(event).toMatchObject({
    data: { object: { id: customer.id } },
    request: { idempotency_key: 'k' },
    livemode: false,
  });
  expect(() => bed.stripe.webhooks.constructEvent(hook.body, hook.signature, 'whsec_other')).toThrow();
  expect(await bed.stripe.events.retrieve(event.id)).toMatchObject({
    id: event.id,
    type: 'customer.created',
  });
});

test('a refused event comes again until it is taken', async () => {
  let refusals = 3;
  app.answer = () => {
    refusals -= 1;
    return refusals >= 0 ? 500 : 200;
  };
  await bed.stripe.customers.create({});
  await settled();
  expect(types()).toEqual(['customer.created', 'customer.created', 'customer.created', 'customer.created']);
  const ids = new Set(app.received.map((hook) => hook.body.match(/evt_\w+/)?.[0]));
  expect(ids.size).toBe(1);
});

test('what was never confirmed can be listed', async () => {
  app.answer = () => 500;
  await bed.stripe.customers.create({});
  await app.waitFor(() => true);
  const open = await bed.stripe.events.list({ delivery_success: false });
  expect(open.data).toMatchObject([{ type: 'customer.created', pending_webhooks: 1 }]);
  app.answer = () => 200;
  await bed.control('webhooks/hurry', {});
  await settled();
  expect((await bed.stripe.events.list({ delivery_success: false })).data).toEqual([]);
});

test('events can be held back and come in reverse', async () => {
  await bed.control('webhooks', { hold: true });
  await bed.stripe.paymentIntents.create({
    amount: 500,
    currency: 'eur',
    payment_method: 'pm_card_visa',
    confirm: true,
    off_session: true,
  });
  const { delivered } = await bed.control<{ delivered: { status: string }[] }>('webhooks/release', {
    order: 'reversed',
  });
  expect(delivered.map((answer) => answer.status)).toEqual(['200', '200', '200']);
  expect(types()).toEqual(['payment_intent.succeeded', 'charge.succeeded', 'payment_intent.created']);
});

test('events can come more than once, and one can be sent again', async () => {
  await bed.control('webhooks', { copies: 2 });
  await bed.stripe.customers.create({});
  await settled();
  expect(types()).toEqual(['customer.created', 'customer.created']);
  const [event] = (await bed.stripe.events.list()).data;
  await bed.control('webhooks/resend', { event: event?.id });
  await settled();
  expect(types()).toHaveLength(3);
});

test('events can be late', async () => {
  await bed.control('webhooks', { delayMs: 150 });
  const before = Date.now();
  await bed.stripe.customers.create({});
  await app.waitFor(() => true);
  expect(Date.now() - before).toBeGreaterThanOrEqual(140);
});

test('what was not delivered before a restart is delivered after it', async () => {
  await bed.control('webhooks', { hold: true });
  await bed.stripe.customers.create({});
  await bed.restart();
  await bed.control('webhooks/release', {});
  expect(types()).toEqual(['customer.created']);
});

test('onboarding tells the connect endpoint by thin events that lead to the account', async () => {
  const account = await bed.stripe.v2.core.accounts.create({
    dashboard: 'express',
    configuration: {
      recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } },
    },
  });
  const link = await bed.stripe.v2.core.accountLinks.create({
    account: account.id,
    use_case: {
      type: 'account_onboarding',
      account_onboarding: { refresh_url: 'http://a.test/r', return_url: 'http://a.test/b' },
    },
  });
  await completeOnboardingForm(link.url);
  const hook = await app.waitFor(
    (each) => each.type === 'v2.core.account[configuration.recipient].capability_status_updated',
  );
  expect(hook.path).toBe('/api/webhooks/stripe-connect');
  const notice = bed.stripe.parseEventNotification(
    hook.body,
    hook.signature,
    sandboxDefaults.connectWebhookSecret,
  );
  if (notice.type !== 'v2.core.account[configuration.recipient].capability_status_updated')
    throw new Error(notice.type);
  expect(await notice.fetchRelatedObject()).toMatchObject({ id: account.id });
  expect(await notice.fetchEvent()).toMatchObject({
    data: { updated_capability: 'stripe_balance.stripe_transfers' },
  });
  await app.waitFor((each) => each.type === 'v2.core.account[requirements].updated');
  const listed = await bed.stripe.v2.core.events.list({ object_id: account.id, limit: 10 });
  expect(listed.data.map((event) => event.type)).toContain('v2.core.account_link.returned');
});
