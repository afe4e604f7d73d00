import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRouteHandler, createUploadthing, UTApi, UTFile } from 'uploadthing/server';
import type { FileRouter } from 'uploadthing/types';
import { connectFiles } from '@/lib/server/storage/file-service';
import { type FileTestbed, startFileTestbed } from '@/sandbox/testing/files';
import { makeToken } from './token';

let testbed: FileTestbed;
let api: UTApi;
const content = new Uint8Array([0, 255, 137, 80, 13, 10, 200]);
const options = (token = testbed.token) => ({
  token,
  ...testbed.local,
  ufsAppIdLocation: 'path' as const,
  logLevel: 'None' as const,
});

beforeAll(async () => {
  testbed = await startFileTestbed();
  api = new UTApi(options());
});
afterAll(() => testbed.close());
beforeEach(() => testbed.control('reset', {}));

type Listed = { data: { key: string; name: string; size: number; acl: string; customId: string | null }[] };
const listed = async () => (await testbed.control<Listed>('files')).data;

async function stored(acl: 'private' | 'public-read' = 'private'): Promise<string> {
  const file = new UTFile([content], 'Étude «1».bin', { customId: `id-${acl}` });
  const { data, error } = await api.uploadFiles(file, { acl });
  if (error) throw new Error(error.code);
  return data.key;
}

