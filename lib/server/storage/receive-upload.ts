import { fileLimits } from '@/lib/shared/file-limits';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { newId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import { fileNameOf, isTried } from './content-type';
import { type FilePurpose, insertFiles, lockFile, updateFile } from './files';

const uploadsAnHour = 60;

type Announced = { name: string; size: number; type: string };

/**
 * Somebody is about to upload files: at most five at once, each of 1 byte to 10 MB, of a type that may be tried, sixty an
 * hour for an account. Returns their ids, in order; nothing is trusted of what is said of them but the name, which is
 * cleaned.
 */
export async function announceUpload(
  accountId: string,
  purpose: FilePurpose,
  files: readonly Announced[],
): Promise<Result<string[]>> {
  if (files.length === 0 || files.length > fileLimits.mostFiles) return err('file.tooMany');
  if (files.some(({ size }) => size > fileLimits.mostBytes)) return err('file.tooLarge');
  if (files.some(({ type, size }) => !isTried(type) || size < 1)) return err('file.typeRefused');
  for (let index = 0; index < files.length; index += 1)
    if (!(await isWithinLimit(`upload:${accountId}`, uploadsAnHour, 3600))) return err('common.rateLimited');
  const createdAt = await clock();
  const rows = files.map(({ name, size }) => ({
    id: newId(),
    accountId,
    purpose,
    name: fileNameOf(name),
    size: Math.ceil(size),
    createdAt,
  }));
  await insertFiles(db(), rows);
  return ok(rows.map(({ id }) => id));
}

/**
 * The file service says that a file has arrived: it is checked by a job. Saying it again changes nothing; a file that
 * nobody announced, or that was given up meanwhile, is taken away.
 */
export async function completeUpload(fileId: string, storageKey: string): Promise<void> {
  const now = await clock();
  await inTransaction(async (tx) => {
    const file = await lockFile(tx, fileId);
    if (file?.storageKey === storageKey) return;
    if (file?.status !== 'awaited') return enqueue(tx, 'file.remove', { storageKey });
    await updateFile(tx, fileId, { status: 'uploaded', storageKey, uploadedAt: now });
    await enqueue(tx, 'file.check', { fileId });
  });
}
