import type { Stripe } from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completeOnboardingForm } from '@/sandbox/testing/hosted-pages';
import { idOf, startStripeTestbed, type StripeTestbed } from '@/sandbox/testing/stripe';

let bed: StripeTestbed;

beforeAll(async () => {
  bed = await startStripeTestbed();
});

afterAll(() => bed.close());
beforeEach(() => bed.control('reset', {}));

function pay(method = 'pm_card_bypassPending'): Promise<Stripe.PaymentIntent> {
  return bed.stripe.paymentIntents.create({
    amount: 12_000,
    currency: 'eur',
    payment_method: method,
    confirm: true,
    off_session: true,
    capture_method: 'automatic',
  });
}

async function available(account?: string): Promise<number> {
  const balance = await bed.stripe.balance.retrieve(
    {},
    account === undefined ? {} : { stripeAccount: account },
  );
  return balance.available[0]?.amount ?? 0;
}

async function provider(): Promise<string> {
  const account = await bed.stripe.v2.core.accounts.create({
    contact_email: 'claire@example.com',
    identity: { country: 'fr', entity_type: 'individual' },
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

async function typesOf(prefix: string): Promise<string[]> {
  const { data } = await bed.stripe.events.list({ limit: 100 });
  return data
    .map((event) => event.type)
    .filter((type) => type.startsWith(prefix))
    .reverse();
}

async function disputeOf(intent: Stripe.PaymentIntent): Promise<Stripe.Dispute> {
  const [dispute] = (await bed.stripe.disputes.list({ payment_intent: intent.id })).data;
  if (dispute === undefined) throw new Error('no dispute');
  return dispute;
}

describe('a dispute', () => {
  test('by card 0259 follows the charge: amount and fee leave the balance', async () => {
    const intent = await pay('pm_card_createDispute');
    const dispute = await disputeOf(intent);
    expect(dispute).toMatchObject({
      status: 'needs_response',
      amount: 12_000,
      charge: intent.latest_charge,
      evidence_details: { has_evidence: false, submission_count: 0 },
      balance_transactions: [
        {
          type: 'adjustment',
          reporting_category: 'dispute',
          amount: -12_000,
          fee: 2_000,
          net: -14_000,
          source: dispute.id,
          fee_details: [{ amount: 2_000, description: 'Dispute fee', type: 'stripe_fee' }],
        },
      ],
    });
    expect(await bed.stripe.charges.retrieve(idOf(intent.latest_charge))).toMatchObject({ disputed: true });
    expect(await available()).toBe(-14_000);
    expect(await typesOf('charge.dispute')).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
    ]);
  });

  test('also follows a captured reservation, not the reservation itself', async () => {
    const intent = await bed.stripe.paymentIntents.create({
      amount: 5_000,
      currency: 'eur',
      payment_method: 'pm_card_createDispute',
      confirm: true,
      off_session: true,
      capture_method: 'manual',
    });
    expect((await bed.stripe.disputes.list()).data).toEqual([]);
    await bed.stripe.paymentIntents.capture(intent.id);
    expect(await disputeOf(intent)).toMatchObject({ amount: 5_000 });
  });

  test.each([
    ['winning_evidence', 'won', 11_795 - 2_000, 'charge.dispute.funds_reinstated'],
    ['losing_evidence', 'lost', 11_795 - 14_000, 'charge.dispute.closed'],
  ] as const)('answered with %s is %s', async (words, status, balance, event) => {
    const intent = await pay();
    await bed.control('disputes', { charge: idOf(intent.latest_charge), reason: 'product_not_received' });
    const dispute = await disputeOf(intent);
    const answered = await bed.stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: words, customer_name: 'Camille' },
    });
    expect(answered).toMatchObject({
      status,
      reason: 'product_not_received',
      evidence: { uncategorized_text: words, customer_name: 'Camille', receipt: null },
      evidence_details: { submission_count: 1 },
    });
    expect(await available()).toBe(balance);
    expect(await typesOf('charge.dispute')).toEqual(
      expect.arrayContaining(['charge.dispute.updated', 'charge.dispute.closed', event]),
    );
  });

  test('keeps evidence that is not sent yet, waits for the bank once it is, and is decided by it', async () => {
    const intent = await pay();
    const dispute = await bed.control<Stripe.Dispute>('disputes', { charge: idOf(intent.latest_charge) });
    const draft = await bed.stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'It took place.' },
      submit: false,
    });
    expect(draft).toMatchObject({ status: 'needs_response', evidence_details: { has_evidence: true } });
    const sent = await bed.stripe.disputes.update(dispute.id, { evidence: { receipt: 'file_1' } });
    expect(sent).toMatchObject({
      status: 'under_review',
      evidence: { uncategorized_text: 'It took place.', receipt: 'file_1' },
    });
    await expect(
      bed.stripe.disputes.update(dispute.id, { evidence: { receipt: 'file_2' } }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await bed.control('disputes/close', { dispute: dispute.id, status: 'won' });
    const won = await bed.stripe.disputes.retrieve(dispute.id);
    expect(won.status).toBe('won');
    expect(won.balance_transactions.map((line) => [line.net, line.reporting_category])).toEqual([
      [12_000, 'dispute_reversal'],
      [-14_000, 'dispute'],
    ]);
  });

  test('that is accepted, or that nobody answers for three weeks, is lost', async () => {
    const first = await pay();
    const second = await pay();
    const accepted = await bed.control<Stripe.Dispute>('disputes', { charge: idOf(first.latest_charge) });
    const silent = await bed.control<Stripe.Dispute>('disputes', { charge: idOf(second.latest_charge) });
    expect((await bed.stripe.disputes.close(accepted.id)).status).toBe('lost');
    await expect(bed.stripe.disputes.close(accepted.id)).rejects.toMatchObject({ statusCode: 400 });
    await bed.control('clock', { advanceDays: 20.9 });
    expect((await bed.stripe.disputes.retrieve(silent.id)).status).toBe('needs_response');
    await bed.control('clock', { advanceDays: 0.2 });
    expect((await bed.stripe.disputes.retrieve(silent.id)).status).toBe('lost');
  });

  test('stands in the way of a refund until it is won; a charge is disputed once', async () => {
    const intent = await pay();
    const charge = idOf(intent.latest_charge);
    const dispute = await bed.control<Stripe.Dispute>('disputes', { charge, amount: 3_000 });
    await expect(bed.control('disputes', { charge })).rejects.toThrow('disputed before');
    await expect(bed.stripe.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_disputed' });
    await bed.control('disputes/close', { dispute: dispute.id, status: 'won' });
    await expect(bed.stripe.refunds.create({ charge, amount: 9_000 })).resolves.toMatchObject({
      status: 'succeeded',
    });
  });
});

