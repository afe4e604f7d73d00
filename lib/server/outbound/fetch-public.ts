import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { bareHost, isPublicAddress, parsePublicUrl } from '@/lib/shared/public-address';
import { liveNetwork, type Network } from './network';

export type FetchFailure =
  | 'unreachable'
  | 'timeout'
  | 'forbidden_address'
  | 'not_found'
  | 'denied'
  | 'bad_answer'
  | 'too_large';

export type Fetched =
  | { kind: 'text'; text: string; etag: string | null; lastModified: string | null }
  | { kind: 'unchanged' }
  | { kind: 'failed'; failure: FetchFailure };

export type PublicRequest = {
  url: string;
  /** Host of this product: it does not ask itself. */
  ownHost: string;
  accept: string;
  /** Of the answer that is known, so that only a newer one is sent. */
  etag?: string | null;
  lastModified?: string | null;
  /** Packed and unpacked. */
  mostBytes: number;
  timeoutMs: number;
};

const longestValidator = 500;

class Refused extends Error {
  constructor(readonly failure: FetchFailure) {
    super(failure);
  }
}

/**
 * Asks an address that a person typed, without letting it lead into our own network: https only, every address of the
 * host must be public, the connection goes to the one that was checked, and redirects are not followed. Time and size are
 * bounded as a whole. What a failure was is said, never what was answered.
 */
export async function fetchPublic(asked: PublicRequest, network: Network = liveNetwork): Promise<Fetched> {
  const signal = AbortSignal.timeout(asked.timeoutMs);
  try {
    return await within(signal, ask(asked, network, signal));
  } catch (error) {
    if (signal.aborted) return { kind: 'failed', failure: 'timeout' };
    return { kind: 'failed', failure: error instanceof Refused ? error.failure : 'unreachable' };
  }
}

/** Not everything that waits can be told to stop: then it is left behind. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Refused('timeout')), { once: true });
    work.then(resolve, reject);
  });
}

async function ask(asked: PublicRequest, network: Network, signal: AbortSignal): Promise<Fetched> {
  const headers = {
    accept: asked.accept,
    'accept-encoding': 'gzip',
    'user-agent': 'Consilia',
    ...(asked.etag ? { 'if-none-match': asked.etag } : {}),
    ...(asked.lastModified ? { 'if-modified-since': asked.lastModified } : {}),
  };
  const url = parsePublicUrl(asked.url, asked.ownHost);
  if (!url) throw new Refused('forbidden_address');
  const address = await publicAddressOf(bareHost(url.hostname), network);
  return readAnswer(await network.get({ url, address, headers, signal }), asked.mostBytes);
}

/** All of a host's addresses must be public: one that is not shows what the name is for. */
async function publicAddressOf(host: string, network: Network): Promise<string> {
  const addresses = await network.resolve(host);
  const [first] = addresses;
  if (!first) throw new Refused('unreachable');
  if (!addresses.every(isPublicAddress)) throw new Refused('forbidden_address');
  return first;
}

type Answer = Awaited<ReturnType<Network['get']>>;

async function readAnswer({ status, headers, body }: Answer, mostBytes: number): Promise<Fetched> {
  if (status !== 200) {
    body.destroy();
    if (status === 304) return { kind: 'unchanged' };
    throw new Refused(failureOf(status));
  }
  const text = await readText(body, headers['content-encoding'], mostBytes);
  return {
    kind: 'text',
    text,
    etag: shortEnough(headers.etag),
    lastModified: shortEnough(headers['last-modified']),
  };
}

function failureOf(status: number): FetchFailure {
  if (status === 404 || status === 410) return 'not_found';
  return status === 401 || status === 403 ? 'denied' : 'bad_answer';
}

const shortEnough = (value: string | undefined) =>
  value !== undefined && value.length <= longestValidator ? value : null;

async function readText(body: Readable, encoding: string | undefined, mostBytes: number): Promise<string> {
  const unpacked = unpack(body, encoding);
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  try {
    for await (const chunk of unpacked) {
      size += chunk.length;
      if (size > mostBytes) throw new Refused('too_large');
      text += decoder.decode(chunk, { stream: true });
    }
  } finally {
    body.destroy();
  }
  return text + decoder.decode();
}

/** What unpacks to more than allowed is noticed while it does, so that a small answer cannot fill the memory. */
function unpack(body: Readable, encoding = 'identity'): AsyncIterable<Buffer> {
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new Refused('bad_answer');
  return pipeline(body, createGunzip(), () => {});
}
