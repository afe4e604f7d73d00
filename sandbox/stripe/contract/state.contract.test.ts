import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import { startStripeTestbed, type StripeTestbed, takeInvalidRequests } from '@/sandbox/testing/stripe';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}

describe('the process', () => {
  const dir = mkdtempSync(join(tmpdir(), 'sandbox-process-'));
  let port: number;
  let mailPort: number;
  let running: ChildProcess;

  beforeAll(async () => {
    port = await freePort();
    mailPort = await freePort();
  });

  afterAll(() => {
    running.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });

  async function start(): Promise<string> {
    running = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', 'tsx', 'sandbox/main.ts'],
      {
        env: {
          ...process.env,
          CONSILIA_DATA_DIR: dir,
          STRIPE_SANDBOX_PORT: String(port),
          MAIL_SANDBOX_PORT: String(mailPort),
          APP_URL: 'http://127.0.0.1:9',
          STRIPE_SANDBOX_CHECK: '1',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    for await (const chunk of running.stdout ?? []) {
      output += String(chunk);
      if (output.split('\n').length > 2) break;
    }
    return output;
  }

  test('says what listens where, keeps its state through kill -9, and stops on SIGTERM', async () => {
    const stripe = new Stripe(sandboxDefaults.secretKey, {
      host: '127.0.0.1',
      port,
      protocol: 'http',
      telemetry: false,
    });
    expect(await start()).toBe(
      `stripe sandbox listening on http://127.0.0.1:${port}\nmail sandbox listening on http://127.0.0.1:${mailPort}\n`,
    );
    const intent = await stripe.paymentIntents.create(
      { amount: 12_000, currency: 'eur', payment_method: 'pm_card_visa', confirm: true, off_session: true },
      { idempotencyKey: 'k' },
    );
    running.kill('SIGKILL');
    await once(running, 'exit');

    await start();
    const again = await stripe.paymentIntents.create(
      { amount: 12_000, currency: 'eur', payment_method: 'pm_card_visa', confirm: true, off_session: true },
      { idempotencyKey: 'k' },
    );
    expect(again.id).toBe(intent.id);
    expect((await stripe.balance.retrieve()).pending[0]?.amount).toBe(11_795);
    expect(await takeInvalidRequests(`http://127.0.0.1:${port}`)).toEqual([]);

    running.kill('SIGTERM');
    const [code] = await once(running, 'exit');
    expect(code).toBe(0);
  });
});

describe('a prepared past', () => {
  let bed: StripeTestbed;

  beforeAll(async () => {
    bed = await startStripeTestbed();
  });

  afterAll(() => bed.close());

  const past = {
    accounts: [
      {
        id: 'acct_claire',
        created: '2026-01-05T09:00:00Z',
        email: 'claire@example.com',
        displayName: 'Claire Fontaine',
        onboarded: true,
      },
    ],
    customers: [
      {
        id: 'cus_camille',
        created: '2026-01-06T09:00:00Z',
        email: 'camille@example.com',
        name: 'Camille Martin',
        paymentMethod: 'pm_camille',
      },
    ],
    payments: [
      {
        id: 'pi_1',
        charge: 'ch_1',
        created: '2026-01-10T09:00:00Z',
        amount: 12_000,
        customer: 'cus_camille',
        transferGroup: 'b1',
        balanceTransaction: 'txn_1',
      },
      { id: 'pi_2', charge: 'ch_2', created: '2026-01-11T09:00:00Z', amount: 7_000, customer: 'cus_camille' },
    ],
    refunds: [{ id: 're_1', charge: 'ch_2', created: '2026-01-12T09:00:00Z', amount: 7_000 }],
    transfers: [
      {
        id: 'tr_1',
        created: '2026-01-20T09:00:00Z',
        amount: 9_858,
        destination: 'acct_claire',
        sourceTransaction: 'ch_1',
        transferGroup: 'b1',
      },
    ],
    reversals: [{ id: 'trr_1', created: '2026-01-21T09:00:00Z', transfer: 'tr_1', amount: 858 }],
  };

  test('is booked to the cent, once, and can be worked with', async () => {
    const first = await bed.control<{ written: number; balance: Stripe.Balance }>('seed', past);
    const expected = 12_000 - 205 + 7_000 - 130 - 7_000 - 9_858 + 858;
    expect(first).toMatchObject({
      written: 7,
      balance: { available: [{ amount: expected, currency: 'eur' }], pending: [{ amount: 0 }] },
    });
    expect(await bed.control('seed', past)).toMatchObject({ written: 0 });
    let sum = 0;
    for await (const line of bed.stripe.balanceTransactions.list()) sum += line.net;
    expect(sum).toBe(expected);
    expect(await bed.stripe.balanceTransactions.retrieve('txn_1')).toMatchObject({
      source: 'ch_1',
      net: 11_795,
    });
    const intent = await bed.stripe.paymentIntents.create({
      amount: 5_000,
      currency: 'eur',
      customer: 'cus_camille',
      payment_method: 'pm_camille',
      confirm: true,
      off_session: true,
    });
    expect(intent.status).toBe('succeeded');
    expect((await bed.stripe.events.list({ type: 'transfer.created' })).data).toEqual([]);
  });

  test('that does not add up is refused as a whole', async () => {
    await bed.control('reset', {});
    const tooMuch = { ...past, refunds: [{ ...past.refunds[0], amount: 7_001 }] };
    await expect(bed.control('seed', tooMuch)).rejects.toThrow('more than was captured');
    expect((await bed.stripe.paymentIntents.list()).data).toEqual([]);
  });

  test('reset forgets everything and sets the clock back', async () => {
    await bed.control('clock', { set: '2030-01-01T00:00:00Z' });
    expect((await bed.control<{ now: string }>('clock')).now).toMatch(/^2030-01-01/);
    await bed.control('reset', {});
    expect(Math.abs(Date.parse((await bed.control<{ now: string }>('clock')).now) - Date.now())).toBeLessThan(
      5_000,
    );
  });
});
