import { join } from 'node:path';
import { startMailSandbox } from '@/sandbox/mail/server';

const dataDir = process.env.CONSILIA_DATA_DIR ?? '.data';
const webPort = Number(process.env.PORT ?? 3000);
const mailPort = Number(process.env.MAIL_SANDBOX_PORT ?? webPort + 2);

const mail = await startMailSandbox({ port: mailPort, file: join(dataDir, 'sandbox', 'mail.sqlite') });
process.stdout.write(`mail sandbox listening on ${mail.url}\n`);

let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await mail.close();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
