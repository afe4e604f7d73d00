import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { findClient } from '@/lib/relationships/repository';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { newId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import { isForeignSession } from './is-foreign-session';
import { sealText } from './note-text';
import { insertNote } from './repository';
import type { WriteNoteInput } from './schema';

/**
 * A provider notes something about one of its clients, about one of their sessions or none in particular. The text is
 * sealed before it reaches the database; the audit log says that a note was written, not what.
 */
export async function writeNote(
  actor: Actor,
  { clientId, bookingId, text }: WriteNoteInput,
): Promise<Result<{ noteId: string }>> {
  if (actor.kind !== 'account' || !actor.provider) return err('common.notFound');
  const { accountId, provider } = actor;
  const tie = { clientId, providerId: provider.id };
  if (!can(actor, 'note:keep', tie)) return err('common.notFound');
  const now = await clock();
  const id = newId();
  try {
    return await inTransaction(async (tx) => {
      if (!(await findClient(tx, tie))) return err('common.notFound');
      await insertNote(tx, { id, ...tie, bookingId, ...sealText({ id, ...tie }, text), createdAt: now });
      await recordAudit(tx, {
        at: now,
        party: 'provider',
        accountId,
        action: 'note.write',
        subjectType: 'note',
        subjectId: id,
      });
      return ok({ noteId: id });
    });
  } catch (error) {
    if (isForeignSession(error)) return err('common.notFound');
    throw error;
  }
}
