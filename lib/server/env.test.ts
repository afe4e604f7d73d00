import { describe, expect, it } from 'vitest';
import { readEnv } from './env';

function fileToken(apiKey: string): string {
  return Buffer.from(JSON.stringify({ apiKey, appId: 'a', regions: ['sea1'] })).toString('base64');
}

const sandbox = {
  NODE_ENV: 'production',
  APP_URL: 'http://localhost:3000/',
  DATABASE_URL: 'postgresql://a:b@127.0.0.1/c',
  AUTH_SECRET: 'x'.repeat(32),
  DATA_ENCRYPTION_KEY: Buffer.alloc(32, 'a key').toString('base64'),
  STRIPE_SECRET_KEY: 'sk_test_sandbox_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_2',
  STRIPE_API_HOST: '127.0.0.1',
  RESEND_API_KEY: 're_sandbox_1',
  RESEND_BASE_URL: 'http://127.0.0.1:3002',
  EMAIL_FROM: 'Consilia <hello@demo.example>',
  UPLOADTHING_TOKEN: fileToken('sk_sandbox_1'),
  UPLOADTHING_INGEST_URL: 'http://localhost:3004',
  UPLOADTHING_API_URL: 'http://localhost:3004',
  UPLOADTHING_UFS_HOST: 'localhost:3004',
  UPLOADTHING_UFS_APP_ID_LOCATION: 'path',
  CONSILIA_SANDBOX: '1',
};
const real = {
  ...sandbox,
  APP_URL: 'https://consilia.example',
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_API_HOST: '',
  RESEND_API_KEY: 're_1',
  RESEND_BASE_URL: '',
  UPLOADTHING_TOKEN: fileToken('sk_live_1'),
  UPLOADTHING_INGEST_URL: '',
  UPLOADTHING_API_URL: '',
  UPLOADTHING_UFS_HOST: '',
  UPLOADTHING_UFS_APP_ID_LOCATION: '',
  CONSILIA_SANDBOX: '0',
  OPERATOR_ADDRESS: 'Lindenallee 7, 10115 Berlin',
};

describe('readEnv', () => {
  it('takes a whole sandbox and a whole real configuration', () => {
    expect(readEnv(sandbox).APP_URL).toBe('http://localhost:3000');
    expect(readEnv(real).STRIPE_API_HOST).toBeUndefined();
  });

  it.each([
    ['a live key with a local host', { ...sandbox, STRIPE_SECRET_KEY: 'sk_live_1' }, /real key/],
    ['a sandbox key without its host', { ...real, STRIPE_SECRET_KEY: 'sk_test_sandbox_1' }, /sandbox key/],
    [
      'mixed services',
      { ...real, RESEND_API_KEY: 're_sandbox_1', RESEND_BASE_URL: 'http://x.example' },
      /mixed/,
    ],
    [
      'a real file service beside sandboxes',
      { ...sandbox, UPLOADTHING_TOKEN: real.UPLOADTHING_TOKEN },
      /UPLOADTHING_TOKEN and UPLOADTHING_INGEST_URL/,
    ],
    [
      'a file sandbox beside real services',
      { ...real, UPLOADTHING_TOKEN: sandbox.UPLOADTHING_TOKEN, UPLOADTHING_INGEST_URL: 'http://localhost:1' },
      /mixed/,
    ],
    ['a token that is none', { ...real, UPLOADTHING_TOKEN: 'sk_live_1' }, /is no token of UploadThing/],
    ['no file service', { ...real, UPLOADTHING_TOKEN: '' }, /UPLOADTHING_TOKEN is not set/],
    ['half a mail sandbox', { ...sandbox, RESEND_API_KEY: 're_1' }, /belong together/],
    [
      'a sandbox in production without the switch',
      { ...sandbox, CONSILIA_SANDBOX: '0' },
      /CONSILIA_SANDBOX=1/,
    ],
    ['plain http on a real host', { ...real, APP_URL: 'http://consilia.example' }, /https/],
    ['no address on its invoices', { ...real, OPERATOR_ADDRESS: '' }, /OPERATOR_ADDRESS/],
    ['a test clock on a real service', { ...real, CONSILIA_TEST_CLOCK: '1' }, /TEST_CLOCK/],
    ['a demo on a real service', { ...real, CONSILIA_DEMO: '1' }, /CONSILIA_DEMO/],
    ['a zone that is none', { ...real, OPERATOR_TIME_ZONE: 'Paris' }, /OPERATOR_TIME_ZONE: is no time zone/],
    ['a missing secret', { ...real, AUTH_SECRET: undefined }, /AUTH_SECRET/],
    ['no key for the data', { ...real, DATA_ENCRYPTION_KEY: '' }, /make it with `openssl rand -base64 32`/],
    ['a key that is too short', { ...real, DATA_ENCRYPTION_KEY: 'c2hvcnQ=' }, /must be 32 bytes/],
    [
      'an earlier key that is none',
      { ...real, DATA_ENCRYPTION_KEYS_PREVIOUS: 'c2hvcnQ=' },
      /DATA_ENCRYPTION_KEYS_PREVIOUS/,
    ],
  ])('refuses %s', (_name, source, message) => {
    expect(() => readEnv(source)).toThrow(message);
  });
});
