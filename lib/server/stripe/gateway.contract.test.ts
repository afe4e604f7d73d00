import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Money } from '@/lib/shared/money';
import { connectStripe, type StripeGateway } from '@/lib/server/stripe/gateway';
import { signPayload } from '@/sandbox/stripe/webhooks';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import { answerCheckoutChallenge, completeOnboardingForm, payCheckout } from '@/sandbox/testing/hosted-pages';
import { startStripeTestbed, type StripeTestbed } from '@/sandbox/testing/stripe';

let bed: StripeTestbed;
let gateway: StripeGateway;

beforeAll(async () => {
  bed = await startStripeTestbed();
  gateway = connectStripe({
    secretKey: sandboxDefaults.secretKey,
    api: { host: '127.0.0.1', port: bed.port, protocol: 'http' },
    maxNetworkRetries: 0,
    webhookSecrets: { platform: ['whsec_new', 'whsec_old'], connect: ['whsec_connect'] },
  });
});

afterAll(() => bed.close());
beforeEach(() => bed.control('reset', {}));

const price: Money = { amount: 12_000, currency: 'EUR' };
const metadata = { payment: 'pay1' };

async function openPayment(capture: 'automatic' | 'manual' = 'automatic', key = 'co:pay1:1') {
  const { id: customerId } = await gateway.createCustomer({
    key: 'cus:1',
    email: 'camille@example.com',
    name: 'Camille Martin',
    locale: 'fr',
    metadata,
  });
  return gateway.openPaymentCheckout({
    key,
    customerId,
    locale: 'fr',
    successUrl: 'http://app.test/done',
    cancelUrl: 'http://app.test/back',
    metadata,
    amount: price,
    title: 'Séance',
    description: 'jeudi 26 novembre',
    capture,
    transferGroup: 'booking1',
    saveCard: true,
  });
}

async function payWith(capture: 'automatic' | 'manual', card?: string): Promise<string> {
  const session = await openPayment(capture);
  await payCheckout(session.url ?? '', card);
  const { intentId } = await gateway.retrieveCheckout(session.id);
  return intentId ?? '';
}

async function recipient(onboarded: boolean): Promise<string> {
  const account = await gateway.createRecipientAccount({
    key: 'acct:1',
    email: 'claire@example.com',
    displayName: 'Claire Fontaine',
    country: 'FR',
    currency: 'EUR',
    locale: 'fr',
    metadata,
  });
  if (onboarded) await completeOnboardingForm(await onboardingUrl(account.id));
  return account.id;
}

function onboardingUrl(accountId: string): Promise<string> {
  return gateway.onboardingLink({
    accountId,
    refreshUrl: 'http://app.test/again',
    returnUrl: 'http://app.test/payouts',
  });
}

describe('paying', () => {
  test('an automatic payment is received with its fee and the date its money is available', async () => {
    const intent = await gateway.retrieveIntent(await payWith('automatic'));
    expect(intent).toMatchObject({
      status: 'succeeded',
      amountReceived: 12_000,
      currency: 'EUR',
      transferGroup: 'booking1',
      metadata,
      funds: { fee: 205, net: 11_795 },
    });
    expect(intent.funds?.availableAt.getTime()).toBeGreaterThan(Date.now() + 47 * 3_600_000);
  });

  test('a reserved amount is captured once; capturing or cancelling again is an expected failure', async () => {
    const intentId = await payWith('manual');
    expect(await gateway.retrieveIntent(intentId)).toMatchObject({ status: 'authorised', funds: null });
    expect(await gateway.capture(intentId, 'cap:1')).toMatchObject({
      ok: true,
      value: { status: 'succeeded', funds: { fee: 205 } },
    });
    expect(await gateway.capture(intentId, 'cap:1')).toMatchObject({ ok: true });
    expect(await gateway.capture(intentId, 'cap:2')).toMatchObject({
      ok: false,
      failure: { reason: 'alreadyCaptured', intentId },
    });
    expect(await gateway.cancelIntent(intentId, 'can:1')).toMatchObject({
      ok: false,
      failure: { reason: 'alreadyCaptured' },
    });
  });

  test('a reserved amount is let go; capturing it then is an expected failure', async () => {
    const intentId = await payWith('manual');
    expect(await gateway.cancelIntent(intentId, 'can:1')).toMatchObject({
      ok: true,
      value: { status: 'canceled' },
    });
    expect(await gateway.capture(intentId, 'cap:1')).toMatchObject({
      ok: false,
      failure: { reason: 'alreadyCanceled' },
    });
    expect(await gateway.balance()).toEqual([{ currency: 'EUR', available: 0, pending: 0, reserved: 0 }]);
  });

  test('an open page can be closed, a paid one not', async () => {
    const session = await openPayment();
    expect(await gateway.expireCheckout(session.id, 'ex:1')).toMatchObject({
      ok: true,
      value: { status: 'expired' },
    });
    const paid = await openPayment('automatic', 'co:pay1:2');
    await payCheckout(paid.url ?? '');
    expect(await gateway.expireCheckout(paid.id, 'ex:2')).toMatchObject({
      ok: false,
      failure: { reason: 'alreadyFinished' },
    });
  });

  test('the same key with other values is a conflict', async () => {
    const intentId = await payWith('automatic');
    await gateway.refund({ key: 'rf:1', intentId, amount: 1_000, metadata });
    expect(await gateway.refund({ key: 'rf:1', intentId, amount: 2_000, metadata })).toMatchObject({
      ok: false,
      failure: { reason: 'idempotencyConflict' },
    });
  });
});

