import { describe, expect, it } from 'vitest';
import { readBody } from '@/lib/shared/read-body';

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://app.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

describe('readBody', () => {
  it('reads up to the limit, that length included', async () => {
    expect(await readBody(post('ждать'), 10)).toBe('ждать');
    expect(await readBody(post('ждать'), 9)).toBeUndefined();
    expect(await readBody(post(null), 9)).toBe('');
  });

  it('does not begin with what is announced as too long', async () => {
    const request = post('x', { 'content-length': '11' });
    expect(await readBody(request, 10)).toBeUndefined();
    expect(request.bodyUsed).toBe(false);
  });

  it('stops reading a stream without end', async () => {
    let pulled = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(100));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    expect(await readBody(post(endless), 1000)).toBeUndefined();
    expect(pulled).toBeLessThan(15);
    expect(isCancelled).toBe(true);
  });

  it('puts letters together that came in two parts', async () => {
    const bytes = new TextEncoder().encode('é');
    const halves = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(bytes.slice(0, 1));
        controller.enqueue(bytes.slice(1));
        controller.close();
      },
    });
    expect(await readBody(post(halves), 10)).toBe('é');
  });
});
