import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/shared/ids';
import PageCache from './cache-handler.mjs';
import { touchTags } from './tags';

const page = (tags: string) => ({
  kind: 'APP_PAGE',
  html: '<p>Text</p>',
  rscData: Buffer.from('flight'),
  segmentData: new Map([['/_tree', Buffer.from('tree')]]),
  headers: { 'x-next-cache-tags': tags },
  status: 200,
});

/** Next makes one for each request, in each process. */
const request = () => new PageCache({});

async function stored(tags: string): Promise<string> {
  const key = newId();
  const first = request();
  expect(await first.get(key)).toBeNull();
  await first.set(key, page(tags));
  return key;
}

/** A process trusts a page that it has just read for half a second. */
function afterTrust(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600 });
}
afterEach(() => {
  vi.useRealTimers();
});

describe('the page cache', () => {
  it('hands a page to other requests as it was made, with its policy', async () => {
    const found = await request().get(await stored('one'));
    expect(found?.value).toMatchObject({
      html: '<p>Text</p>',
      rscData: Buffer.from('flight'),
      headers: { 'content-security-policy': expect.stringContaining("script-src 'self';") },
    });
    expect(found?.value.segmentData.get('/_tree')).toEqual(Buffer.from('tree'));
  });

  it('forgets a page when one of its tags is touched, and only then', async () => {
    const tag = newId();
    const key = await stored(`other,${tag}`);
    await touchTags([newId()]);
    expect(await request().get(key)).not.toBeNull();
    await touchTags([tag]);
    afterTrust();
    expect(await request().get(key)).toBeNull();
  });

  it('does not take a page for new that was made while its tag was touched', async () => {
    const [tag, key] = [newId(), newId()];
    const slow = request();
    await slow.get(key);
    await touchTags([tag]);
    await slow.set(key, page(tag));
    expect(await request().get(key)).toBeNull();
    for (let round = 0; round < 20; round += 1) {
      await touchTags([tag]);
      const again = request();
      expect(await again.get(key)).toBeNull();
      await again.set(key, page(tag));
      expect(await request().get(key)).not.toBeNull();
      afterTrust();
    }
  });

  it('holds when a page is made anew while it is still good', async () => {
    const tag = newId();
    const key = await stored(tag);
    const slow = request();
    expect(await slow.get(key)).not.toBeNull();
    await touchTags([tag]);
    await slow.set(key, page(tag));
    afterTrust();
    expect(await request().get(key)).toBeNull();
  });

  it('keeps the tags of reads, which Next names beside them, and never trusts a read', async () => {
    const [tag, key] = [newId(), newId()];
    const one = request();
    await one.get(key);
    await one.set(key, { kind: 'FETCH', data: { body: '1' } }, { tags: [tag] });
    expect(await request().get(key, { tags: [tag] })).not.toBeNull();
    await touchTags([tag]);
    expect(await request().get(key)).toBeNull();
  });

  it('keeps nothing of what is not there', async () => {
    const key = newId();
    const one = request();
    await one.get(key);
    await one.set(key, { ...page('x'), html: '<meta name="status" content="404"/>' });
    expect(await request().get(key)).toBeNull();
  });
});
