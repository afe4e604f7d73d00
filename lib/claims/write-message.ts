import type { Tx } from '@/lib/server/db/client';
import { checkFiles, markAttached } from '@/lib/server/storage/attach-files';
import { newId } from '@/lib/shared/ids';
import { fieldErrors, type Result } from '@/lib/shared/result';
import { insertMessage } from './repository';
import type { ClaimMessageView } from './types';

/** Whether the files of a message can be added to it; the error stands at them. Writes nothing. */
export async function checkMessage(
  tx: Tx,
  { accountId }: { accountId: string },
  ids: readonly string[],
): Promise<Result<string[]>> {
  const checked = await checkFiles(tx, { accountId, purpose: 'claim', ids });
  return checked.ok ? checked : fieldErrors({ files: checked.error.code });
}

type NewMessage = {
  claimId: string;
  by: { party: ClaimMessageView['party']; accountId: string };
  kind: ClaimMessageView['kind'];
  text: string;
  /** Checked by `checkMessage`. */
  files?: readonly string[];
  now: Date;
};

/** Writes what somebody says in a claim, with its files. */
export async function writeMessage(
  tx: Tx,
  { claimId, by, kind, text, files = [], now }: NewMessage,
): Promise<void> {
  const id = newId(now.getTime());
  const { party, accountId: authorId } = by;
  await insertMessage(tx, { id, claimId, party, authorId, kind, text, createdAt: now }, files);
  await markAttached(tx, files, now);
}
