import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEnv } from '@/lib/server/env';
import { makeToken } from '@/sandbox/files/token';

/** Where this run listens and keeps its data; everything follows from PORT and CONSILIA_DATA_DIR. */
export type Ports = { web: number[]; stripe: number; mail: number; postgres: number; files: number };

export function readPorts(source: NodeJS.ProcessEnv): Ports {
  const first = Number(source.PORT ?? 3000);
  const processes = Number(source.WEB_PROCESSES ?? 1);
  if (!Number.isInteger(first) || first < 1 || first > 65_000)
    throw new Error('PORT must be a number from 1 to 65000.');
  if (!Number.isInteger(processes) || processes < 1 || processes > 8)
    throw new Error('WEB_PROCESSES must be 1 to 8.');
  return {
    web: Array.from({ length: processes }, (_, index) => first + 10 * index),
    stripe: Number(source.STRIPE_SANDBOX_PORT ?? first + 1),
    mail: Number(source.MAIL_SANDBOX_PORT ?? first + 2),
    postgres: Number(source.PGPORT ?? first + 3),
    files: Number(source.FILES_SANDBOX_PORT ?? first + 4),
  };
}

export const dataFolder = () => resolve(process.env.CONSILIA_DATA_DIR ?? '.data');

/**
 * The cluster's folder. As root the server runs as another user, who may not enter root's folders: then it lies
 * under /var/tmp, in a folder named after the project's.
 */
export function clusterFolder(name: string): string {
  if (process.getuid?.() !== 0) return join(dataFolder(), name);
  const digest = createHash('sha256').update(dataFolder()).digest('hex').slice(0, 12);
  return join('/var/tmp', `consilia-${digest}`, name);
}

/** Secrets of the demo: made once, kept beside its data, different on each machine. One that a newer version needs is added. */
function demoSecrets(): Record<string, string> {
  const file = join(dataFolder(), 'secrets.json');
  const kept: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secret = () => randomBytes(24).toString('base64url');
  const made = {
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    DATA_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    STRIPE_SECRET_KEY: `sk_test_sandbox_${secret()}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${secret()}`,
    STRIPE_CONNECT_WEBHOOK_SECRET: `whsec_${secret()}`,
    RESEND_API_KEY: `re_sandbox_${secret()}`,
    UPLOADTHING_TOKEN: makeToken(`sk_sandbox_${secret()}`),
  };
  const secrets = { ...made, ...kept };
  if (Object.keys(made).every((name) => name in kept)) return secrets;
  mkdirSync(dataFolder(), { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

/** What an operator sets who means the real services. */
const realServices = [
  'DATABASE_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_CONNECT_WEBHOOK_SECRET',
  'RESEND_API_KEY',
  'UPLOADTHING_TOKEN',
] as const;

/**
 * Whether the sandboxes are wanted: CONSILIA_SANDBOX=1 says so, or nothing says otherwise. A database, an https
 * address, a key of Stripe, of the mail service or of the file service does: then what is missing is an error, never a fake.
 */
export function wantsSandbox(source: NodeJS.ProcessEnv): boolean {
  if (source.CONSILIA_SANDBOX === '1') return true;
  return !source.APP_URL?.startsWith('https:') && realServices.every((key) => !source[key]);
}

/** The environment of the web and worker processes. What is given wins; in a sandbox what is missing is made. */
export function appEnvironment(
  source: NodeJS.ProcessEnv,
  ports: Ports,
  databaseUrl: string,
): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const common = {
    ...given,
    NODE_ENV: source.NODE_ENV,
    DATABASE_URL: databaseUrl,
    APP_URL: source.APP_URL || `http://localhost:${ports.web[0]}`,
    NEXT_TELEMETRY_DISABLED: '1',
    TZ: 'UTC',
  };
  if (!wantsSandbox(source)) return common;
  return {
    EMAIL_FROM: 'Consilia <hello@consilia.example>',
    OPERATOR_ADDRESS: 'Lindenallee 7, 10115 Berlin',
    OPERATOR_VAT_ID: 'DE812345678',
    ...demoSecrets(),
    ...common,
    STRIPE_API_HOST: '127.0.0.1',
    STRIPE_API_PORT: String(ports.stripe),
    STRIPE_API_PROTOCOL: 'http',
    RESEND_BASE_URL: `http://127.0.0.1:${ports.mail}`,
    MAIL_INBOX_URL: `http://localhost:${ports.mail}/`,
    STRIPE_SANDBOX_PORT: String(ports.stripe),
    MAIL_SANDBOX_PORT: String(ports.mail),
    FILES_SANDBOX_PORT: String(ports.files),
    UPLOADTHING_INGEST_URL: `http://localhost:${ports.files}`,
    UPLOADTHING_API_URL: `http://localhost:${ports.files}`,
    UPLOADTHING_UFS_HOST: `localhost:${ports.files}`,
    UPLOADTHING_UFS_APP_ID_LOCATION: 'path',
    CONSILIA_DATA_DIR: dataFolder(),
    CONSILIA_SANDBOX: '1',
    // Accounts whose password everybody knows belong into no database but our own.
    ...(!source.DATABASE_URL && { CONSILIA_DEMO: '1' }),
  };
}

/** Throws, before anything is built or migrated, what is wrong with the configuration (see `readEnv`). */
export function checkConfiguration(source: NodeJS.ProcessEnv, ports: Ports): void {
  const databaseUrl = source.DATABASE_URL || 'postgresql://embedded';
  readEnv({ ...appEnvironment(source, ports, databaseUrl), NODE_ENV: 'production' });
}
