import { connectFiles } from '@/lib/server/storage/file-service';
import { checkUpload, removeStored } from '@/lib/server/storage/jobs';
import { announceUpload, completeUpload } from '@/lib/server/storage/receive-upload';
import { db } from '@/lib/server/db/client';
import { type FileTestbed, startFileTestbed } from '@/sandbox/testing/files';

/** A file sandbox of this test file's own; must start before the first call that reads the configuration. */
export async function startFilesForTests(): Promise<FileTestbed> {
  const testbed = await startFileTestbed(process.env.UPLOADTHING_TOKEN);
  const { ingestUrl, apiUrl, ufsHost } = testbed.local;
  Object.assign(process.env, {
    UPLOADTHING_INGEST_URL: ingestUrl,
    UPLOADTHING_API_URL: apiUrl,
    UPLOADTHING_UFS_HOST: ufsHost,
  });
  return testbed;
}

/** Uploaded and announced to us, not yet checked. Returns our id. */
export async function uploadForTests(
  { token, local }: FileTestbed,
  accountId: string,
  content: string | Uint8Array<ArrayBuffer>,
  name = 'Router log.txt',
): Promise<string> {
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content;
  const ids = await announceUpload(accountId, 'claim', [{ name, size: 10, type: '' }]);
  if (!ids.ok) throw new Error(ids.error.code);
  const [id = ''] = ids.value;
  await completeUpload(id, await connectFiles({ token, local }).store(bytes));
  return id;
}

/** What the worker does with an upload: checked, sealed, the original deleted. */
export async function checkedForTests(fileId: string): Promise<void> {
  await checkUpload({ fileId });
  await removeQueued();
}

/** Everything at the file service that waits to be deleted. */
export async function removeQueued(): Promise<void> {
  const rows = await db().$queryRaw<{ id: string; storage_key: string }[]>`
    delete from pgboss.job where name = 'file.remove' returning id, data ->> 'storageKey' as storage_key`;
  for (const { storage_key: storageKey } of rows) await removeStored({ storageKey });
}
