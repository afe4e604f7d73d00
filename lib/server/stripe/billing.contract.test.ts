import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectStripe, type StripeGateway } from '@/lib/server/stripe/gateway';
import { money } from '@/lib/shared/money';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import { payCheckout, pressInPortal } from '@/sandbox/testing/hosted-pages';
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

const month = (planCode: string, amount: number) =>
  gateway.ensurePlanPrice({
    planCode,
    name: `Consilia ${planCode}`,
    fee: money(amount, 'EUR'),
    interval: 'month',
  });
const vat = () => gateway.ensureTaxRate({ bps: 1900, country: 'FR', name: 'TVA' });

async function openCheckout(key = 'pl:1', priceId?: string, isTaxed = true) {
  const { id: customerId } = await gateway.createCustomer({
    key: 'cus:1',
    email: 'claire@example.com',
    name: 'Claire Fontaine',
    locale: 'fr',
    metadata: {},
  });
  return gateway.openPlanCheckout({
    key,
    customerId,
    locale: 'fr',
    successUrl: 'http://app.test/done',
    cancelUrl: 'http://app.test/back',
    metadata: { planSubscriptionId: 's1' },
    priceId: priceId ?? (await month('basic_plus', 1900)),
    taxRateId: isTaxed ? await vat() : null,
  });
}

async function subscribed(isTaxed = true) {
  const session = await openCheckout('pl:1', undefined, isTaxed);
  await payCheckout(session.url ?? '');
  const { subscriptionId } = await gateway.retrieveCheckout(session.id);
  return gateway.retrieveSubscription(subscriptionId ?? '');
}

describe('what is sold', () => {
  test('a price is made once for an amount; another amount is another price', async () => {
    const first = await month('basic_plus', 1900);
    expect(await month('basic_plus', 1900)).toBe(first);
    expect(await month('basic_plus', 2100)).not.toBe(first);
    expect(await vat()).toBe(await vat());
  });

  test('the same key opens the same page once', async () => {
    expect((await openCheckout()).id).toBe((await openCheckout()).id);
  });
});

describe('a subscription', () => {
  test('tells plan, fee, period and mark; its invoice tells net, VAT and what paid it', async () => {
    const plan = await subscribed();
    expect(plan).toMatchObject({
      status: 'active',
      planCode: 'basic_plus',
      feeAmount: 1900,
      currency: 'EUR',
      isTaxed: true,
      cancelAt: null,
      nextPlanCode: null,
      metadata: { planSubscriptionId: 's1' },
    });
    const invoice = await gateway.retrieveInvoice(plan.latestInvoiceId ?? '');
    expect(invoice).toMatchObject({
      status: 'paid',
      net: 1900,
      vat: 361,
      total: 2261,
      subscriptionId: plan.id,
      metadata: { planSubscriptionId: 's1' },
      lines: [{ amount: 1900, periodEnd: plan.periodEnd }],
    });
    const { funds } = await gateway.retrieveIntent(invoice.intentId ?? '');
    expect(funds).toMatchObject({ fee: 59, net: 2202 });
  });

  test('without tax nothing is added, and tax can be set later', async () => {
    const plan = await subscribed(false);
    expect((await gateway.retrieveInvoice(plan.latestInvoiceId ?? '')).total).toBe(1900);
    const taxed = await gateway.setPlanTax({
      key: 't1',
      subscriptionId: plan.id,
      taxRateId: await vat(),
    });
    expect(taxed).toMatchObject({ ok: true, value: { isTaxed: true } });
    const free = await gateway.setPlanTax({ key: 't2', subscriptionId: plan.id, taxRateId: null });
    expect(free).toMatchObject({ ok: true, value: { isTaxed: false } });
  });

  test('changes up at once, all or nothing', async () => {
    const plan = await subscribed();
    const change = {
      subscriptionId: plan.id,
      itemId: plan.itemId,
      priceId: await month('premium', 14900),
    };
    expect(await gateway.changePlanPrice({ key: 'c1', ...change })).toMatchObject({
      ok: true,
      value: { planCode: 'premium', feeAmount: 14900 },
    });
    const customer = plan.customerId ?? '';
    const portal = await gateway.openPortal({
      customerId: customer,
      locale: 'fr',
      returnUrl: 'http://app.test/plan',
    });
    await pressInPortal(portal, 'card', '4000000000000341');
    const back = { ...change, priceId: await month('basic_plus', 99900) };
    expect(await gateway.changePlanPrice({ key: 'c2', ...back })).toMatchObject({
      ok: false,
      failure: { reason: 'cardDeclined' },
    });
    expect((await gateway.retrieveSubscription(plan.id)).planCode).toBe('premium');
  });

  test('changes down when the period is over; the plan after is told until it is dropped', async () => {
    const plan = await subscribed();
    const priceId = await month('basic_plus', 900);
    const planned = await gateway.schedulePlanPrice({ key: 'd1', subscriptionId: plan.id, priceId });
    expect(planned).toMatchObject({
      ok: true,
      value: { feeAmount: 1900, nextPlanCode: 'basic_plus' },
    });
    const scheduleId = planned.ok ? (planned.value.scheduleId ?? '') : '';
    expect(await gateway.dropSchedule(scheduleId, 'd2')).toEqual({ ok: true, value: null });
    expect((await gateway.retrieveSubscription(plan.id)).nextPlanCode).toBeNull();
    expect(await gateway.dropSchedule(scheduleId, 'd3')).toMatchObject({
      failure: { reason: 'refused' },
    });
  });

  test('ends with its period, goes on after all, or ends at once', async () => {
    const plan = await subscribed();
    const of = { subscriptionId: plan.id };
    expect(await gateway.setPlanEnd({ key: 'e1', ends: true, ...of })).toMatchObject({
      value: { cancelAt: plan.periodEnd },
    });
    expect(await gateway.setPlanEnd({ key: 'e2', ends: false, ...of })).toMatchObject({
      value: { cancelAt: null },
    });
    expect(await gateway.endPlanNow({ key: 'e3', ...of })).toMatchObject({ value: { status: 'ended' } });
    expect(await gateway.endPlanNow({ key: 'e4', ...of })).toMatchObject({
      failure: { reason: 'refused' },
    });
  });

  test('an invoice that nobody paid is made void, once', async () => {
    const plan = await subscribed();
    const portal = await gateway.openPortal({
      customerId: plan.customerId ?? '',
      locale: 'de',
      returnUrl: 'http://app.test/plan',
    });
    await pressInPortal(portal, 'card', '4000000000000341');
    await bed.control('clock', { advanceDays: 32 });
    const late = await gateway.retrieveSubscription(plan.id);
    expect(late.status).toBe('pastDue');
    const invoiceId = late.latestInvoiceId ?? '';
    expect(await gateway.retrieveInvoice(invoiceId)).toMatchObject({ status: 'open', intentId: null });
    expect(await gateway.voidInvoice(invoiceId, 'v1')).toMatchObject({ value: { status: 'void' } });
    expect(await gateway.voidInvoice(invoiceId, 'v2')).toMatchObject({
      failure: { reason: 'alreadyFinished' },
    });
  });
});
