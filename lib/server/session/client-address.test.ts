import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientAddress } from './client-address';

describe('clientAddress', () => {
  it.each([
    ['203.0.113.9', 0, '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9', 0, '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9, 10.0.0.1', 1, '203.0.113.9'],
    ['1.1.1.1,203.0.113.9,10.0.0.2,10.0.0.1', 2, '203.0.113.9'],
    ['10.0.0.1', 1, '10.0.0.1'],
    ['::ffff:203.0.113.9', 0, '203.0.113.9'],
    ['1.1.1.1, 2001:db8::1', 0, '2001:db8::1'],
    ['203.0.113.9:5120, 10.0.0.1', 1, '203.0.113.9'],
    ['[2001:db8::1]:5120, 10.0.0.1', 1, '2001:db8::1'],
    ['<script>, 10.0.0.1', 1, 'unknown'],
    ['', 0, 'unknown'],
    [null, 1, 'unknown'],
  ])('%s behind %i proxies comes from %s', (header, proxies, address) => {
    expect(clientAddress(header, proxies)).toBe(address);
  });
});

/** Answers with the header that a handler gets, as a web process is started. */
const echo = `
  const server = require('node:http').createServer((request, response) => {
    request.headers['x-forwarded-for'] ??= 'nobody';
    response.end(request.headers['x-forwarded-for']);
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

describe('over HTTP', () => {
  let child: ChildProcess;
  let url = '';
  beforeAll(async () => {
    const preload = new URL('../../../scripts/supervisor/append-peer.mjs', import.meta.url).href;
    child = spawn(process.execPath, ['--import', preload, '-e', echo], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = child.stdout ? await once(child.stdout, 'data') : [];
    url = `http://127.0.0.1:${String(port).trim()}`;
  });
  afterAll(() => void child.kill());

  const seen = async (forwardedFor?: string) => {
    const answer = await fetch(url, { headers: forwardedFor ? { 'x-forwarded-for': forwardedFor } : {} });
    return answer.text();
  };

  it('whoever writes the header is found by the socket, whatever it says', async () => {
    for (const forged of [undefined, '1.2.3.4', '1.2.3.4, 5.6.7.8', ',,'])
      expect(clientAddress(await seen(forged), 0)).toBe('127.0.0.1');
  });

  it('a proxy that appends is believed, what stands before its entry is not', async () => {
    expect(clientAddress(await seen('203.0.113.9'), 1)).toBe('203.0.113.9');
    expect(clientAddress(await seen('1.2.3.4, 203.0.113.9'), 1)).toBe('203.0.113.9');
  });
});
