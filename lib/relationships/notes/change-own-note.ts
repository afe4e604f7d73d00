import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import type { Prisma } from '@/lib/server/db/generated/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockNote, updateNote } from './repository';
import type { NoteRecord } from './types';

type Change = Result<Prisma.ClientNoteUncheckedUpdateInput | null>;

/**
 * Changes a note of the actor in one transaction, with a row in the audit log; `change` says what is written, or null
 * when it is so already. Somebody else's note does not exist (`common.notFound`).
 */
export async function changeOwnNote(
  actor: Actor,
  noteId: string,
  action: 'note.change' | 'note.delete' | 'note.restore',
  change: (note: NoteRecord, now: Date) => Change,
): Promise<Result<{ noteId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const note = await lockNote(tx, noteId);
    if (!note || !can(actor, 'note:keep', note)) return err('common.notFound');
    const changed = change(note, now);
    if (!changed.ok) return changed;
    if (changed.value === null) return ok({ noteId });
    await updateNote(tx, noteId, { ...changed.value, version: { increment: 1 } });
    await recordAudit(tx, {
      at: now,
      party: 'provider',
      accountId: actor.accountId,
      action,
      subjectType: 'note',
      subjectId: noteId,
    });
    return ok({ noteId });
  });
}
