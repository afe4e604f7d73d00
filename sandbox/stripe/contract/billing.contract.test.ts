import type { Stripe } from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addPeriods, periodEndAfter } from '@/sandbox/stripe/billing/periods';
import { answerCheckoutChallenge, payCheckout, pressInPortal } from '@/sandbox/testing/hosted-pages';
import { idOf, startStripeTestbed, type StripeTestbed } from '@/sandbox/testing/stripe';

let bed: StripeTestbed;
let prices: { plus: string; premium: string; year: string };
let taxRate: string;

beforeAll(async () => {
  bed = await startStripeTestbed();
});
afterAll(() => bed.close());

beforeEach(async () => {
  await bed.control('reset', {});
  await bed.control('clock', { set: '2026-01-31T10:00:00Z' });
  const product = await bed.stripe.products.create({ id: 'plan', name: 'Plan' });
  const price = async (unit_amount: number, interval: 'month' | 'year') =>
    (
      await bed.stripe.prices.create({
        currency: 'eur',
        product: product.id,
        unit_amount,
        recurring: { interval },
        tax_behavior: 'exclusive',
        lookup_key: `${interval}-${unit_amount}`,
      })
    ).id;
  prices = {
    plus: await price(1_900, 'month'),
    premium: await price(14_900, 'month'),
    year: await price(163_900, 'year'),
  };
  taxRate = (await bed.stripe.taxRates.create({ display_name: 'VAT', percentage: 19, inclusive: false })).id;
});

async function openSession(changes: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const customer = await bed.stripe.customers.create({ email: 'claire@example.com' });
  return bed.stripe.checkout.sessions.create({
    mode: 'subscription',
    ui_mode: 'hosted_page',
    success_url: 'http://app.test/done',
    locale: 'en',
    customer: customer.id,
    line_items: [{ price: prices.plus, quantity: 1 }],
    subscription_data: { default_tax_rates: [taxRate], metadata: { row: 'r1' } },
    ...changes,
  });
}

async function subscribe(card?: string, changes: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const session = await openSession(changes);
  await payCheckout(session.url ?? '', card);
  const done = await bed.stripe.checkout.sessions.retrieve(session.id);
  return bed.stripe.subscriptions.retrieve(idOf(done.subscription));
}

const invoicesOf = async (subscription: string) =>
  (await bed.stripe.invoices.list({ subscription })).data.map(
    ({ billing_reason, status, subtotal, total }) => [billing_reason, status, subtotal, total],
  );

async function eventTypes(): Promise<string[]> {
  const { data } = await bed.control<{ data: { type: string }[] }>('events');
  return data.map(({ type }) => type).reverse();
}

const advance = (days: number) => bed.control('clock', { advanceDays: days });

