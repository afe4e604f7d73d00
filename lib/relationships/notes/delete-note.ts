import type { Actor } from '@/lib/access/actor';
import { ok, type Result } from '@/lib/shared/result';
import { changeOwnNote } from './change-own-note';
import type { NoteInput } from './schema';

/** Deletes a note; for seven days it can be brought back. One that is deleted already stays as it is. */
export function deleteNote(actor: Actor, { noteId }: NoteInput): Promise<Result<{ noteId: string }>> {
  return changeOwnNote(actor, noteId, 'note.delete', ({ deletedAt }, now) =>
    ok(deletedAt ? null : { deletedAt: now }),
  );
}
