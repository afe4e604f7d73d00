import { Stripe } from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import { startStripeTestbed, type StripeTestbed, takeInvalidRequests } from '@/sandbox/testing/stripe';

let bed: StripeTestbed;

beforeAll(async () => {
  bed = await startStripeTestbed();
});

afterAll(() => bed.close());
beforeEach(() => bed.control('reset', {}));

function clientWith(key: string, maxNetworkRetries = 0): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port: bed.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries,
  });
}

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${bed.url}${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${sandboxDefaults.secretKey}`, ...headers },
  });
  const answer: { id?: string; error?: { code?: string; param?: string; type?: string } } = JSON.parse(
    await response.text(),
  );
  return { status: response.status, replayed: response.headers.get('idempotent-replayed'), answer };
}

function customers(): Promise<Stripe.ApiList<Stripe.Customer>> {
  return bed.stripe.customers.list();
}

describe('who may call', () => {
  test.each(['sk_test_other', 'sk_live_51abc', 'sk_test_sandbox_other'])('%s is refused', async (key) => {
    await expect(clientWith(key).balance.retrieve()).rejects.toMatchObject({ statusCode: 401 });
  });

  test('a connected account that does not exist is refused', async () => {
    const call = bed.stripe.balance.retrieve({}, { stripeAccount: 'acct_unknown' });
    await expect(call).rejects.toMatchObject({ statusCode: 403, code: 'account_invalid' });
  });

  test('an account does not see the platform’s objects', async () => {
    const customer = await bed.stripe.customers.create({ email: 'a@example.com' });
    const account = await bed.stripe.v2.core.accounts.create({ contact_email: 'b@example.com' });
    const call = bed.stripe.customers.retrieve(customer.id, {}, { stripeAccount: account.id });
    await expect(call).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' });
  });
});

describe('parameters', () => {
  test('an unknown address', async () => {
    expect((await post('/v1/nothing', '')).status).toBe(404);
  });

  test('an object that is not there', async () => {
    await expect(bed.stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    await expect(bed.stripe.paymentIntents.retrieve('pi_none', { expand: ['x'] })).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  test('what cannot be expanded is refused', async () => {
    const { id } = await bed.stripe.customers.create({});
    await expect(bed.stripe.customers.retrieve(id, { expand: ['nothing'] })).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});

describe('idempotency', () => {
  test('same key, same parameters: the first answer again, one effect', async () => {
    const first = await post('/v1/customers', 'email=a@example.com', { 'idempotency-key': 'k' });
    const second = await post('/v1/customers', 'email=a@example.com', { 'idempotency-key': 'k' });
    expect(second).toMatchObject({ status: 200, replayed: 'true', answer: { id: first.answer.id } });
    expect((await customers()).data).toHaveLength(1);
  });

  test('same key, other parameters or another endpoint', async () => {
    await bed.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k' });
    const other = bed.stripe.customers.create({ email: 'b@example.com' }, { idempotencyKey: 'k' });
    await expect(other).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    const elsewhere = bed.stripe.paymentIntents.create(
      { amount: 500, currency: 'eur' },
      { idempotencyKey: 'k' },
    );
    await expect(elsewhere).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });

  test('keys belong to one account', async () => {
    const account = await bed.stripe.v2.core.accounts.create({});
    const first = await bed.stripe.customers.create({}, { idempotencyKey: 'k' });
    const second = await bed.stripe.customers.create({}, { idempotencyKey: 'k', stripeAccount: account.id });
    expect(second.id).not.toBe(first.id);
  });

  test('a decline is kept: trying again under the key charges nothing', async () => {
    const body = 'amount=500&currency=eur&payment_method=pm_card_chargeDeclined&confirm=true';
    const first = await post('/v1/payment_intents', body, { 'idempotency-key': 'k' });
    const second = await post('/v1/payment_intents', body, { 'idempotency-key': 'k' });
    expect(first.status).toBe(402);
    expect(second).toEqual({ ...first, replayed: 'true' });
    expect((await bed.stripe.paymentIntents.list()).data).toHaveLength(1);
  });

  test('a refused parameter is not kept', async () => {
    expect((await post('/v1/customers', 'nickname=x', { 'idempotency-key': 'k' })).status).toBe(400);
    expect((await post('/v1/customers', 'email=a@example.com', { 'idempotency-key': 'k' })).status).toBe(200);
    expect(await takeInvalidRequests(bed.url)).toHaveLength(1);
  });

  test('an own 500 is kept and played back', async () => {
    await bed.control('fail', { mode: 'error' });
    const call = () => clientWith(sandboxDefaults.secretKey, 2).customers.create({}, { idempotencyKey: 'k' });
    await expect(call()).rejects.toMatchObject({ statusCode: 500 });
    await expect(call()).rejects.toMatchObject({ statusCode: 500 });
    expect((await customers()).data).toHaveLength(0);
    await bed.stripe.customers.create({}, { idempotencyKey: 'k2' });
    expect((await customers()).data).toHaveLength(1);
  });

  test('a key is forgotten after 24 hours', async () => {
    const first = await bed.stripe.customers.create({}, { idempotencyKey: 'k' });
    await bed.control('clock', { advanceDays: 1.01 });
    const second = await bed.stripe.customers.create({}, { idempotencyKey: 'k' });
    expect(second.id).not.toBe(first.id);
  });

  test('two requests at once under one key: one runs, the other meets 409', async () => {
    await bed.control('fail', { mode: 'delay', delayMs: 150 });
    const slow = post('/v1/customers', 'email=a@example.com', { 'idempotency-key': 'k' });
    await expect.poll(async () => (await bed.control<{ data: unknown[] }>('requests')).data.length).toBe(0);
    const [first, second] = await Promise.all([
      slow,
      post('/v1/customers', 'email=a@example.com', { 'idempotency-key': 'k' }),
    ]);
    expect(new Set([first.status, second.status])).toEqual(new Set([200, 409]));
  });
});

describe('lost answers', () => {
  test('broken before the effect: nothing happened, the retry does it', async () => {
    await bed.control('fail', { mode: 'timeout', count: 2, path: '/v1/customers' });
    await expect(bed.stripe.customers.create({}, { idempotencyKey: 'k' })).rejects.toBeInstanceOf(
      Stripe.errors.StripeConnectionError,
    );
    expect((await customers()).data).toHaveLength(0);
    await bed.stripe.customers.create({}, { idempotencyKey: 'k' });
    expect((await customers()).data).toHaveLength(1);
  });

  test('broken after the effect: the retry under the same key finds it done', async () => {
    await bed.control('fail', {
      mode: 'timeout_after_effect',
      count: 2,
      path: '/v1/customers',
      method: 'POST',
    });
    await expect(bed.stripe.customers.create({}, { idempotencyKey: 'k' })).rejects.toBeInstanceOf(
      Stripe.errors.StripeConnectionError,
    );
    const again = await bed.stripe.customers.create({}, { idempotencyKey: 'k' });
    expect((await customers()).data.map((customer) => customer.id)).toEqual([again.id]);
  });

  test('answered 500 after the effect', async () => {
    await bed.control('fail', { mode: 'error_after_effect', method: 'POST' });
    await expect(bed.stripe.customers.create({}, { idempotencyKey: 'k' })).rejects.toMatchObject({
      statusCode: 500,
    });
    expect((await customers()).data).toHaveLength(1);
  });
});

describe('lists', () => {
  test('newest first, forwards and backwards by cursor', async () => {
    const made: string[] = [];
    for (const email of ['a', 'b', 'c', 'd', 'e'])
      made.push((await bed.stripe.customers.create({ email: `${email}@example.com` })).id);
    const newest = made.toReversed();
    const first = await bed.stripe.customers.list({ limit: 2 });
    expect(first).toMatchObject({ has_more: true, data: [{ id: newest[0] }, { id: newest[1] }] });
    const back = await bed.stripe.customers.list({ limit: 2, ending_before: newest[3] ?? '' });
    expect(back.data.map((customer) => customer.id)).toEqual([newest[1], newest[2]]);
    const all: string[] = [];
    for await (const customer of bed.stripe.customers.list({ limit: 2 })) all.push(customer.id);
    expect(all).toEqual(newest);
  });
});

test('every request is listed with key, path and status', async () => {
  await bed.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k' });
  const { data } = await bed.control<{ data: object[] }>('requests?path=customers');
  expect(data).toMatchObject([{ method: 'POST', path: '/v1/customers', key: 'k', status: 200, replayed: 0 }]);
});
