import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { checkedForTests, removeQueued, startFilesForTests, uploadForTests } from '@/prisma/test-files';
import type { FileTestbed } from '@/sandbox/testing/files';
import { checkFiles, markAttached } from './attach-files';
import { downloadResponse, downloadToken, openDownload } from './download';
import { sweepFiles } from './jobs';
import { announceUpload, completeUpload } from './receive-upload';

let files: FileTestbed;
let marina: AccountActor;
let claire: AccountActor;
const secret = 'She sleeps badly since the move.';

beforeAll(async () => {
  files = await startFilesForTests();
  [marina, claire] = await Promise.all([makeAccount(), makeAccount()]);
});
afterAll(() => files.close());
afterEach(() => setClock(0));

async function attachAll(tx: Tx, ids: string[], accountId: string) {
  const files = await checkFiles(tx, { accountId, purpose: 'claim', ids });
  if (files.ok) await markAttached(tx, files.value, new Date());
  return files;
}

const rowOf = (id: string) => db().storedFile.findUniqueOrThrow({ where: { id } });
const upload = (content: string | Uint8Array<ArrayBuffer>, name?: string) =>
  uploadForTests(files, marina.accountId, content, name);
const stored = async () =>
  (await files.control<{ data: { key: string }[] }>('files')).data.map(({ key }) => key);

async function setClock(milliseconds: number): Promise<void> {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
}

async function checked(content: string | Uint8Array<ArrayBuffer>, name?: string): Promise<string> {
  const id = await upload(content, name);
  await checkedForTests(id);
  return id;
}

async function open(id: string, actor: AccountActor = marina, at = new Date()) {
  const token = downloadToken({ file: id, account: marina.accountId, party: 'client' }, at);
  return openDownload(actor, token);
}

describe('what somebody uploads', () => {
  it('is checked, sealed and stored anew; the original is deleted', async () => {
    const id = await upload(secret);
    const { storageKey: original } = await rowOf(id);
    expect(await open(id)).toMatchObject({ error: { code: 'common.notFound' } });
    await checkedForTests(id);
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'ready', contentType: 'text/plain', size: secret.length });
    expect(row.storageKey).not.toBe(original);
    expect(await stored()).not.toContain(original);
    expect(await stored()).toContain(row.storageKey);
    const opened = await open(id);
    expect(opened.ok && Buffer.from(opened.value.bytes).toString()).toBe(secret);
  });

  it('is checked once, whoever runs the job twice', async () => {
    const id = await upload(secret);
    await Promise.all([checkedForTests(id), checkedForTests(id)]);
    await removeQueued();
    const { storageKey } = await rowOf(id);
    expect(await stored()).toContain(storageKey);
    await checkedForTests(id);
    expect((await rowOf(id)).storageKey).toBe(storageKey);
  });

  it.each([
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]), 'invoice.pdf', 'type'],
    ['half a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1]), 'photo.jpg', 'image'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1).fill(65), 'long.txt', 'size'],
  ])('%s is refused whatever it is called, and not kept', async (_, content, name, refusal) => {
    const id = await upload(content, name);
    const { storageKey } = await rowOf(id);
    await checkedForTests(id);
    expect(await rowOf(id)).toMatchObject({ status: 'refused', refusal, storageKey: null });
    expect(await stored()).not.toContain(storageKey);
    expect(await open(id)).toMatchObject({ error: { code: 'common.notFound' } });
  });

  it('10 MB exactly are taken; a picture loses where it was taken', async () => {
    const whole = await checked(new Uint8Array(10 * 1024 * 1024).fill(65));
    expect((await rowOf(whole)).status).toBe('ready');
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a0' } })
      .withExif({ IFD0: { Copyright: 'a secret place' } })
      .jpeg()
      .toBuffer();
    const opened = await open(await checked(new Uint8Array(picture), 'photo'));
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value).toMatchObject({ type: 'image/jpeg', name: 'photo.jpg' });
    expect(Buffer.from(opened.value.bytes).toString('latin1')).not.toContain('secret');
  });

  it('is checked when the service is back', async () => {
    const id = await upload(secret);
    await files.control('fail', { mode: 'error', method: 'GET', count: 1 });
    await expect(checkedForTests(id)).rejects.toThrow();
    expect((await rowOf(id)).status).toBe('uploaded');
    await checkedForTests(id);
    expect((await rowOf(id)).status).toBe('ready');
  });
});