describe('subscribing', () => {
  test('the page names price and tax, and what is paid is one charge with its fee', async () => {
    const session = await openSession();
    expect(session).toMatchObject({
      amount_subtotal: 1_900,
      amount_total: 2_261,
      total_details: { amount_tax: 361 },
      subscription: null,
    });
    const page = await (await fetch(session.url ?? '')).text();
    expect(page).toContain('Subscribe and pay €22.61');
    await payCheckout(session.url ?? '');
    const paid = await bed.stripe.checkout.sessions.retrieve(session.id);
    expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid' });
    const subscription = await bed.stripe.subscriptions.retrieve(idOf(paid.subscription));
    expect(subscription).toMatchObject({ status: 'active', metadata: { row: 'r1' }, cancel_at: null });
    const invoice = await bed.stripe.invoices.retrieve(idOf(subscription.latest_invoice), {
      expand: ['payments'],
    });
    expect(invoice).toMatchObject({
      status: 'paid',
      subtotal: 1_900,
      total: 2_261,
      total_taxes: [{ amount: 361 }],
      parent: { subscription_details: { subscription: subscription.id, metadata: { row: 'r1' } } },
    });
    const intent = idOf(invoice.payments?.data[0]?.payment.payment_intent);
    expect(
      await bed.stripe.paymentIntents.retrieve(intent, {
        expand: ['latest_charge.balance_transaction'],
      }),
    ).toMatchObject({ latest_charge: { balance_transaction: { fee: 59, net: 2_202 } } });
    expect(await eventTypes()).toEqual(
      expect.arrayContaining([
        'customer.subscription.created',
        'invoice.created',
        'invoice.finalized',
        'invoice.paid',
        'invoice.payment_succeeded',
        'checkout.session.completed',
      ]),
    );
  });

  test('a declined card leaves the session open and nothing behind; a challenge is passed', async () => {
    const session = await openSession();
    expect((await payCheckout(session.url ?? '', '4000000000009995')).location).toBeNull();
    expect((await bed.stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
    await payCheckout(session.url ?? '', '4000002760003184');
    expect((await answerCheckoutChallenge(session.url ?? '', 'pass')).location).toContain('app.test/done');
    expect((await bed.stripe.subscriptions.list()).data).toHaveLength(1);
  });

  test('a trial keeps the card, and charges it when it is over', async () => {
    const { id, status } = await subscribe(undefined, {
      subscription_data: { trial_period_days: 14, default_tax_rates: [taxRate] },
    });
    expect(status).toBe('trialing');
    expect(await invoicesOf(id)).toEqual([['subscription_create', 'paid', 0, 0]]);
    await advance(15);
    expect((await bed.stripe.subscriptions.retrieve(id)).status).toBe('active');
    expect(await invoicesOf(id)).toEqual([
      ['subscription_cycle', 'paid', 1_900, 2_261],
      ['subscription_create', 'paid', 0, 0],
    ]);
  });
});

describe('periods', () => {
  test('are counted from the first day, whatever the length of a month', () => {
    const anchor = Date.parse('2026-01-31T10:00:00Z') / 1000;
    const day = (seconds: number) => new Date(seconds * 1000).toISOString();
    expect(day(addPeriods(anchor, 'month', 1))).toBe('2026-02-28T10:00:00.000Z');
    expect(day(periodEndAfter(anchor, 'month', addPeriods(anchor, 'month', 1)))).toBe(
      '2026-03-31T10:00:00.000Z',
    );
    expect(day(addPeriods(anchor, 'year', 1))).toBe('2027-01-31T10:00:00.000Z');
  });

  test('that are over are billed one by one, and their money becomes available', async () => {
    const { id } = await subscribe();
    await advance(60);
    expect(await invoicesOf(id)).toHaveLength(3);
    const { available } = await bed.stripe.balance.retrieve();
    expect(available[0]?.amount).toBe(2_202 * 2);
    expect((await bed.stripe.balance.retrieve()).pending[0]?.amount).toBe(2_202);
  });
});

describe('changing', () => {
  test('up at once: the rest of the old period is credited, a new one begins', async () => {
    const { id, items } = await subscribe();
    await advance(14);
    await bed.stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id ?? '', price: prices.premium }],
      billing_cycle_anchor: { type: 'now' },
      proration_behavior: 'always_invoice',
      payment_behavior: 'error_if_incomplete',
    });
    expect(await invoicesOf(id)).toEqual([
      ['subscription_update', 'paid', 14_900 - 950, 13_950 + 2_831 - 181],
      ['subscription_create', 'paid', 1_900, 2_261],
    ]);
  });

  test('a card that refuses leaves the plan as it was', async () => {
    const { id, items, default_payment_method } = await subscribe();
    const customer = idOf((await bed.stripe.subscriptions.retrieve(id)).customer);
    expect(default_payment_method).not.toBeNull();
    const bad = await bed.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
    await bed.stripe.subscriptions.update(id, { default_payment_method: bad.id });
    const change = bed.stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id ?? '', price: prices.premium }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'error_if_incomplete',
    });
    await expect(change).rejects.toMatchObject({ type: 'StripeCardError', code: 'card_declined' });
    expect((await bed.stripe.subscriptions.retrieve(id)).items.data[0]?.price.id).toBe(prices.plus);
    expect(await invoicesOf(id)).toHaveLength(1);
  });

  test('down at the end of the period, by a schedule that can be taken back', async () => {
    const { id } = await subscribe(undefined, { line_items: [{ price: prices.year, quantity: 1 }] });
    const schedule = await bed.stripe.subscriptionSchedules.create({ from_subscription: id });
    const [now] = schedule.phases;
    await bed.stripe.subscriptionSchedules.update(schedule.id, {
      end_behavior: 'release',
      phases: [
        { items: [{ price: prices.year }], start_date: now?.start_date ?? 0, end_date: now?.end_date ?? 0 },
        { items: [{ price: prices.plus }], proration_behavior: 'none' },
      ],
    });
    await expect(bed.stripe.subscriptions.update(id, { cancel_at_period_end: true })).rejects.toThrow(
      'managed by the subscription schedule',
    );
    await advance(366);
    const changed = await bed.stripe.subscriptions.retrieve(id);
    expect(changed).toMatchObject({ schedule: null, items: { data: [{ price: { id: prices.plus } }] } });
    expect(await invoicesOf(id)).toEqual([
      ['subscription_cycle', 'paid', 1_900, 2_261],
      ['subscription_create', 'paid', 163_900, 195_041],
    ]);
  });

  test('a schedule that was released changes nothing', async () => {
    const { id } = await subscribe();
    const schedule = await bed.stripe.subscriptionSchedules.create({ from_subscription: id });
    await bed.stripe.subscriptionSchedules.release(schedule.id);
    expect((await bed.stripe.subscriptions.retrieve(id)).schedule).toBeNull();
  });
});