describe('the real client of the server', () => {
  it('uploads byte for byte, names the file and keeps it private', async () => {
    const key = await stored();
    expect(await listed()).toMatchObject([
      { key, name: 'Étude «1».bin', size: content.length, acl: 'private', customId: 'id-private' },
    ]);
    const { ufsUrl } = await api.generateSignedURL(key);
    const response = await fetch(ufsUrl);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('reads a private file by no other address than a signed one', async () => {
    const key = await stored();
    const plain = `http://${testbed.local.ufsHost}/a/sandbox/${key}`;
    expect((await fetch(plain)).status).toBe(403);
    const { ufsUrl } = await api.generateSignedURL(key);
    expect((await fetch(ufsUrl.replace(/\w$/, (sign) => (sign === '0' ? '1' : '0')))).status).toBe(403);
    expect((await fetch(ufsUrl.replace(/expires=\d/, 'expires=9'))).status).toBe(403);
    const other = await new UTApi(options(makeToken('sk_sandbox_other'))).generateSignedURL(key);
    expect((await fetch(other.ufsUrl)).status).toBe(403);
  });

  it('finds an address over after its time, and a public file at its plain one', async () => {
    const key = await stored();
    const { ufsUrl } = await api.generateSignedURL(key, { expiresIn: 1 });
    const { expires } = Object.fromEntries(new URL(ufsUrl).searchParams);
    await expect
      .poll(async () => (Date.now() > Number(expires) ? (await fetch(ufsUrl)).status : 200), {
        timeout: 5000,
      })
      .toBe(403);
    const open = await stored('public-read');
    expect((await fetch(`http://${testbed.local.ufsHost}/a/sandbox/${open}`)).status).toBe(200);
  });

  it('deletes once, lists, and asks for access by key or by our own id', async () => {
    const key = await stored();
    expect((await api.listFiles()).files).toMatchObject([
      { key, customId: 'id-private', status: 'Uploaded' },
    ]);
    const { ufsUrl } = await api.getSignedURL('id-private', { keyType: 'customId', expiresIn: 60 });
    expect((await fetch(ufsUrl)).status).toBe(200);
    expect(await api.deleteFiles(key)).toMatchObject({ success: true, deletedCount: 1 });
    expect(await api.deleteFiles(key)).toMatchObject({ success: true, deletedCount: 0 });
    expect((await fetch(ufsUrl)).status).toBe(404);
  });

  it('is refused with another key, and keeps what it has through a restart', async () => {
    await expect(new UTApi(options(makeToken('sk_sandbox_other'))).listFiles()).rejects.toThrow();
    const key = await stored();
    await testbed.restart();
    const keys = async () => (await api.listFiles()).files.map((file) => file.key);
    // The first call may still go over the connection that has ended.
    await expect.poll(() => keys().catch(() => [])).toEqual([key]);
  });
});

describe('our verbs', () => {
  const service = () => connectFiles({ token: testbed.token, local: testbed.local });

  it('store, read and remove; what is larger than allowed is not read', async () => {
    const files = service();
    const key = await files.store(content);
    expect(await files.read(key, 7)).toEqual(content);
    expect(await files.read(key, 6)).toBeNull();
    expect(await listed()).toMatchObject([{ name: 'sealed.bin', acl: 'private' }]);
    await files.remove(key);
    expect(await files.read(key, 7)).toBeNull();
    await files.remove(key);
  });

  it.each(['error', 'timeout'])(
    'throw when the service answers with %s, so that the job is tried again',
    async (mode) => {
      const files = service();
      const key = await files.store(content);
      await testbed.control('fail', { mode, count: 3 });
      await expect(files.store(content)).rejects.toThrow();
      await expect(files.read(key, 100)).rejects.toThrow();
      await expect(files.remove(key)).rejects.toThrow();
      expect(await files.read(key, 100)).toEqual(content);
    },
  );
});

const build = createUploadthing();

/** An app with one route that takes uploads, on a port of its own. */
async function startApp(isDev: boolean) {
  const told: { customId: string | null; key: string; metadata: unknown }[] = [];
  const router = {
    note: build({ blob: { maxFileSize: '16MB' } })
      .middleware(() => ({ by: 'marina' }))
      .onUploadComplete(({ file, metadata }) => {
        told.push({ customId: file.customId, key: file.key, metadata });
        return { seen: file.size };
      }),
  } satisfies FileRouter;
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const handle = createRouteHandler({ router, config: { ...options(), isDev, callbackUrl: address } });
    const answer = await handle(
      new Request(new URL(request.url ?? '/', address), {
        method: 'POST',
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks),
      }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const address = `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}/api/uploadthing`;
  return {
    told,
    /** What the browser's part asks first. */
    ask: async (size: number) => {
      const response = await fetch(`${address}?actionType=upload&slug=note`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input: null, files: [{ name: 'a ü.txt', size, type: 'text/plain' }] }),
      });
      const [first]: { url: string; key: string }[] = JSON.parse(await response.text());
      if (!first) throw new Error('no address');
      return first;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function put(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([bytes]), 'x');
  return fetch(url, { method: 'PUT', body, headers: { range: 'bytes=0-' } });
}

describe.each([
  ['in production the service calls the app', false],
  ['in development the app keeps a line open', true],
])('a browser’s upload: %s', (_, isDev) => {
  it('goes to the signed address, and the app’s answer comes back with it', async () => {
    const app = await startApp(isDev);
    const { url, key } = await app.ask(content.length);
    const preflight = await fetch(url, { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-uploadthing-version');
    const head = await fetch(url, { method: 'HEAD' });
    expect(head.headers.get('x-ut-range-start')).toBe('0');
    expect(head.headers.get('access-control-expose-headers')).toBe('x-ut-range-start');
    const answer: unknown = JSON.parse(await (await put(url, content)).text());
    expect(answer).toMatchObject({ serverData: { seen: content.length }, fileHash: expect.any(String) });
    expect(app.told).toEqual([{ customId: null, key, metadata: { by: 'marina' } }]);
    await app.close();
  });

  it('is refused when it is another file than announced, or the address was touched', async () => {
    const app = await startApp(isDev);
    const { url } = await app.ask(content.length + 1);
    expect((await put(url, content)).status).toBe(400);
    expect((await put(url.replace('x-ut-file-size=8', 'x-ut-file-size=7'), content)).status).toBe(403);
    expect(await listed()).toEqual([]);
    expect(app.told).toEqual([]);
    await app.close();
  });
});