describe('a stored card', () => {
  async function store(card: string) {
    const { id: customerId } = await gateway.createCustomer({
      key: 'cus:2',
      email: 'a@example.com',
      name: 'A',
      locale: 'de',
      metadata,
    });
    const session = await gateway.openSetupCheckout({
      key: 'cs:1',
      customerId,
      locale: 'de',
      successUrl: 'http://app.test/done',
      cancelUrl: 'http://app.test/back',
      metadata,
    });
    const url = session.url ?? '';
    if ((await payCheckout(url, card)).location?.endsWith('/challenge'))
      await answerCheckoutChallenge(url, 'pass');
    const done = await gateway.retrieveCheckout(session.id);
    return {
      customerId,
      paymentMethodId: done.paymentMethodId ?? '',
      amount: price,
      transferGroup: 'b',
      metadata,
    };
  }

  test('is charged without its holder', async () => {
    const outcome = await gateway.chargeOffSession({ key: 'off:1', ...(await store('4242424242424242')) });
    expect(outcome).toMatchObject({ ok: true, value: { status: 'succeeded', funds: { net: 11_795 } } });
  });

  test('that always wants its holder needs authentication', async () => {
    const outcome = await gateway.chargeOffSession({ key: 'off:1', ...(await store('4000002760003184')) });
    expect(outcome).toMatchObject({ ok: false, failure: { reason: 'authenticationRequired' } });
  });

  test('may be declined later', async () => {
    const card = await store('4000000000000341');
    const outcome = await gateway.chargeOffSession({ key: 'off:1', ...card });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { reason: 'cardDeclined', declineCode: 'generic_decline' },
    });
  });

  test('can be forgotten', async () => {
    const card = await store('4242424242424242');
    await gateway.detachCard(card.paymentMethodId, 'det:1');
    await expect(bed.stripe.customers.listPaymentMethods(card.customerId)).resolves.toMatchObject({
      data: [],
    });
  });
});

