import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFileSandbox } from '@/sandbox/files/server';
import { makeToken } from '@/sandbox/files/token';
import type { RunningServer } from '@/sandbox/http/server';

export type FileTestbed = {
  token: string;
  /** As the product's configuration names it. */
  local: { ingestUrl: string; apiUrl: string; ufsHost: string };
  control: <T>(path: string, body?: object) => Promise<T>;
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

/** A file sandbox on a free port with its own state. */
export async function startFileTestbed(token = makeToken('sk_sandbox_test')): Promise<FileTestbed> {
  const dir = mkdtempSync(join(tmpdir(), 'file-sandbox-'));
  const start = (port: number): Promise<RunningServer> =>
    startFileSandbox({ port, file: join(dir, 'files.sqlite'), token });
  let server = await start(0);
  const { port, url } = server;
  const address = `http://localhost:${port}`;
  return {
    token,
    local: { ingestUrl: address, apiUrl: address, ufsHost: `localhost:${port}` },
    control: async (path, body) => {
      const response = await fetch(`${url}/_sandbox/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { connection: 'close' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return JSON.parse(await response.text());
    },
    restart: async () => {
      await server.close();
      server = await start(port);
    },
    close: async () => {
      await server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
