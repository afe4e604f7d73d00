import { z } from 'zod';
import { currencies } from '@/lib/shared/money';
import { isZone } from '@/lib/shared/time';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const tokenParts = z.object({ apiKey: z.string().startsWith('sk_'), appId: z.string().min(1) });

/** The secret key inside a token of the file service; null when it is none. */
function fileKeyOf(token: string): string | null {
  try {
    const parts = tokenParts.safeParse(JSON.parse(Buffer.from(token, 'base64').toString('utf8')));
    return parts.success ? parts.data.apiKey : null;
  } catch {
    return null;
  }
}

const isDataKey = (text: string) => Buffer.from(text, 'base64').length === 32;
const dataKey = z
  .string()
  .refine(isDataKey, 'must be 32 bytes in base64, for instance of `openssl rand -base64 32`');
/** The file service's token: base64 of JSON with the key, the app and where to upload. */
const fileToken = z.string().refine((text) => fileKeyOf(text) !== null, 'is no token of UploadThing');
const port = z.coerce.number().int().min(1).max(65535);

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  APP_URL: z.url().transform((url) => url.replace(/\/$/, '')),
  DATABASE_URL: z.string().startsWith('postgres'),
  DATABASE_POOL: z.coerce.number().int().min(2).default(12),
  AUTH_SECRET: z.string().min(32),
  DATA_ENCRYPTION_KEY: dataKey,
  DATA_ENCRYPTION_KEYS_PREVIOUS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(dataKey)),
  STRIPE_SECRET_KEY: z.string().startsWith('sk_'),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith('whsec_'),
  STRIPE_WEBHOOK_SECRET_NEXT: z.string().startsWith('whsec_').optional(),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().startsWith('whsec_'),
  STRIPE_CONNECT_WEBHOOK_SECRET_NEXT: z.string().startsWith('whsec_').optional(),
  STRIPE_API_HOST: z.string().optional(),
  STRIPE_API_PORT: port.optional(),
  STRIPE_API_PROTOCOL: z.enum(['http', 'https']).optional(),
  RESEND_API_KEY: z.string().startsWith('re_'),
  RESEND_BASE_URL: z.url().optional(),
  EMAIL_FROM: z.string().min(3),
  MAIL_INBOX_URL: z.url().optional(),
  UPLOADTHING_TOKEN: fileToken,
  UPLOADTHING_INGEST_URL: z.url().optional(),
  UPLOADTHING_API_URL: z.url().optional(),
  UPLOADTHING_UFS_HOST: z.string().optional(),
  UPLOADTHING_UFS_APP_ID_LOCATION: z.enum(['subdomain', 'path']).optional(),
  TRUSTED_PROXIES: z.coerce.number('must be a whole number').int().min(0).max(10).default(0),
  OPERATOR_NAME: z.string().default('Consilia'),
  OPERATOR_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('DE'),
  OPERATOR_ADDRESS: z.string().max(300).default(''),
  OPERATOR_TAX_NUMBER: z.string().max(30).optional(),
  OPERATOR_VAT_ID: z.string().max(20).optional(),
  CURRENCY: z.enum(currencies).default('EUR'),
  OPERATOR_TIME_ZONE: z
    .string()
    .refine(isZone, 'is no time zone: use an IANA name, for instance Europe/Paris')
    .default('Europe/Paris'),
  PAYOUT_SCHEDULE: z.enum(['per_session', 'twice_monthly']).default('per_session'),
  PAYOUT_THRESHOLD: z.coerce.number().int().min(0).default(5000),
  OFF_PLATFORM_COMMISSION: flag.default(true),
  PROVIDER_CANCELLATION_FEE: flag,
  WITHDRAWAL_RIGHT: flag.default(true),
  WITHDRAWAL_KEEPS_LATE_FEE: flag,
  COMMISSION_VAT_BPS: z.coerce.number().int().min(0).max(10_000).default(1900),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CONSILIA_SANDBOX: flag,
  CONSILIA_DEMO: flag,
  CONSILIA_TEST_CLOCK: flag,
});

export type Env = z.infer<typeof schema>;

