import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stripe } from 'stripe';
import type { RunningServer } from '@/sandbox/http/server';
import { sandboxDefaults } from '@/sandbox/stripe/config';
import type { InvalidRequest } from '@/sandbox/stripe/params/invalid-requests';
import { startStripeSandbox } from '@/sandbox/stripe/server';

export type ReceivedHook = { path: string; signature: string; body: string; type: string };

/** An app that collects webhooks; `answer` may refuse them. */
export type HookReceiver = {
  url: string;
  received: ReceivedHook[];
  answer: (hook: ReceivedHook) => number;
  /** Waits until a matching hook came in, at most five seconds. */
  waitFor: (matches: (hook: ReceivedHook) => boolean) => Promise<ReceivedHook>;
  close: () => Promise<void>;
};

export async function startHookReceiver(): Promise<HookReceiver> {
  const listeners = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const parsed: { type: string } = JSON.parse(body);
      const hook = {
        path: request.url ?? '',
        signature: String(request.headers['stripe-signature']),
        body,
        type: parsed.type,
      };
      receiver.received.push(hook);
      response.writeHead(receiver.answer(hook)).end();
      for (const listener of listeners) listener();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const receiver: HookReceiver = {
    url: `http://127.0.0.1:${port}`,
    received: [],
    answer: () => 200,
    waitFor: (matches) =>
      new Promise((resolve, reject) => {
        const finish = (): void => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        const look = (): void => {
          const found = receiver.received.find(matches);
          if (found === undefined) return;
          finish();
          resolve(found);
        };
        const timer = setTimeout(() => {
          finish();
          reject(
            new Error(`no such webhook among: ${receiver.received.map((hook) => hook.type).join(', ')}`),
          );
        }, 5_000);
        listeners.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

export type StripeTestbed = {
  url: string;
  port: number;
  stripe: Stripe;
  control: <T>(path: string, body?: object) => Promise<T>;
  restart: () => Promise<void>;
  /** Ends the sandbox; throws when it was sent a request that the SDK's types do not allow and no test took. */
  close: () => Promise<void>;
};

/** Requests that the SDK's types do not allow, since they were last taken. */
export async function takeInvalidRequests(sandboxUrl: string): Promise<InvalidRequest[]> {
  const response = await fetch(`${sandboxUrl}/_sandbox/requests/invalid/take`, {
    method: 'POST',
    headers: { connection: 'close' },
  });
  const { data }: { data: InvalidRequest[] } = JSON.parse(await response.text());
  return data;
}

/** Throws when there is such a request: no test may send one unless it means to. */
export function refuseInvalid(requests: readonly InvalidRequest[]): void {
  if (requests.length === 0) return;
  const lines = requests.map(
    ({ method, path, params, problem }) => `${method} ${path} ${params}: ${problem}`,
  );
  throw new Error(`requests that Stripe's types do not allow:\n${lines.join('\n')}`);
}

/** A sandbox on a free port with its own state, and a real SDK client on it. */
export async function startStripeTestbed(appUrl: string | null = null): Promise<StripeTestbed> {
  const dir = mkdtempSync(join(tmpdir(), 'stripe-sandbox-'));
  const start = (port: number): Promise<RunningServer> =>
    startStripeSandbox({
      ...sandboxDefaults,
      port,
      file: join(dir, 'stripe.sqlite'),
      appUrl,
      retryBaseMs: 20,
      checkParams: true,
    });
  let server = await start(0);
  const { url, port } = server;
  return {
    url,
    port,
    stripe: new Stripe(sandboxDefaults.secretKey, {
      host: '127.0.0.1',
      port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
    }),
    control: async (path, body) => {
      const response = await fetch(`${url}/_sandbox/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { connection: 'close' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`control ${path}: ${text}`);
      return JSON.parse(text);
    },
    restart: async () => {
      await server.close();
      server = await start(port);
    },
    close: async () => {
      const invalid = await takeInvalidRequests(url);
      await server.close();
      rmSync(dir, { recursive: true, force: true });
      refuseInvalid(invalid);
    },
  };
}

/** The id of something the API gave as id or, expanded, as object; throws when there is none. */
export function idOf(value: string | { id: string } | null | undefined): string {
  if (value === null || value === undefined) throw new Error('nothing there');
  return typeof value === 'string' ? value : value.id;
}
