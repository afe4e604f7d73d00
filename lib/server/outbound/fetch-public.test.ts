import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fetchPublic, type PublicRequest } from './fetch-public';
import { getPinned, type Network } from './network';

type Reply = { status?: number; headers?: Record<string, string>; body?: Readable | string | Buffer };

const asked: PublicRequest = {
  url: 'https://calendar.example.org/a.ics',
  ownHost: 'consilia.example',
  accept: 'text/calendar',
  mostBytes: 1000,
  timeoutMs: 2000,
};

/** A network of these hosts and answers that notes where it was asked. */
function networkOf(hosts: Record<string, string[]>, replies: Record<string, Reply>) {
  const calls: { href: string; address: string; headers: Record<string, string> }[] = [];
  const network: Network = {
    resolve: async (host) => hosts[host] ?? [],
    get: async ({ url, address, headers }) => {
      calls.push({ href: url.href, address, headers });
      const { status = 200, headers: answered = {}, body = '' } = replies[url.href] ?? { status: 404 };
      const stream = body instanceof Readable ? body : Readable.from([Buffer.from(body)]);
      return { status, headers: answered, body: stream };
    },
  };
  return { network, calls };
}

const home = { 'calendar.example.org': ['93.184.215.14'] };
const answer = (reply: Reply) => networkOf(home, { [asked.url]: reply }).network;

describe('fetchPublic', () => {
  it('asks at the address that was checked and tells what is known', async () => {
    const { network, calls } = networkOf(home, {
      [asked.url]: {
        body: 'Büro',
        headers: { etag: '"2"', 'last-modified': 'Mon, 01 Mar 2027 00:00:00 GMT' },
      },
    });
    const known = { etag: '"1"', lastModified: 'Sun, 28 Feb 2027 00:00:00 GMT' };
    expect(await fetchPublic({ ...asked, ...known }, network)).toEqual({
      kind: 'text',
      text: 'Büro',
      etag: '"2"',
      lastModified: 'Mon, 01 Mar 2027 00:00:00 GMT',
    });
    expect(calls[0]).toMatchObject({
      address: '93.184.215.14',
      headers: { 'if-none-match': '"1"', 'if-modified-since': known.lastModified },
    });
  });

  it.each([
    [304, { kind: 'unchanged' }],
    [404, { kind: 'failed', failure: 'not_found' }],
    [410, { kind: 'failed', failure: 'not_found' }],
    [401, { kind: 'failed', failure: 'denied' }],
    [403, { kind: 'failed', failure: 'denied' }],
    [500, { kind: 'failed', failure: 'bad_answer' }],
    [302, { kind: 'failed', failure: 'bad_answer' }],
  ])('answers %s', async (status, result) => {
    expect(await fetchPublic(asked, answer({ status }))).toEqual(result);
  });

  it.each([
    ['private', ['10.0.0.1']],
    ['this machine', ['127.0.0.1']],
    ['public and private', ['93.184.215.14', 'fd00::1']],
    ['IPv4 in IPv6', ['::ffff:169.254.169.254']],
  ])('does not connect to a host that is %s', async (_what, addresses) => {
    const { network, calls } = networkOf({ 'calendar.example.org': addresses }, {});
    expect(await fetchPublic(asked, network)).toEqual({ kind: 'failed', failure: 'forbidden_address' });
    expect(calls).toEqual([]);
  });

  it('says of a host that does not exist that it cannot be reached', async () => {
    expect(await fetchPublic(asked, networkOf({}, {}).network)).toMatchObject({ failure: 'unreachable' });
  });

  it('follows no redirect', async () => {
    const moved = { status: 302, headers: { location: '/other.ics' } };
    const { network, calls } = networkOf(home, { [asked.url]: moved });
    expect(await fetchPublic(asked, network)).toEqual({ kind: 'failed', failure: 'bad_answer' });
    expect(calls).toHaveLength(1);
  });

  it('takes exactly as much as is allowed, plain and packed', async () => {
    for (const [size, kind] of [
      [1000, 'text'],
      [1001, 'failed'],
    ] as const) {
      const body = 'x'.repeat(size);
      expect(await fetchPublic(asked, answer({ body }))).toMatchObject({ kind });
      const packed = { body: gzipSync(body), headers: { 'content-encoding': 'gzip' } };
      expect(await fetchPublic(asked, answer(packed))).toMatchObject({ kind });
    }
  });

  it('stops unpacking what was packed to burst', async () => {
    const bomb = { body: gzipSync(Buffer.alloc(50_000_000)), headers: { 'content-encoding': 'gzip' } };
    expect(await fetchPublic(asked, answer(bomb))).toEqual({ kind: 'failed', failure: 'too_large' });
  });

  it.each([
    ['gzip', 'not packed at all', 'unreachable'],
    ['br', 'x', 'bad_answer'],
  ])('refuses an answer in %s that it cannot unpack', async (encoding, body, failure) => {
    const reply = { body, headers: { 'content-encoding': encoding } };
    expect(await fetchPublic(asked, answer(reply))).toEqual({ kind: 'failed', failure });
  });

  it('stops asking after its time, whoever is slow', async () => {
    const never = new Promise<never>(() => {});
    const slow = { ...asked, timeoutMs: 20 };
    const { network } = networkOf(home, { [asked.url]: { body: new Readable({ read() {} }) } });
    expect(await fetchPublic(slow, network)).toMatchObject({ failure: 'timeout' });
    expect(await fetchPublic(slow, { ...network, resolve: () => never })).toMatchObject({
      failure: 'timeout',
    });
    expect(await fetchPublic(slow, { ...network, get: () => never })).toMatchObject({ failure: 'timeout' });
  });
});

it('connects to the address that was checked and speaks of the name', async () => {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    socket.once('data', (data) => {
      heard.push(data);
      socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  const url = new URL('https://calendar.example.org/a.ics');
  const request = { url, address: '127.0.0.1', headers: {}, signal: AbortSignal.timeout(5000) };
  await expect(getPinned(request, port)).rejects.toThrow();
  // A TLS handshake that names the host.
  expect(heard[0]?.[0]).toBe(0x16);
  expect(heard[0]?.includes('calendar.example.org')).toBe(true);
  server.close();
});
