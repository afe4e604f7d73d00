import { join } from 'node:path';
import { startFileSandbox } from '@/sandbox/files/server';
import { makeToken } from '@/sandbox/files/token';
import { startMailSandbox } from '@/sandbox/mail/server';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import { startStripeSandbox } from '@/sandbox/stripe/server';

const { env } = process;
const state = join(env.CONSILIA_DATA_DIR ?? '.data', 'sandbox');
const webPort = Number(env.PORT ?? 3000);

const stripe = await startStripeSandbox({
  port: Number(env.STRIPE_SANDBOX_PORT ?? webPort + 1),
  file: join(state, 'stripe.sqlite'),
  secretKey: env.STRIPE_SECRET_KEY ?? sandboxDefaults.secretKey,
  appUrl: env.APP_URL ?? `http://127.0.0.1:${webPort}`,
  webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? sandboxDefaults.webhookSecret,
  connectWebhookSecret: env.STRIPE_CONNECT_WEBHOOK_SECRET ?? sandboxDefaults.connectWebhookSecret,
  retryBaseMs: sandboxDefaults.retryBaseMs,
  checkParams: env.STRIPE_SANDBOX_CHECK === '1',
});
process.stdout.write(`stripe sandbox listening on ${stripe.url}\n`);

const mail = await startMailSandbox({
  port: Number(env.MAIL_SANDBOX_PORT ?? webPort + 2),
  file: join(state, 'mail.sqlite'),
});
process.stdout.write(`mail sandbox listening on ${mail.url}\n`);

const files = await startFileSandbox({
  port: Number(env.FILES_SANDBOX_PORT ?? webPort + 4),
  file: join(state, 'files.sqlite'),
  token: env.UPLOADTHING_TOKEN ?? makeToken('sk_sandbox_files'),
});
process.stdout.write(`files sandbox listening on ${files.url}\n`);

let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all([stripe.close(), mail.close(), files.close()]);
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