/**
 * Reads the configuration. Throws one sentence for each wrong, missing or mixed setting: a sandbox address
 * with a live key, a sandbox key without its address, a sandbox in production without CONSILIA_SANDBOX=1,
 * or a plain http address other than localhost.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return present[name] === undefined ? `${name} is not set.` : `${name}: ${message}.`;
    });
    if (!present.DATA_ENCRYPTION_KEY)
      lines.push(
        'DATA_ENCRYPTION_KEY encrypts private notes and files: make it with `openssl rand -base64 32` and keep a copy apart from the database.',
      );
    const isFake = ['STRIPE_SECRET_KEY', 'RESEND_API_KEY', 'UPLOADTHING_TOKEN'].some(
      (name) => !present[name],
    );
    if (isFake)
      lines.push(
        'To try it without Stripe, e-mail and a file service set CONSILIA_SANDBOX=1: nothing is charged then.',
      );
    throw new Error(`The configuration is not complete (see .env.example).\n${lines.join('\n')}`);
  }
  const problems = findContradictions(parsed.data);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return parsed.data;
}

/** Any address that is not the service's own. */
function isLocalFileService(env: Env): boolean {
  return [env.UPLOADTHING_INGEST_URL, env.UPLOADTHING_API_URL, env.UPLOADTHING_UFS_HOST].some(
    (address) => address !== undefined,
  );
}

function findContradictions(env: Env): string[] {
  const problems: string[] = [];
  const isLocalStripe = env.STRIPE_API_HOST !== undefined;
  const isSandboxKey = env.STRIPE_SECRET_KEY.startsWith('sk_test_sandbox');
  if (isLocalStripe && !isSandboxKey) {
    problems.push(
      'STRIPE_API_HOST points to a sandbox, but STRIPE_SECRET_KEY is a real key: remove one of them.',
    );
  }
  if (!isLocalStripe && isSandboxKey) {
    problems.push(
      'STRIPE_SECRET_KEY is a sandbox key, but STRIPE_API_HOST is not set: use a key of your Stripe account.',
    );
  }
  const isLocalMail = env.RESEND_BASE_URL !== undefined;
  const isSandboxMailKey = env.RESEND_API_KEY.startsWith('re_sandbox');
  if (isLocalMail !== isSandboxMailKey) {
    problems.push(
      'RESEND_API_KEY and RESEND_BASE_URL do not belong together: set both for the sandbox, or a real key alone.',
    );
  }
  const isLocalFiles = isLocalFileService(env);
  const isSandboxFileKey = fileKeyOf(env.UPLOADTHING_TOKEN)?.startsWith('sk_sandbox') === true;
  if (isLocalFiles !== isSandboxFileKey) {
    problems.push(
      'UPLOADTHING_TOKEN and UPLOADTHING_INGEST_URL do not belong together: set the addresses with a token of the sandbox, or a real token alone.',
    );
  }
  if (isLocalStripe !== isLocalMail || isLocalMail !== isLocalFiles) {
    problems.push(
      'Sandbox and real services are mixed: configure Stripe, Resend and UploadThing, or none of them.',
    );
  }
  if (
    (isLocalStripe || isLocalMail || isLocalFiles) &&
    env.NODE_ENV === 'production' &&
    !env.CONSILIA_SANDBOX
  ) {
    problems.push('A sandbox may run in production only with CONSILIA_SANDBOX=1.');
  }
  const { protocol, hostname } = new URL(env.APP_URL);
  if (protocol === 'http:' && !['localhost', '127.0.0.1'].includes(hostname) && !env.CONSILIA_DEMO) {
    problems.push('APP_URL must be https: browsers keep sign-in cookies only on https or localhost.');
  }
  if (env.CONSILIA_DEMO && !env.CONSILIA_SANDBOX) {
    problems.push(
      'CONSILIA_DEMO may not be set on a real service: its accounts have a password that everybody knows.',
    );
  }
  if (!isLocalStripe && env.OPERATOR_ADDRESS === '') {
    problems.push('OPERATOR_ADDRESS is not set: the law wants it on the invoices to advisors.');
  }
  if (env.CONSILIA_TEST_CLOCK && env.NODE_ENV === 'production' && !env.CONSILIA_SANDBOX) {
    problems.push('CONSILIA_TEST_CLOCK may not be set on a real service.');
  }
  return problems;
}

let cached: Env | undefined;

/** The configuration of this process; read on first use, so that a build needs none. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