test('a refund that fails after it succeeded brings its money back', async () => {
  const intent = await pay();
  const refund = await bed.stripe.refunds.create({ payment_intent: intent.id, amount: 2_000 });
  expect(await available()).toBe(9_795);
  await bed.control('refunds/fail', { refund: refund.id });
  expect(await available()).toBe(11_795);
  const failed = await bed.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] });
  expect(failed).toMatchObject({
    status: 'failed',
    failure_reason: 'lost_or_stolen_card',
    failure_balance_transaction: { type: 'refund_failure', amount: 2_000, source: refund.id },
  });
  expect(await bed.stripe.charges.retrieve(idOf(intent.latest_charge))).toMatchObject({ amount_refunded: 0 });
  expect(await typesOf('refund.')).toEqual(['refund.created', 'refund.updated', 'refund.failed']);
  await expect(bed.control('refunds/fail', { refund: refund.id })).rejects.toThrow('is failed');
});

describe('payouts of the platform', () => {
  test('take what is available, arrive after a day, and are listed by state', async () => {
    await pay('pm_card_visa');
    await expect(bed.stripe.payouts.create({ amount: 1, currency: 'eur' })).rejects.toMatchObject({
      code: 'balance_insufficient',
    });
    await bed.control('clock', { advanceDays: 2.01 });
    const payout = await bed.stripe.payouts.create({
      amount: 1_800,
      currency: 'eur',
      statement_descriptor: 'CONSILIA',
    });
    expect(payout).toMatchObject({ status: 'pending', automatic: false, amount: 1_800 });
    expect(await available()).toBe(11_795 - 1_800);
    expect(await bed.stripe.balanceTransactions.retrieve(idOf(payout.balance_transaction))).toMatchObject({
      type: 'payout',
      amount: -1_800,
      source: payout.id,
    });
    await bed.control('clock', { advanceDays: 1.01 });
    expect((await bed.stripe.payouts.list({ status: 'paid' })).data.map(({ id }) => id)).toEqual([payout.id]);
    expect(await typesOf('payout.')).toEqual(['payout.created', 'payout.paid']);
  });

  test('may fail on their way or later, or be taken back while they are on it', async () => {
    await pay();
    const failing = await bed.stripe.payouts.create({ amount: 1_000, currency: 'eur' });
    await bed.control('payouts/end', { payout: failing.id, status: 'paid' });
    await bed.control('payouts/end', { payout: failing.id, status: 'failed', code: 'no_account' });
    expect(
      await bed.stripe.payouts.retrieve(failing.id, { expand: ['failure_balance_transaction'] }),
    ).toMatchObject({
      status: 'failed',
      failure_code: 'no_account',
      failure_balance_transaction: { type: 'payout_failure', amount: 1_000 },
    });
    const taken = await bed.stripe.payouts.create({ amount: 500, currency: 'eur' });
    expect((await bed.stripe.payouts.cancel(taken.id)).status).toBe('canceled');
    await expect(bed.stripe.payouts.cancel(taken.id)).rejects.toMatchObject({ statusCode: 400 });
    expect(await available()).toBe(11_795);
    expect(await typesOf('payout.')).toEqual([
      'payout.created',
      'payout.paid',
      'payout.failed',
      'payout.created',
      'payout.canceled',
    ]);
  });

  test('happen by themselves only on a schedule that is not manual, above the minimum balance', async () => {
    await pay();
    await bed.control('clock', { advanceDays: 3 });
    expect(await available()).toBe(11_795);
    const settings = await bed.stripe.balanceSettings.update({
      payments: { payouts: { schedule: { interval: 'daily' }, minimum_balance_by_currency: { eur: 5_000 } } },
    });
    expect(settings).toMatchObject({
      object: 'balance_settings',
      payments: { payouts: { schedule: { interval: 'daily' }, minimum_balance_by_currency: { eur: 5_000 } } },
    });
    await bed.control('clock', { advanceSeconds: 1 });
    expect(await available()).toBe(5_000);
    expect(await typesOf('balance_settings')).toEqual(['balance_settings.updated']);
    await bed.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } });
    await pay();
    await bed.control('clock', { advanceDays: 3 });
    expect(await available()).toBe(5_000 + 11_795);
    expect((await bed.stripe.balanceSettings.retrieve()).payments.payouts?.schedule?.interval).toBe('manual');
  });
});

