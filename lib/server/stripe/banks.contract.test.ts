import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectStripe, type StripeGateway } from '@/lib/server/stripe/gateway';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import { completeOnboardingForm } from '@/sandbox/testing/hosted-pages';
import { startStripeTestbed, type StripeTestbed } from '@/sandbox/testing/stripe';

let bed: StripeTestbed;
let gateway: StripeGateway;

beforeAll(async () => {
  bed = await startStripeTestbed();
  gateway = connectStripe({
    secretKey: sandboxDefaults.secretKey,
    api: { host: '127.0.0.1', port: bed.port, protocol: 'http' },
    maxNetworkRetries: 0,
    webhookSecrets: { platform: [], connect: [] },
  });
});

afterAll(() => bed.close());
beforeEach(() => bed.control('reset', {}));

const metadata = { payment: 'pay1' };

async function charged(method = 'pm_card_bypassPending'): Promise<{ intentId: string; chargeId: string }> {
  const { id: customer } = await gateway.createCustomer({
    key: 'cus:1',
    email: 'camille@example.com',
    name: 'Camille Martin',
    locale: 'fr',
    metadata,
  });
  const card = await bed.stripe.paymentMethods.attach(method, { customer });
  const outcome = await gateway.chargeOffSession({
    key: 'off:1',
    customerId: customer,
    paymentMethodId: card.id,
    amount: { amount: 12_000, currency: 'EUR' },
    transferGroup: 'booking1',
    metadata,
  });
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return { intentId: outcome.value.id, chargeId: outcome.value.chargeId ?? '' };
}

describe('a disputed charge', () => {
  test('shows what the bank took and, when won, what came back', async () => {
    const { intentId, chargeId } = await charged('pm_card_createDispute');
    const [dispute] = await gateway.listDisputes(intentId);
    expect(dispute).toMatchObject({
      status: 'open',
      amount: 12_000,
      currency: 'EUR',
      reason: 'fraudulent',
      chargeId,
      intentId,
      movements: [{ type: 'adjustment', amount: -12_000, fee: 2_000, net: -14_000, sourceId: dispute?.id }],
    });
    await bed.control('disputes/close', { dispute: dispute?.id, status: 'won' });
    expect(await gateway.retrieveDispute(dispute?.id ?? '')).toMatchObject({
      status: 'won',
      movements: [{ net: -14_000 }, { type: 'adjustment', amount: 12_000, fee: 0, net: 12_000 }],
    });
  });

  test('that is lost cannot be refunded', async () => {
    const { intentId, chargeId } = await charged();
    await bed.control('disputes', { charge: chargeId, amount: 5_000 });
    const [dispute] = await gateway.listDisputes(intentId);
    await bed.control('disputes/close', { dispute: dispute?.id, status: 'lost' });
    expect(await gateway.retrieveDispute(dispute?.id ?? '')).toMatchObject({
      status: 'lost',
      amount: 5_000,
      movements: [{ net: -7_000 }],
    });
    expect(await gateway.refund({ key: 'rf:1', intentId, metadata })).toMatchObject({
      ok: false,
      failure: { reason: 'disputed' },
    });
  });
});

test('a refund the bank sends back after it succeeded says where the money is', async () => {
  const { intentId } = await charged();
  const refund = await gateway.refund({ key: 'rf:1', intentId, amount: 4_000, metadata });
  const id = refund.ok ? refund.value.id : '';
  expect(refund).toMatchObject({ value: { status: 'succeeded', returnTransactionId: null } });
  await bed.control('refunds/fail', { refund: id, reason: 'expired_or_canceled_card' });
  expect(await gateway.retrieveRefund(id)).toMatchObject({
    status: 'failed',
    failureReason: 'expired_or_canceled_card',
    returnTransactionId: expect.stringMatching(/^txn_/),
  });
  expect(await gateway.balance()).toEqual([{ currency: 'EUR', available: 11_795, pending: 0, reserved: 0 }]);
  expect((await gateway.retrieveIntent(intentId)).amountRefunded).toBe(0);
});

describe('the platform’s own money', () => {
  test('goes to the bank as far as it is available, once for a key, and may come back', async () => {
    await charged();
    const order = { key: 'po:1', amount: { amount: 1_500, currency: 'EUR' as const }, metadata };
    const sent = await gateway.payOutPlatform(order);
    expect(sent).toMatchObject({ ok: true, value: { status: 'pending', amount: 1_500, currency: 'EUR' } });
    expect(await gateway.payOutPlatform(order)).toEqual(sent);
    expect(
      await gateway.payOutPlatform({ ...order, key: 'po:2', amount: { amount: 10_296, currency: 'EUR' } }),
    ).toMatchObject({ ok: false, failure: { reason: 'balanceInsufficient' } });
    const id = sent.ok ? sent.value.id : '';
    await bed.control('clock', { advanceDays: 1.01 });
    expect(await gateway.retrievePayout(id)).toMatchObject({ status: 'paid', returnTransactionId: null });
    await bed.control('payouts/end', { payout: id, status: 'failed' });
    expect(await gateway.listPayouts(new Date(Date.now() - 60_000))).toMatchObject([
      {
        id,
        status: 'failed',
        failureCode: 'account_closed',
        returnTransactionId: expect.stringMatching(/^txn_/),
        metadata,
      },
    ]);
    expect(await gateway.balance()).toEqual([
      { currency: 'EUR', available: 11_795, pending: 0, reserved: 0 },
    ]);
  });

  test('is not paid out by Stripe itself once that is switched off', async () => {
    await bed.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'daily' } } } });
    await gateway.keepPayoutsManual('manual:1');
    await charged();
    await bed.control('clock', { advanceDays: 5 });
    expect(await gateway.balance()).toEqual([
      { currency: 'EUR', available: 11_795, pending: 0, reserved: 0 },
    ]);
  });
});

test('what was taken back of a transfer is listed, newest first', async () => {
  const { chargeId } = await charged();
  const account = await gateway.createRecipientAccount({
    key: 'acct:1',
    email: 'claire@example.com',
    displayName: 'Claire Fontaine',
    country: 'FR',
    currency: 'EUR',
    locale: 'fr',
    metadata,
  });
  await completeOnboardingForm(
    await gateway.onboardingLink({
      accountId: account.id,
      refreshUrl: 'http://app.test/again',
      returnUrl: 'http://app.test/payouts',
    }),
  );
  const sent = await gateway.transferToProvider({
    key: 'tr:1',
    amount: { amount: 9_858, currency: 'EUR' },
    accountId: account.id,
    chargeId,
    transferGroup: 'booking1',
    metadata,
  });
  const transferId = sent.ok ? sent.value.id : '';
  await gateway.reverseTransfer(transferId, 2_957, 'rv:1', { claim: '1' });
  await gateway.reverseTransfer(transferId, 1_000, 'rv:2', { claim: '2' });
  expect(await gateway.listReversals(transferId)).toMatchObject([
    { amount: 1_000, metadata: { claim: '2' } },
    { amount: 2_957, metadata: { claim: '1' } },
  ]);
});