describe('the end', () => {
  test('at the end of the period, unless it is taken back', async () => {
    const { id } = await subscribe();
    const asked = await bed.stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(asked.cancel_at).toBe(asked.items.data[0]?.current_period_end);
    await bed.stripe.subscriptions.update(id, { cancel_at_period_end: false });
    await advance(30);
    expect(await invoicesOf(id)).toHaveLength(2);
    await bed.stripe.subscriptions.update(id, { cancel_at_period_end: true });
    await advance(31);
    expect((await bed.stripe.subscriptions.retrieve(id)).status).toBe('canceled');
    expect(await invoicesOf(id)).toHaveLength(2);
    expect(await eventTypes()).toContain('customer.subscription.deleted');
  });

  test('a charge that fails is tried again; another card in the portal pays it at once', async () => {
    const { id, customer } = await subscribe();
    const bad = await bed.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: idOf(customer),
    });
    await bed.stripe.subscriptions.update(id, { default_payment_method: bad.id });
    await advance(28.5);
    expect((await bed.stripe.subscriptions.retrieve(id)).status).toBe('past_due');
    const open = (await bed.stripe.invoices.list({ subscription: id })).data[0];
    expect(open).toMatchObject({ status: 'open', attempt_count: 1 });
    await advance(2);
    expect((await bed.stripe.invoices.retrieve(open?.id ?? '')).attempt_count).toBe(2);
    const portal = await bed.stripe.billingPortal.sessions.create({
      customer: idOf(customer),
      return_url: 'http://app.test/plan',
      locale: 'de',
    });
    expect(await (await fetch(portal.url)).text()).toContain('Die letzte Zahlung ist fehlgeschlagen');
    await pressInPortal(portal.url, 'card');
    expect((await bed.stripe.subscriptions.retrieve(id)).status).toBe('active');
    expect((await bed.stripe.invoices.retrieve(open?.id ?? '')).status).toBe('paid');
  });

  test('cancelled at once it leaves an open invoice that can be made void', async () => {
    const { id, customer } = await subscribe();
    const bad = await bed.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: idOf(customer),
    });
    await bed.stripe.subscriptions.update(id, { default_payment_method: bad.id });
    await advance(29);
    const open = (await bed.stripe.invoices.list({ subscription: id })).data[0];
    await bed.stripe.subscriptions.cancel(id);
    await bed.stripe.invoices.voidInvoice(open?.id ?? '');
    await advance(40);
    expect(await invoicesOf(id)).toEqual([
      ['subscription_cycle', 'void', 1_900, 2_261],
      ['subscription_create', 'paid', 1_900, 2_261],
    ]);
    await expect(bed.stripe.invoices.voidInvoice(open?.id ?? '')).rejects.toMatchObject({ statusCode: 400 });
  });

  test('the hosted invoice is paid by its page, the portal cancels and resumes', async () => {
    const { id, customer } = await subscribe();
    const portal = await bed.stripe.billingPortal.sessions.create({ customer: idOf(customer) });
    await pressInPortal(portal.url, 'cancel');
    expect((await bed.stripe.subscriptions.retrieve(id)).cancel_at_period_end).toBe(true);
    await pressInPortal(portal.url, 'resume');
    expect((await bed.stripe.subscriptions.retrieve(id)).cancel_at_period_end).toBe(false);
    const bad = await bed.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: idOf(customer),
    });
    await bed.stripe.subscriptions.update(id, { default_payment_method: bad.id });
    await advance(29);
    const open = (await bed.stripe.invoices.list({ subscription: id })).data[0];
    const url = open?.hosted_invoice_url ?? '';
    expect((await payCheckout(url, '4000000000000002')).text).toContain('declined');
    expect((await payCheckout(url)).status).toBe(303);
    expect(await (await fetch(url)).text()).not.toContain('name="pay"');
    expect((await bed.stripe.subscriptions.retrieve(id)).status).toBe('active');
  });
});
