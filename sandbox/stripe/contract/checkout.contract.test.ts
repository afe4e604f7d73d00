import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerCheckoutChallenge, payCheckout } from '@/sandbox/testing/hosted-pages';
import { idOf, startStripeTestbed, type StripeTestbed } from '@/sandbox/testing/stripe';
import type { Stripe } from 'stripe';

let bed: StripeTestbed;

beforeAll(async () => {
  bed = await startStripeTestbed();
});

afterAll(() => bed.close());

function openSession(
  changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  return bed.stripe.checkout.sessions.create({
    mode: 'payment',
    ui_mode: 'hosted_page',
    success_url: 'http://app.test/done?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://app.test/back',
    locale: 'fr',
    customer_email: 'camille@example.com',
    metadata: { booking: 'b1' },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'eur',
          unit_amount: 12_000,
          product_data: { name: 'Séance', description: '50 min' },
        },
      },
    ],
    ...changes,
  });
}

function urlOf(session: Stripe.Checkout.Session): string {
  if (session.url === null) throw new Error('session has no url');
  return session.url;
}

describe('payment', () => {
  test('a card that works leads to the success page with the session id and a charge with Stripe’s fee', async () => {
    const session = await openSession();
    expect(session).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 12_000,
      payment_intent: null,
    });
    const answer = await payCheckout(urlOf(session));
    expect(answer).toMatchObject({ status: 303, location: `http://app.test/done?session=${session.id}` });
    const paid = await bed.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
    });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      payment_intent: {
        status: 'succeeded',
        amount_received: 12_000,
        latest_charge: {
          captured: true,
          balance_transaction: { amount: 12_000, fee: 205, net: 11_795, status: 'pending' },
        },
      },
      line_items: { data: [{ amount_total: 12_000, description: 'Séance' }] },
    });
  });

  test('a declined card keeps the session open with a sentence in the page’s language; another card pays', async () => {
    const session = await openSession();
    const refused = await payCheckout(urlOf(session), '4000000000009995');
    expect(refused.location).toBeNull();
    expect(refused.text).toContain('La provision de la carte est insuffisante');
    expect((await bed.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
    expect((await payCheckout(urlOf(session))).status).toBe(303);
  });

  test('a number that is mistyped is refused before any attempt', async () => {
    const session = await openSession();
    const refused = await payCheckout(urlOf(session), '4242424242424241');
    expect(refused.text).toContain('Le numéro de carte n’est pas valide.');
    expect((await bed.stripe.checkout.sessions.retrieve(session.id)).payment_intent).toBeNull();
  });

  test('a card that asks for confirmation: refused once, then passed', async () => {
    const session = await openSession();
    const url = urlOf(session);
    expect((await payCheckout(url, '4000002760003184')).location).toBe(`/c/pay/${session.id}/challenge`);
    expect((await answerCheckoutChallenge(url, 'fail')).text).toContain('L’authentification n’a pas abouti');
    await payCheckout(url, '4000002760003184');
    expect((await answerCheckoutChallenge(url, 'pass')).location).toContain('http://app.test/done');
    const paid = await bed.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge'],
    });
    expect(paid).toMatchObject({
      payment_status: 'paid',
      payment_intent: {
        latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
      },
    });
  });

  test('manual capture leaves the session unpaid and the amount capturable', async () => {
    const session = await openSession({
      payment_intent_data: { capture_method: 'manual', metadata: { booking: 'b1' } },
    });
    await payCheckout(urlOf(session));
    const done = await bed.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'requires_capture', amount_capturable: 12_000, metadata: { booking: 'b1' } },
    });
  });
});

describe('setup', () => {
  test('a saved card can be charged later without its holder', async () => {
    const session = await openSession({ mode: 'setup', line_items: [], currency: 'eur' });
    await payCheckout(urlOf(session), '4000002500003155');
    await answerCheckoutChallenge(urlOf(session), 'pass');
    const done = await bed.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] });
    expect(done).toMatchObject({
      status: 'complete',
      setup_intent: { status: 'succeeded', usage: 'off_session' },
    });
    const setup = done.setup_intent;
    if (setup === null || typeof setup === 'string' || typeof setup.payment_method !== 'string')
      throw new Error('no card');
    const intent = await bed.stripe.paymentIntents.create({
      amount: 5_000,
      currency: 'eur',
      customer: idOf(done.customer),
      payment_method: setup.payment_method,
      off_session: true,
      confirm: true,
    });
    expect(intent.status).toBe('succeeded');
  });

  test('a card may be saved and fail later', async () => {
    const session = await openSession({ mode: 'setup', line_items: [], currency: 'eur' });
    expect((await payCheckout(urlOf(session), '4000000000000341')).status).toBe(303);
    const done = await bed.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] });
    const setup = done.setup_intent;
    if (setup === null || typeof setup === 'string' || typeof setup.payment_method !== 'string')
      throw new Error('no card');
    const attempt = bed.stripe.paymentIntents.create({
      amount: 5_000,
      currency: 'eur',
      customer: idOf(done.customer),
      payment_method: setup.payment_method,
      off_session: true,
      confirm: true,
    });
    await expect(attempt).rejects.toMatchObject({
      type: 'StripeCardError',
      code: 'card_declined',
      payment_intent: { status: 'requires_payment_method' },
    });
  });
});

describe('the end of a session', () => {
  test('expired by us: the page says so and takes no card', async () => {
    const session = await openSession({ locale: 'de' });
    const expired = await bed.stripe.checkout.sessions.expire(session.id);
    expect(expired).toMatchObject({ status: 'expired', url: null });
    const answer = await payCheckout(urlOf(session));
    expect(answer.location).toBeNull();
    expect(answer.text).toContain('Diese Zahlungsseite ist abgelaufen');
    await expect(bed.stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  test('a finished session cannot be expired', async () => {
    const session = await openSession();
    await payCheckout(urlOf(session));
    await expect(bed.stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({
      message: expect.stringContaining('status of `complete`'),
    });
  });

  test('it expires by itself, and not earlier than half an hour', async () => {
    const { now } = await bed.control<{ now: string }>('clock');
    const at = Math.floor(Date.parse(now) / 1000);
    await expect(openSession({ expires_at: at + 600 })).rejects.toMatchObject({ param: 'expires_at' });
    const session = await openSession({ expires_at: at + 31 * 60 });
    await bed.control('clock', { advanceSeconds: 32 * 60 });
    expect((await bed.stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired');
  });
});
