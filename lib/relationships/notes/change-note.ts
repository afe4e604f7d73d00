import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeOwnNote } from './change-own-note';
import { isForeignSession } from './is-foreign-session';
import { sealText } from './note-text';
import type { ChangeNoteInput } from './schema';

/**
 * Writes a note anew, sealed with the current key; its date stays, that it was changed is shown. Changed elsewhere since
 * the page was opened: `common.conflict`, and nothing is lost. A deleted note has to be brought back first.
 */
export async function changeNote(
  actor: Actor,
  { noteId, version, bookingId, text }: ChangeNoteInput,
): Promise<Result<{ noteId: string }>> {
  try {
    return await changeOwnNote(actor, noteId, 'note.change', (note, now) => {
      if (note.deletedAt || note.version !== version) return err('common.conflict');
      return ok({ bookingId, changedAt: now, ...sealText(note, text) });
    });
  } catch (error) {
    if (isForeignSession(error)) return err('common.notFound');
    throw error;
  }
}
