import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { bareHost } from '@/lib/shared/public-address';

type PinnedRequest = {
  url: URL;
  /** Where to connect, whatever the name stands for by then. */
  address: string;
  headers: Record<string, string>;
  signal: AbortSignal;
};
type PinnedAnswer = { status: number; headers: IncomingHttpHeaders; body: Readable };

/** How the outside is reached; tests bring their own. */
export type Network = {
  /** Every IP address of a host; rejects when there is none. */
  resolve: (host: string) => Promise<string[]>;
  get: (request: PinnedRequest) => Promise<PinnedAnswer>;
};

async function resolve(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, order: 'ipv4first' });
  return found.map(({ address }) => address);
}

/** Answers every question for a name with the one address that was checked. */
function pinnedTo(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, options, answer) =>
    options.all ? answer(null, [{ address, family }]) : answer(null, address, family);
}

/** One request on a connection of its own to exactly this address; the certificate must still be the name's. */
export function getPinned(
  { url, address, headers, signal }: PinnedRequest,
  port = 443,
): Promise<PinnedAnswer> {
  return new Promise((resolvePromise, reject) => {
    const sent = request(
      {
        host: bareHost(url.hostname),
        port,
        path: `${url.pathname}${url.search}`,
        headers,
        signal,
        agent: false,
        lookup: pinnedTo(address),
      },
      (body) => resolvePromise({ status: body.statusCode ?? 0, headers: body.headers, body }),
    );
    sent.on('error', reject);
    sent.end();
  });
}

export const liveNetwork: Network = { resolve, get: (asked) => getPinned(asked) };
