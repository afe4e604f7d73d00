import type { Stripe } from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testCards } from '@/sandbox/stripe/cards';
import { completeOnboardingForm } from '@/sandbox/testing/hosted-pages';
import { idOf, startStripeTestbed, type StripeTestbed } from '@/sandbox/testing/stripe';

let bed: StripeTestbed;

beforeAll(async () => {
  bed = await startStripeTestbed();
});

afterAll(() => bed.close());
beforeEach(() => bed.control('reset', {}));

function pay(
  method = 'pm_card_visa',
  changes: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return bed.stripe.paymentIntents.create({
    amount: 12_000,
    currency: 'eur',
    payment_method: method,
    confirm: true,
    off_session: true,
    capture_method: 'automatic',
    ...changes,
  });
}

async function funds(account?: string): Promise<[number, number]> {
  const balance = await bed.stripe.balance.retrieve(
    {},
    account === undefined ? {} : { stripeAccount: account },
  );
  return [balance.available[0]?.amount ?? 0, balance.pending[0]?.amount ?? 0];
}

async function provider(): Promise<string> {
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
  return account.id;
}

describe('cards', () => {
  test.each(testCards.map((card) => [card.token, card] as const))(
    '%s charged without its holder',
    async (_token, card) => {
      const attempt = pay(card.token);
      const asks = card.authentication === 'always' || card.authentication === 'unless_set_up';
      if (asks)
        await expect(attempt).rejects.toMatchObject({
          code: 'authentication_required',
          payment_intent: { status: 'requires_payment_method' },
        });
      else if (card.charge)
        await expect(attempt).rejects.toMatchObject({ type: 'StripeCardError', code: card.charge.code });
      else
        await expect(attempt).resolves.toMatchObject({
          status: 'succeeded',
          latest_charge: expect.stringMatching(/^ch_/),
        });
    },
  );

  test('a card that asks for confirmation, its holder present, is sent to the bank', async () => {
    const intent = await pay('pm_card_authenticationRequired', {
      off_session: false,
      return_url: 'http://a.test/back',
    });
    expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    const url = intent.next_action?.redirect_to_url?.url ?? '';
    await fetch(url, { method: 'POST', body: new URLSearchParams({ answer: 'pass' }), redirect: 'manual' });
    expect((await bed.stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
  });
});

describe('funds', () => {
  test('are pending for two days, less Stripe’s fee', async () => {
    await pay();
    expect(await funds()).toEqual([0, 11_795]);
    await bed.control('clock', { advanceSeconds: 2 * 86_400 - 60 });
    expect(await funds()).toEqual([0, 11_795]);
    await bed.control('clock', { advanceSeconds: 61 });
    expect(await funds()).toEqual([11_795, 0]);
  });

  test('of card 0077 are available at once', async () => {
    await pay('pm_card_bypassPending');
    expect(await funds()).toEqual([11_795, 0]);
  });

  test.each([
    [2_500, 63],
    [2_261, 59],
    [12_000, 205],
    [50, 26],
  ])('the fee on %i is %i', async (amount, fee) => {
    const intent = await pay('pm_card_visa', { amount, expand: ['latest_charge.balance_transaction'] });
    expect(intent).toMatchObject({
      latest_charge: { balance_transaction: { amount, fee, net: amount - fee } },
    });
  });
});

describe('reserved money', () => {
  test('moves nothing until captured, in part or whole', async () => {
    const intent = await pay('pm_card_visa', { capture_method: 'manual' });
    expect(intent).toMatchObject({ status: 'requires_capture', amount_capturable: 12_000 });
    expect(await funds()).toEqual([0, 0]);
    await expect(
      bed.stripe.paymentIntents.capture(intent.id, { amount_to_capture: 12_001 }),
    ).rejects.toMatchObject({ code: 'amount_too_large' });
    await bed.stripe.paymentIntents.capture(intent.id, { amount_to_capture: 6_000 });
    expect(await funds()).toEqual([0, 6_000 - 115]);
    await expect(bed.stripe.paymentIntents.capture(intent.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
      payment_intent: { status: 'succeeded' },
    });
  });

  test('lapses after seven days', async () => {
    const intent = await pay('pm_card_visa', { capture_method: 'manual' });
    await bed.control('clock', { advanceDays: 6.99 });
    expect((await bed.stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_capture');
    await bed.control('clock', { advanceDays: 0.02 });
    const lapsed = await bed.stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
    expect(lapsed).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
      latest_charge: { captured: false, refunded: true },
    });
    const { data } = await bed.stripe.events.list({ types: ['charge.expired', 'payment_intent.canceled'] });
    expect(data.map((event) => event.type)).toEqual(['payment_intent.canceled', 'charge.expired']);
  });

  test('that was not captured cannot be refunded', async () => {
    const intent = await pay('pm_card_visa', { capture_method: 'manual' });
    await expect(bed.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});

describe('refunds', () => {
  test('in parts, never above what was paid; the fee stays with Stripe', async () => {
    const intent = await pay();
    await bed.stripe.refunds.create({ payment_intent: intent.id, amount: 3_600 });
    await expect(
      bed.stripe.refunds.create({ payment_intent: intent.id, amount: 8_401 }),
    ).rejects.toMatchObject({ param: 'amount' });
    const last = await bed.stripe.refunds.create({ payment_intent: intent.id });
    expect(last).toMatchObject({
      amount: 8_400,
      status: 'succeeded',
      balance_transaction: expect.stringMatching(/^txn_/),
    });
    await expect(bed.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    expect(await funds()).toEqual([0, -205]);
    const charge = await bed.stripe.charges.retrieve(idOf(intent.latest_charge));
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 12_000 });
    expect((await bed.stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(2);
  });
});

describe('transfers', () => {
  test('from a charge: at once, but its money arrives when the charge’s does', async () => {
    const destination = await provider();
    const intent = await pay();
    const transfer = await bed.stripe.transfers.create({
      amount: 9_858,
      currency: 'eur',
      destination,
      source_transaction: idOf(intent.latest_charge),
      transfer_group: 'b1',
    });
    expect(await funds()).toEqual([0, 11_795 - 9_858]);
    expect(await funds(destination)).toEqual([0, 9_858]);
    await bed.control('clock', { advanceDays: 2.01 });
    expect(await funds(destination)).toEqual([9_858, 0]);
    const payment = await bed.stripe.charges.retrieve(
      idOf(transfer.destination_payment),
      {},
      { stripeAccount: destination },
    );
    expect(payment).toMatchObject({ amount: 9_858, source_transfer: transfer.id });
    expect((await bed.stripe.transfers.list({ transfer_group: 'b1' })).data.map(({ id }) => id)).toEqual([
      transfer.id,
    ]);
  });

  test('from one charge never exceed it', async () => {
    const destination = await provider();
    await pay();
    const intent = await pay();
    const order = { currency: 'eur', destination, source_transaction: idOf(intent.latest_charge) };
    await bed.stripe.transfers.create({ ...order, amount: 10_000 });
    await expect(bed.stripe.transfers.create({ ...order, amount: 2_001 })).rejects.toMatchObject({
      code: 'charge_exceeds_source_limit',
    });
  });

  test('without a charge need available money', async () => {
    const destination = await provider();
    await pay();
    const order = { amount: 5_000, currency: 'eur', destination };
    await expect(bed.stripe.transfers.create(order)).rejects.toMatchObject({ code: 'balance_insufficient' });
    await pay('pm_card_bypassPending');
    await expect(bed.stripe.transfers.create(order)).resolves.toMatchObject({
      amount: 5_000,
      reversed: false,
    });
  });

  test('are taken back exactly, as far as the provider still has the money', async () => {
    const destination = await provider();
    const intent = await pay('pm_card_bypassPending');
    const transfer = await bed.stripe.transfers.create({
      amount: 9_858,
      currency: 'eur',
      destination,
      source_transaction: idOf(intent.latest_charge),
    });
    await bed.stripe.transfers.createReversal(transfer.id, { amount: 2_957 });
    await expect(bed.stripe.transfers.createReversal(transfer.id, { amount: 9_000 })).rejects.toMatchObject({
      param: 'amount',
    });
    expect(await funds()).toEqual([11_795 - 9_858 + 2_957, 0]);
    await bed.control('payout', { account: destination });
    await expect(bed.stripe.transfers.createReversal(transfer.id, { amount: 1 })).rejects.toMatchObject({
      code: 'balance_insufficient',
    });
    expect(await bed.stripe.transfers.retrieve(transfer.id)).toMatchObject({
      amount_reversed: 2_957,
      reversals: { data: [{ amount: 2_957 }] },
    });
    expect((await bed.stripe.transfers.listReversals(transfer.id)).data).toHaveLength(1);
  });
});

test('the lines of the balance add up to it, whatever happened', async () => {
  const destination = await provider();
  for (const amount of [12_000, 4_999, 375]) {
    const intent = await pay('pm_card_visa', { amount });
    await bed.stripe.transfers.create({
      amount: Math.floor(amount / 2),
      currency: 'eur',
      destination,
      source_transaction: idOf(intent.latest_charge),
    });
    await bed.stripe.refunds.create({ payment_intent: intent.id, amount: 100 });
  }
  let sum = 0;
  for await (const line of bed.stripe.balanceTransactions.list({ limit: 2 })) sum += line.net;
  const [available, pending] = await funds();
  expect(sum).toBe(available + pending);
});
