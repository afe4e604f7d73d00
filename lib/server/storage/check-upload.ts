import { type ContentType, fileLimits } from '@/lib/shared/file-limits';
import { now as clock } from '@/lib/server/clock';
import { dataKeys } from '@/lib/server/crypto/data-keys';
import { sealBytes, unsealBytes } from '@/lib/server/crypto/sealing';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { cleanImage } from './clean-image';
import { contentTypeOf } from './content-type';
import { fileService } from './file-service';
import { type FileRecord, findFile, lockFile, type Refusal, updateFile } from './files';

/** A file opens only as this row, and as this account's. */
const aboutOf = ({ id, accountId }: FileRecord) => `stored_file/${id}/${accountId}`;
/** Nonce and tag beside the content. */
const sealOverhead = 64;

type Checked = { bytes: Uint8Array<ArrayBuffer>; type: ContentType } | { refusal: Refusal };

/**
 * Fetches what was uploaded and checks what it is by its content; pictures are drawn anew. What is taken is sealed with
 * the instance's key, stored as another private file, and the original deleted; so is one that is refused. Until then
 * nobody can open it. Running it twice changes nothing.
 */
export async function checkUpload({ fileId }: { fileId: string }): Promise<void> {
  const file = await findFile(db(), fileId);
  if (file?.status !== 'uploaded' || !file.storageKey) return;
  const original = file.storageKey;
  const checked = await check(original);
  if ('refusal' in checked) return settle(file, { status: 'refused', storageKey: null, ...checked });
  const { keyId, sealed } = sealBytes(dataKeys(), checked.bytes, aboutOf(file));
  const storageKey = await fileService().store(sealed);
  const size = checked.bytes.length;
  await settle(file, { status: 'ready', storageKey, keyId, contentType: checked.type, size });
}

async function check(storageKey: string): Promise<Checked> {
  const bytes = await fileService().read(storageKey, fileLimits.mostBytes + sealOverhead);
  if (!bytes || bytes.length === 0) return { refusal: 'missing' };
  if (bytes.length > fileLimits.mostBytes) return { refusal: 'size' };
  const type = contentTypeOf(bytes);
  if (!type) return { refusal: 'type' };
  const cleaned = await cleanImage(bytes, type);
  if (!cleaned) return { refusal: 'image' };
  return cleaned.length > fileLimits.mostBytes ? { refusal: 'size' } : { bytes: cleaned, type };
}

type Verdict = {
  status: 'ready' | 'refused';
  storageKey: string | null;
  keyId?: string;
  contentType?: ContentType;
  size?: number;
  refusal?: Refusal;
};

/** Whatever is not referred to afterwards is deleted: the original, or the copy of a run that came second. */
async function settle(file: FileRecord, verdict: Verdict): Promise<void> {
  const now = await clock();
  await inTransaction(async (tx) => {
    const current = await lockFile(tx, file.id);
    if (current?.storageKey !== file.storageKey) {
      if (verdict.storageKey) await enqueue(tx, 'file.remove', { storageKey: verdict.storageKey });
      return;
    }
    await updateFile(tx, file.id, { ...verdict, checkedAt: now });
    if (file.storageKey) await enqueue(tx, 'file.remove', { storageKey: file.storageKey });
  });
}

/** What a file holds; null when it is not there (any more). Throws when it was changed or its key is gone. */
export async function readSealed(file: FileRecord): Promise<Buffer | null> {
  if (file.status !== 'ready' || !file.storageKey || !file.keyId) return null;
  const sealed = await fileService().read(file.storageKey, fileLimits.mostBytes + sealOverhead);
  return sealed && unsealBytes(dataKeys(), { keyId: file.keyId, sealed }, aboutOf(file));
}

/** Seals with the current key what an earlier one sealed. */
export async function sealAnew(fileId: string): Promise<void> {
  const file = await findFile(db(), fileId);
  const bytes = file && (await readSealed(file));
  if (!bytes) return;
  const { keyId, sealed } = sealBytes(dataKeys(), bytes, aboutOf(file));
  const storageKey = await fileService().store(sealed);
  await settle(file, { status: 'ready', storageKey, keyId });
}

/** Deletes what lies under a key at the file service. */
export async function removeStored({ storageKey }: { storageKey: string }): Promise<void> {
  await fileService().remove(storageKey);
}
