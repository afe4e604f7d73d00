import { fileLimits } from '@/lib/shared/file-limits';
import type { Tx } from '@/lib/server/db/client';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';
import { deleteFile, type FilePurpose, lockFile, lockLooseFiles, markAttached } from './files';

type Attaching = { accountId: string; purpose: FilePurpose; ids: readonly string[]; now: Date };

/**
 * Adds uploaded files of an account to what they are for, once each. What is still being checked is added too;
 * `file.refused` for one that was not taken, `file.gone` for one that is not there, somebody else's, or used already.
 */
export async function attachFiles(tx: Tx, { ids, now, ...owner }: Attaching): Promise<Result<string[]>> {
  const wanted = [...new Set(ids)];
  if (wanted.length > fileLimits.mostFiles) return err('file.tooMany');
  if (wanted.length === 0) return ok([]);
  const files = await lockLooseFiles(tx, { ...owner, ids: wanted });
  if (files.some(({ status }) => status === 'refused')) return err('file.refused');
  if (files.length < wanted.length || files.some(({ status }) => status === 'awaited'))
    return err('file.gone');
  await markAttached(tx, wanted, now);
  return ok(wanted);
}

/** Takes a file that was added to nothing away, at the file service too. */
export async function dropFile(tx: Tx, fileId: string): Promise<void> {
  const file = await lockFile(tx, fileId);
  if (!file || file.attachedAt) return;
  await deleteFile(tx, fileId);
  if (file.storageKey) await enqueue(tx, 'file.remove', { storageKey: file.storageKey });
}