describe('payouts of a provider', () => {
  async function transferred(): Promise<{ destination: string; transfer: string }> {
    const destination = await provider();
    const intent = await pay();
    const transfer = await bed.stripe.transfers.create({
      amount: 9_858,
      currency: 'eur',
      destination,
      source_transaction: idOf(intent.latest_charge),
    });
    return { destination, transfer: transfer.id };
  }

  test('follow a day after the money is available; then nothing can be taken back', async () => {
    const { destination, transfer } = await transferred();
    await bed.control('clock', { advanceDays: 0.9 });
    await bed.stripe.transfers.createReversal(transfer, { amount: 858 });
    await bed.control('clock', { advanceDays: 0.2 });
    expect(await available(destination)).toBe(0);
    const { data } = await bed.stripe.payouts.list({}, { stripeAccount: destination });
    expect(data).toMatchObject([{ amount: 9_000, automatic: true, status: 'pending' }]);
    await expect(bed.stripe.transfers.createReversal(transfer, { amount: 1 })).rejects.toMatchObject({
      code: 'balance_insufficient',
    });
    await bed.control('clock', { advanceDays: 5 });
    expect((await bed.stripe.payouts.list({}, { stripeAccount: destination })).data).toMatchObject([
      { amount: 9_000, status: 'paid' },
    ]);
  });

  test('wait on a manual schedule', async () => {
    const { destination } = await transferred();
    await bed.stripe.balanceSettings.update(
      { payments: { payouts: { schedule: { interval: 'manual' } } } },
      { stripeAccount: destination },
    );
    await bed.control('clock', { advanceDays: 5 });
    expect(await available(destination)).toBe(9_858);
  });
});
