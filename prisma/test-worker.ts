import pg from 'pg';
import { afterAll, inject } from 'vitest';

/** A database of its own for each test file, copied from the template; dropped afterwards. */
const template = new URL(inject('templateUrl'));
const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
const admin = new URL(template);
admin.pathname = '/postgres';

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

await onServer(`create database ${name} template ${template.pathname.slice(1)}`);
const own = new URL(template);
own.pathname = `/${name}`;

Object.assign(process.env, {
  DATABASE_URL: own.href,
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: 'test-secret-test-secret-test-secret',
  DATA_ENCRYPTION_KEY: Buffer.alloc(32, 'test key').toString('base64'),
  STRIPE_SECRET_KEY: 'sk_test_sandbox_test',
  STRIPE_WEBHOOK_SECRET: 'whsec_test',
  STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_connect_test',
  STRIPE_API_HOST: '127.0.0.1',
  STRIPE_API_PORT: '9',
  STRIPE_API_PROTOCOL: 'http',
  RESEND_API_KEY: 're_sandbox_test',
  RESEND_BASE_URL: 'http://127.0.0.1:9',
  OPERATOR_ADDRESS: 'Lindenallee 7, 10115 Berlin',
  OPERATOR_VAT_ID: 'DE812345678',
  EMAIL_FROM: 'Consilia <hello@consilia.example>',
  UPLOADTHING_TOKEN: Buffer.from(
    '{"apiKey":"sk_sandbox_test","appId":"sandbox","regions":["local1"]}',
  ).toString('base64'),
  UPLOADTHING_INGEST_URL: 'http://localhost:9',
  UPLOADTHING_API_URL: 'http://localhost:9',
  UPLOADTHING_UFS_HOST: 'localhost:9',
  UPLOADTHING_UFS_APP_ID_LOCATION: 'path',
  CONSILIA_SANDBOX: '1',
  CONSILIA_TEST_CLOCK: '1',
  LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
});

afterAll(async () => {
  const [{ closeDatabase }, { closeJobs }] = await Promise.all([
    import('@/lib/server/db/client'),
    import('@/lib/server/jobs/boss'),
  ]);
  await closeJobs();
  await closeDatabase();
  await onServer(`drop database ${name} with (force)`);
});
