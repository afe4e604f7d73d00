import type { ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { lastGone } from '@/lib/relationships/notes/rules/deletion';
import { now as clock } from '@/lib/server/clock';
import { UnreadableError } from '@/lib/server/crypto/sealing';
import { db } from '@/lib/server/db/client';
import { log } from '@/lib/server/log';
import { openText } from './note-text';
import { listDeletedNotes, listNotes } from './repository';
import type { NoteRecord, NoteView } from './types';

const perPage = 20;

/**
 * The provider's notes about a client, the latest first, page by page from 1, and those that can be brought back. Only
 * for whoever wrote them; nothing is read for anybody else.
 */
export async function loadNotes(
  actor: ProviderActor,
  clientId: string,
  page: number,
): Promise<{ notes: NoteView[]; hasMore: boolean; deleted: NoteView[] }> {
  const tie = { providerId: actor.provider.id, clientId };
  if (!can(actor, 'note:keep', tie)) return { notes: [], hasMore: false, deleted: [] };
  const skip = (Math.max(1, page) - 1) * perPage;
  const [rows, deleted] = await Promise.all([
    listNotes(db(), tie, { take: perPage + 1, skip }),
    listDeletedNotes(db(), tie, lastGone(await clock())),
  ]);
  return {
    notes: rows.slice(0, perPage).map(toView),
    hasMore: rows.length > perPage,
    deleted: deleted.map(toView),
  };
}

function toView(note: NoteRecord): NoteView {
  const { id, bookingId, version, createdAt, changedAt, deletedAt } = note;
  return { id, bookingId, version, createdAt, changedAt, deletedAt, text: textOf(note) };
}

/** A note that does not open holds up no other; the log says which, and never what. */
function textOf(note: NoteRecord): string | null {
  try {
    return openText(note);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    log.error({ note: note.id, key: note.keyId }, 'a note does not open');
    return null;
  }
}
