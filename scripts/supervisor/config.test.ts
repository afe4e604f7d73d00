import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { appEnvironment, checkConfiguration, readPorts, wantsSandbox } from './config';

const folder = mkdtempSync(join(tmpdir(), 'consilia-config-'));
beforeAll(() => vi.stubEnv('CONSILIA_DATA_DIR', folder));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const source = (more: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'production', ...more });
const ports = readPorts(source({}));
const database = { DATABASE_URL: 'postgresql://a:b@db.example/c' };
const whole = {
  ...database,
  APP_URL: 'https://consilia.example',
  AUTH_SECRET: 'a secret of an operator, long enough',
  DATA_ENCRYPTION_KEY: Buffer.alloc(32, 'a key').toString('base64'),
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_2',
  RESEND_API_KEY: 're_1',
  EMAIL_FROM: 'Consilia <hello@consilia.example>',
  OPERATOR_ADDRESS: 'Lindenallee 7, 10115 Berlin',
  UPLOADTHING_TOKEN: Buffer.from('{"apiKey":"sk_live_1","appId":"a","regions":["sea1"]}').toString('base64'),
};

describe('the sandbox', () => {
  it.each([
    [{}, true],
    [{ DATABASE_URL: '', STRIPE_SECRET_KEY: '', RESEND_API_KEY: '' }, true],
    [{ APP_URL: 'http://localhost:4000' }, true],
    [{ AUTH_SECRET: whole.AUTH_SECRET }, true],
    [{ CONSILIA_SANDBOX: '0' }, true],
    [database, false],
    [{ APP_URL: 'https://consilia.example' }, false],
    [{ STRIPE_SECRET_KEY: 'sk_live_1' }, false],
    [{ STRIPE_WEBHOOK_SECRET: 'whsec_1' }, false],
    [{ RESEND_API_KEY: 're_1' }, false],
    [{ UPLOADTHING_TOKEN: whole.UPLOADTHING_TOKEN }, false],
    [{ ...database, CONSILIA_SANDBOX: '1' }, true],
  ])('with %j: %s', (given, isWanted) => {
    expect(wantsSandbox(source(given))).toBe(isWanted);
    const environment = appEnvironment(source(given), ports, 'postgresql://x');
    expect(environment.CONSILIA_SANDBOX === '1').toBe(isWanted);
  });

  it('shows demo accounts only with its own database', () => {
    const demo = (given: Record<string, string>) =>
      appEnvironment(source(given), ports, 'postgresql://x').CONSILIA_DEMO;
    expect(demo({})).toBe('1');
    expect(demo({ ...database, CONSILIA_SANDBOX: '1' })).not.toBe('1');
  });

  it('takes the secrets that are given, and makes the others once', () => {
    const given = { AUTH_SECRET: whole.AUTH_SECRET };
    const environment = appEnvironment(source(given), ports, 'postgresql://x');
    expect(environment.AUTH_SECRET).toBe(whole.AUTH_SECRET);
    expect(environment.STRIPE_SECRET_KEY).toMatch(/^sk_test_sandbox_/);
    const again = appEnvironment(source({ AUTH_SECRET: '' }), ports, 'postgresql://x');
    expect(again.STRIPE_SECRET_KEY).toBe(environment.STRIPE_SECRET_KEY);
    expect(again.AUTH_SECRET).not.toBe(whole.AUTH_SECRET);
  });

  it('adds a secret that a newer version needs, and keeps the others', () => {
    const file = join(folder, 'secrets.json');
    const { DATA_ENCRYPTION_KEY: key, ...older } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(older));
    const first = appEnvironment(source({}), ports, 'postgresql://x');
    expect(first).toMatchObject(older);
    expect(first.DATA_ENCRYPTION_KEY).not.toBe(key);
    const again = appEnvironment(source({}), ports, 'postgresql://x');
    expect(again.DATA_ENCRYPTION_KEY).toBe(first.DATA_ENCRYPTION_KEY);
  });
});

describe('checkConfiguration', () => {
  it.each([{}, whole, { ...database, CONSILIA_SANDBOX: '1' }])('takes %j', (given) => {
    expect(() => checkConfiguration(source(given), ports)).not.toThrow();
  });

  it.each([
    [database, /STRIPE_SECRET_KEY is not set/],
    [database, /CONSILIA_SANDBOX=1/],
    [{ APP_URL: 'https://consilia.example' }, /RESEND_API_KEY is not set/],
    [{ ...whole, RESEND_API_KEY: '' }, /RESEND_API_KEY is not set/],
    [{ ...whole, CONSILIA_SANDBOX: '1' }, /real key/],
    [{ ...whole, OPERATOR_TIME_ZONE: 'Mars/Base' }, /OPERATOR_TIME_ZONE/],
    [{ ...whole, TRUSTED_PROXIES: 'all' }, /TRUSTED_PROXIES/],
    [{ ...whole, DATA_ENCRYPTION_KEY: '' }, /DATA_ENCRYPTION_KEY is not set[^]*openssl rand -base64 32/],
  ])('refuses %j with a sentence', (given, sentence) => {
    expect(() => checkConfiguration(source(given), ports)).toThrow(sentence);
  });
});
