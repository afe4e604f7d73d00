import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import { loadParamTypes } from '@/sandbox/stripe/params/load';
import { readParamTypes } from '@/sandbox/stripe/params/read-types';
import { routes } from '@/sandbox/stripe/routes';
import { startStripeTestbed, type StripeTestbed, takeInvalidRequests } from '@/sandbox/testing/stripe';

let bed: StripeTestbed;

beforeAll(async () => {
  bed = await startStripeTestbed();
});

afterAll(() => bed.close());

async function post(url: string, path: string, body: string): Promise<{ status: number; error: unknown }> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandboxDefaults.secretKey}`, connection: 'close' },
    body,
  });
  const answer: { error?: unknown } = JSON.parse(await response.text());
  return { status: response.status, error: answer.error };
}

const session = 'mode=payment&success_url=http://a.test';

describe('a request that the types of the SDK do not allow', () => {
  test.each([
    ['unknown', '/v1/customers', 'nickname=x', 'parameter_unknown', 'nickname'],
    [
      'unknown, deep',
      '/v1/checkout/sessions',
      `${session}&payment_intent_data[capture]=manual`,
      'parameter_unknown',
      'payment_intent_data[capture]',
    ],
    [
      'unknown in a list',
      '/v1/checkout/sessions',
      `${session}&line_items[0][prices]=x`,
      'parameter_unknown',
      'line_items[0][prices]',
    ],
    [
      'of another kind of charge',
      '/v1/transfers',
      'currency=eur&amount=1&destination=acct_1&reverse_transfer=true',
      'parameter_unknown',
      'reverse_transfer',
    ],
    ['missing', '/v1/payment_intents', 'currency=eur', 'parameter_missing', 'amount'],
    [
      'missing, deep',
      '/v1/checkout/sessions',
      `${session}&line_items[0][price_data][unit_amount]=5`,
      'parameter_missing',
      'line_items[0][price_data][currency]',
    ],
    ['no number', '/v1/payment_intents', 'currency=eur&amount=many', 'parameter_invalid_integer', 'amount'],
    [
      'a word that is none of them',
      '/v1/payment_intents',
      'currency=eur&amount=500&capture_method=later',
      'parameter_invalid',
      'capture_method',
    ],
    [
      'neither true nor false',
      '/v1/payment_intents',
      'currency=eur&amount=500&confirm=yes',
      'parameter_invalid',
      'confirm',
    ],
    [
      'a text for an object',
      '/v1/checkout/sessions',
      `${session}&payment_intent_data=x`,
      'parameter_invalid',
      'payment_intent_data',
    ],
    [
      'a text for a list',
      '/v1/checkout/sessions',
      `${session}&line_items=x`,
      'parameter_invalid',
      'line_items',
    ],
    ['an object for a text', '/v1/customers', 'email[a]=x', 'parameter_invalid', 'email'],
    [
      'a range with an unknown bound',
      '/v1/balance_settings',
      'payments[payouts][schedule][interval]=hourly',
      'parameter_invalid',
      'payments[payouts][schedule][interval]',
    ],
    ['unknown in version 2', '/v2/core/accounts', '{"nickname":"x"}', 'parameter_unknown', 'nickname'],
    [
      'a text for a flag in version 2',
      '/v2/core/accounts',
      '{"configuration":{"recipient":{"capabilities":{"stripe_balance":{"stripe_transfers":{"requested":"true"}}}}}}',
      'parameter_invalid',
      'configuration[recipient][capabilities][stripe_balance][stripe_transfers][requested]',
    ],
    [
      'a word that is none of them in version 2',
      '/v2/core/accounts',
      '{"include":["secrets"]}',
      'parameter_invalid',
      'include[0]',
    ],
  ])('%s: is refused in Stripe’s words and remembered', async (_what, path, body, code, param) => {
    expect(await post(bed.url, path, body)).toMatchObject({
      status: 400,
      error: { type: 'invalid_request_error', code, param },
    });
    expect(await takeInvalidRequests(bed.url)).toMatchObject([
      { method: 'POST', path, problem: expect.stringContaining(code) },
    ]);
  });

  test('has no effect, is not kept under its key, and outlives a reset', async () => {
    await post(bed.url, '/v1/customers', 'nickname=x');
    await bed.control('reset', {});
    expect((await bed.stripe.customers.list()).data).toEqual([]);
    expect(await takeInvalidRequests(bed.url)).toHaveLength(1);
    expect(await takeInvalidRequests(bed.url)).toEqual([]);
  });

  test('fails the test file that sent it', async () => {
    const other = await startStripeTestbed();
    await post(other.url, '/v1/customers', 'nickname=x');
    await expect(other.close()).rejects.toThrow('POST /v1/customers {"nickname":"x"}: parameter_unknown');
  });
});

test.each([
  ['an emptied value', '/v1/customers', 'metadata[a]=&description='],
  ['an emptied object', '/v1/balance_settings', 'payments[payouts][minimum_balance_by_currency]='],
  ['a map', '/v1/balance_settings', 'payments[payouts][minimum_balance_by_currency][eur]=5'],
  ['what is expanded', '/v1/customers', 'expand[0]=default_source'],
])('%s is allowed', async (_what, path, body) => {
  await post(bed.url, path, body);
  expect(await takeInvalidRequests(bed.url)).toEqual([]);
});

describe('the types', () => {
  test('are those of the installed SDK, whatever was kept of them', async () => {
    expect(await loadParamTypes()).toEqual(JSON.parse(JSON.stringify(readParamTypes())));
  });

  test('name every endpoint that the sandbox has', async () => {
    const { endpoints } = await loadParamTypes();
    const unknown = routes.filter(
      (route) =>
        !endpoints.some((endpoint) => endpoint.method === route.method && route.pattern.test(endpoint.path)),
    );
    expect(unknown.map(({ method, pattern }) => `${method} ${pattern.source}`)).toEqual([]);
  });
});
