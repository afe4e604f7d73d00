import type { Actor } from '@/lib/access/actor';
import { isRestorable } from '@/lib/relationships/notes/rules/deletion';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeOwnNote } from './change-own-note';
import type { NoteInput } from './schema';

/** Brings a deleted note back, within seven days; after that it does not exist any more (`common.notFound`). */
export function restoreNote(actor: Actor, { noteId }: NoteInput): Promise<Result<{ noteId: string }>> {
  return changeOwnNote(actor, noteId, 'note.restore', ({ deletedAt }, now) => {
    if (!deletedAt) return ok(null);
    return isRestorable(deletedAt, now) ? ok({ deletedAt: null }) : err('common.notFound');
  });
}