describe('paying out and back', () => {
  test('a provider who has not finished onboarding cannot receive; then the transfer goes out', async () => {
    const intent = await gateway.retrieveIntent(await payWith('automatic'));
    const accountId = await recipient(false);
    const order = {
      key: 'tr:1',
      amount: { amount: 9_858, currency: 'EUR' as const },
      accountId,
      chargeId: intent.chargeId ?? '',
      transferGroup: 'booking1',
      metadata,
    };
    expect(await gateway.transferToProvider(order)).toMatchObject({
      ok: false,
      failure: { reason: 'recipientNotReady' },
    });
    expect(await gateway.retrieveRecipientAccount(accountId)).toMatchObject({ canReceiveTransfers: false });
    await completeOnboardingForm(await onboardingUrl(accountId));
    expect(await gateway.retrieveRecipientAccount(accountId)).toMatchObject({
      canReceiveTransfers: true,
      dueFields: [],
      country: 'FR',
    });
    expect(await gateway.transferToProvider({ ...order, key: 'tr:2' })).toMatchObject({
      ok: true,
      value: { amount: 9_858, accountId },
    });
    expect(await gateway.listTransfers('booking1')).toHaveLength(1);
    expect(await gateway.dashboardLink(accountId)).toContain('/express/');
  });

  test('after a transfer: refund and reversal; the reversal fails once the provider was paid out', async () => {
    const intent = await gateway.retrieveIntent(await payWith('automatic', '4000000000000077'));
    const accountId = await recipient(true);
    const sent = await gateway.transferToProvider({
      key: 'tr:1',
      amount: { amount: 9_858, currency: 'EUR' },
      accountId,
      chargeId: intent.chargeId ?? '',
      transferGroup: 'booking1',
      metadata,
    });
    const transferId = sent.ok ? sent.value.id : '';
    expect(await gateway.reverseTransfer(transferId, 4_000, 'rv:1', metadata)).toMatchObject({
      ok: true,
      value: { amount: 4_000 },
    });
    await bed.control('payout', { account: accountId });
    expect(await gateway.reverseTransfer(transferId, 1_000, 'rv:2', metadata)).toMatchObject({
      ok: false,
      failure: { reason: 'balanceInsufficient' },
    });
  });

  test('a refund the balance does not cover stays pending and is paid when money comes', async () => {
    const intent = await gateway.retrieveIntent(await payWith('automatic'));
    const accountId = await recipient(true);
    await gateway.transferToProvider({
      key: 'tr:1',
      amount: { amount: 9_858, currency: 'EUR' },
      accountId,
      chargeId: intent.chargeId ?? '',
      transferGroup: 'booking1',
      metadata,
    });
    const refund = await gateway.refund({ key: 'rf:1', intentId: intent.id, metadata });
    expect(refund).toMatchObject({ ok: true, value: { status: 'pending', balanceTransactionId: null } });
    const second = await openPayment('automatic', 'co:pay2:1');
    await payCheckout(second.url ?? '');
    const settled = await gateway.retrieveRefund(refund.ok ? refund.value.id : '');
    expect(settled).toMatchObject({ status: 'succeeded', amount: 12_000 });
    expect(await gateway.refund({ key: 'rf:2', intentId: intent.id, metadata })).toMatchObject({
      ok: false,
      failure: { reason: 'alreadyRefunded' },
    });
  });

  test('the balance equals the sum of its lines, page after page', async () => {
    await payWith('automatic');
    const lines = [];
    for await (const line of gateway.listBalanceTransactions({})) lines.push(line);
    const [sum] = await gateway.balance();
    expect(lines.reduce((total, line) => total + line.net, 0)).toBe(
      (sum?.available ?? 0) + (sum?.pending ?? 0),
    );
    expect(lines).toMatchObject([{ type: 'charge', fee: 205, currency: 'EUR' }]);
  });
});

describe('events', () => {
  test('are listed oldest first', async () => {
    await payWith('automatic');
    const types = (await gateway.listEvents({ since: new Date(Date.now() - 60_000), undelivered: true })).map(
      (event) => event.type,
    );
    expect(types.at(-1)).toBe('checkout.session.completed');
    expect(types).toContain('payment_intent.succeeded');
  });

  const body = JSON.stringify({
    object: 'event',
    id: 'evt_1',
    type: 'payment_intent.succeeded',
    created: 1_800_000_000,
    data: { object: { id: 'pi_1', object: 'payment_intent' } },
  });

  test('are read when signed with either active secret', () => {
    for (const secret of ['whsec_new', 'whsec_old']) {
      expect(gateway.verifyWebhook('platform', body, signPayload(body, secret))).toMatchObject({
        id: 'evt_1',
        objectId: 'pi_1',
        objectType: 'payment_intent',
      });
    }
  });

  test('are refused when forged, altered, unsigned, for another endpoint, or older than 300 seconds', () => {
    const now = Math.floor(Date.now() / 1000);
    expect(gateway.verifyWebhook('platform', body, signPayload(body, 'whsec_other'))).toBeUndefined();
    expect(gateway.verifyWebhook('platform', `${body} `, signPayload(body, 'whsec_new'))).toBeUndefined();
    expect(gateway.verifyWebhook('platform', body, null)).toBeUndefined();
    expect(gateway.verifyWebhook('platform', body, 'nonsense')).toBeUndefined();
    expect(gateway.verifyWebhook('connect', body, signPayload(body, 'whsec_new'))).toBeUndefined();
    expect(gateway.verifyWebhook('platform', body, signPayload(body, 'whsec_new', now - 290))).toBeDefined();
    expect(
      gateway.verifyWebhook('platform', body, signPayload(body, 'whsec_new', now - 310)),
    ).toBeUndefined();
  });

  test.each([
    't=9999999999,v1=,v0=00',
    't=9999999999,v1=0',
    't=,v1=',
    't=x,v1=\u0000',
    ',,,=',
    `t=${'9'.repeat(400)},v1=${'f'.repeat(64)}`,
  ])('the forged signature %j is refused, not thrown at', (signature) => {
    expect(gateway.verifyWebhook('platform', body, signature)).toBeUndefined();
  });

  test('a body that is no JSON is no event, whoever signed it', () => {
    expect(gateway.verifyWebhook('platform', '{', signPayload('{', 'whsec_new'))).toBeUndefined();
  });
});
