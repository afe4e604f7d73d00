import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { readFont } from '@/sandbox/http/assets';
import { type Reply, textReply } from '@/sandbox/http/reply';

export type Incoming = {
  method: string;
  path: string;
  query: URLSearchParams;
  /** The query as it came, without the question mark. */
  search: string;
  headers: Record<string, string>;
  body: string;
  /** The same as it came. */
  bytes: Buffer;
};

export type RunningServer = { port: number; url: string; close: () => Promise<void> };

const bodyLimit = 40 * 1024 * 1024;

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > bodyLimit) throw new Error('request body too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function toIncoming(request: IncomingMessage): Promise<Incoming> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const bytes = await readBody(request);
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    search: url.search.slice(1),
    headers,
    body: bytes.toString('utf8'),
    bytes,
  };
}

function assetReply(path: string): Reply | undefined {
  if (path === '/favicon.ico') return { status: 204, headers: {}, body: '' };
  if (!path.startsWith('/_assets/')) return undefined;
  const font = readFont(path.slice('/_assets/'.length));
  if (font === undefined) return textReply(404, 'not found');
  return {
    status: 200,
    headers: { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' },
    body: font,
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.cut) {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, reply.headers);
  if (reply.body instanceof Readable) {
    response.flushHeaders();
    reply.body.pipe(response);
  } else response.end(reply.body);
}

/**
 * Starts one sandbox server on the loopback address; port 0 takes a free one. Nothing outside this
 * machine can reach it, which is why its control calls need no password.
 */
export async function startServer(
  port: number,
  handle: (incoming: Incoming) => Promise<Reply>,
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    toIncoming(request)
      .then((incoming) => assetReply(incoming.path) ?? handle(incoming))
      .then((reply) => send(response, reply))
      .catch((error: unknown) => {
        process.stderr.write(
          `sandbox: ${error instanceof Error ? (error.stack ?? error.message) : 'error'}\n`,
        );
        if (!response.headersSent) send(response, textReply(500, 'sandbox error'));
      });
  });
  server.keepAliveTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
