import { createHash } from 'node:crypto';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { renderPaper } from './render/render-paper';
import { findFile, findFrozen, insertFile } from './repository';

/**
 * The PDF of a document, byte for byte as it was first rendered. The bytes are kept rather than made anew each time: what
 * was handed out must stay what it is when fonts, words or the renderer change. Of two processes that render at once the
 * first one counts.
 */
export async function readPaper(documentId: string): Promise<Uint8Array> {
  const stored = await findFile(db(), documentId);
  if (stored) return stored;
  const bytes = await renderPaper(await findFrozen(db(), documentId));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await insertFile(db(), { documentId, sha256, bytes, storedAt: await clock() });
  return (await findFile(db(), documentId)) ?? bytes;
}
