import { fileLimits } from '@/lib/shared/file-limits';
import type { Tx } from '@/lib/server/db/client';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';
import { deleteFile, type FilePurpose, lockFile, lockLooseFiles } from './files';

export { markAttached } from './files';

type Attaching = { accountId: string; purpose: FilePurpose; ids: readonly string[] };

/**
 * Whether uploaded files of an account can be added to something, once each; locks them. What is still being checked can;
 * `file.refused` for one that was not taken, `file.gone` for one that is not there, somebody else's, or used already.
 * Writes nothing: `markAttached` does.
 */
export async function checkFiles(tx: Tx, { ids, ...owner }: Attaching): Promise<Result<string[]>> {
  const wanted = [...new Set(ids)];
  if (wanted.length > fileLimits.mostFiles) return err('file.tooMany');
  if (wanted.length === 0) return ok([]);
  const files = await lockLooseFiles(tx, { ...owner, ids: wanted });
  if (files.some(({ status }) => status === 'refused')) return err('file.refused');
  const isThere = files.length === wanted.length && files.every(({ status }) => status !== 'awaited');
  return isThere ? ok(wanted) : err('file.gone');
}

/** Takes a file that was added to nothing away, at the file service too. */
export async function dropFile(tx: Tx, fileId: string): Promise<void> {
  const file = await lockFile(tx, fileId);
  if (!file || file.attachedAt) return;
  await deleteFile(tx, fileId);
  if (file.storageKey) await enqueue(tx, 'file.remove', { storageKey: file.storageKey });
}
