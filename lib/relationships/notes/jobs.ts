import { lastGone } from '@/lib/relationships/notes/rules/deletion';
import { now as clock } from '@/lib/server/clock';
import { dataKeys } from '@/lib/server/crypto/data-keys';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { reportFailures, sweepRows } from '@/lib/server/jobs/sweep-rows';
import { openText, sealText } from './note-text';
import { deleteNotesGone, listSealedOtherwise, lockNote, updateNote } from './repository';

const batch = 100;

/** Once a day: takes out what was deleted a week ago, and seals with the current key what an earlier one sealed. */
export async function sweepNotes(): Promise<void> {
  await deleteNotesGone(db(), lastGone(await clock()));
  const { currentId } = dataKeys();
  const failed = await sweepRows({
    name: 'note.sealAnew',
    next: (seen) => listSealedOtherwise(db(), currentId, seen, batch),
    handle: ({ id }) => sealAnew(id),
  });
  reportFailures('notes', failed);
}

/** The version stays: for whoever has the note open nothing has changed. */
async function sealAnew(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const note = await lockNote(tx, id);
    if (note) await updateNote(tx, id, sealText(note, openText(note)));
  });
}