describe('what is announced', () => {
  const announce = (more: object) =>
    announceUpload(marina.accountId, 'claim', [{ name: 'a.pdf', size: 5, type: '', ...more }]);

  it.each([
    [{ size: 10 * 1024 * 1024 + 1 }, 'file.tooLarge'],
    [{ size: 0 }, 'file.typeRefused'],
    [{ type: 'image/svg+xml' }, 'file.typeRefused'],
  ])('%j is refused before it is uploaded', async (more, code) => {
    expect(await announce(more)).toMatchObject({ error: { code } });
  });

  it('may be five files at once, and sixty an hour', async () => {
    const busy = await makeAccount();
    const five = Array.from({ length: 5 }, () => ({ name: 'a', size: 1, type: '' }));
    const many = () => announceUpload(busy.accountId, 'claim', five);
    expect(await announceUpload(busy.accountId, 'claim', [...five, ...five])).toMatchObject({
      error: { code: 'file.tooMany' },
    });
    for (let round = 0; round < 12; round += 1) expect((await many()).ok).toBe(true);
    expect(await many()).toMatchObject({ error: { code: 'common.rateLimited' } });
  });

  it('has a name of one line without a path', async () => {
    const ids = await announce({ name: '../a\r\nX: y\u202E.pdf' });
    if (!ids.ok) throw new Error(ids.error.code);
    expect((await rowOf(ids.value[0] ?? '')).name).toBe('a X y .pdf');
  });

  it('arrives once: a second arrival, and one nobody announced, are taken away', async () => {
    const id = await upload(secret);
    const { storageKey } = await rowOf(id);
    await completeUpload(id, 'another-key');
    await completeUpload(newId(), 'nobodys-key');
    expect((await rowOf(id)).storageKey).toBe(storageKey);
    const waiting = await db().$queryRaw<{ key: string }[]>`
      select data ->> 'storageKey' as key from pgboss.job where name = 'file.remove' order by 1`;
    expect(waiting.map(({ key }) => key)).toEqual(['another-key', 'nobodys-key']);
    await removeQueued();
  });
});

describe('a download address', () => {
  it('is for one account, for 300 seconds, and each use is in the audit log without a name', async () => {
    const id = await checked(secret, 'Diary of Marina.txt');
    expect(await open(id, claire)).toMatchObject({ error: { code: 'common.notFound' } });
    const at = new Date();
    await setClock(299_000);
    expect((await open(id, marina, at)).ok).toBe(true);
    await setClock(300_000);
    expect(await open(id, marina, at)).toMatchObject({ error: { code: 'file.linkExpired' } });
    const log = await db().auditEntry.findMany({ where: { subjectId: id } });
    expect(log).toMatchObject([{ action: 'file.read', party: 'client', accountId: marina.accountId }]);
    expect(JSON.stringify(log)).not.toContain('Diary');
  });

  it.each(['', 'x', 'x.y', '.'])('%j leads nowhere', async (token) => {
    expect(await openDownload(marina, token)).toMatchObject({ error: { code: 'common.notFound' } });
  });

  it('cannot be written by anybody else', async () => {
    const id = await checked(secret);
    const token = downloadToken({ file: id, account: claire.accountId, party: 'client' }, new Date());
    const [payload = '', signature = ''] = token.split('.');
    const text = Buffer.from(payload, 'base64url').toString().replace(claire.accountId, marina.accountId);
    const forged = `${Buffer.from(text).toString('base64url')}.${signature}`;
    expect(await openDownload(marina, forged)).toMatchObject({ error: { code: 'common.notFound' } });
  });

  it('saves the file and lets nobody keep it', async () => {
    const opened = await open(await checked(secret, 'Отчёт "июнь".txt'));
    if (!opened.ok) throw new Error(opened.error.code);
    const { headers } = downloadResponse(opened.value);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="_____ ____ .txt"; filename*=UTF-8''%D0%9E%D1%82%D1%87%D1%91%D1%82%20%D0%B8%D1%8E%D0%BD%D1%8C%20.txt`,
    );
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('what lies at the service', () => {
  it('does not open in another row', async () => {
    const [one, other] = [await checked('one'), await checked('other')];
    const { storageKey } = await rowOf(one);
    await db().storedFile.update({ where: { id: one }, data: { storageKey: 'elsewhere' } });
    await db().storedFile.update({ where: { id: other }, data: { storageKey } });
    await expect(open(other)).rejects.toThrow('changed or moved');
    await db().storedFile.deleteMany({ where: { id: { in: [one, other] } } });
  });

  it('is taken away after a day when it was added to nothing', async () => {
    const [kept, loose] = [await checked('kept'), await checked('loose')];
    const { storageKey } = await rowOf(loose);
    const attach = (ids: string[], accountId = marina.accountId) =>
      inTransaction((tx) => attachAll(tx, ids, accountId));
    expect(await attach([kept], claire.accountId)).toMatchObject({ error: { code: 'file.gone' } });
    expect((await attach([kept])).ok).toBe(true);
    expect(await attach([kept])).toMatchObject({ error: { code: 'file.gone' } });
    await setClock(addHours(new Date(), 25).getTime() - Date.now());
    await sweepFiles();
    await removeQueued();
    expect(await db().storedFile.count({ where: { id: loose } })).toBe(0);
    expect(await stored()).not.toContain(storageKey);
    expect((await open(kept, marina, addHours(new Date(), 25))).ok).toBe(true);
  });
});
