import type { AccountActor } from '@/lib/access/actor';
import { sealText } from '@/lib/relationships/notes/note-text';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { notes } from './content/notes';
import type { DemoSpecialist } from './people';
import { seedId } from './seed-id';

/** Private notes of one advisor about one client, sealed like any other. */
export async function seedNotes(
  { providerId, actor }: DemoSpecialist,
  client: AccountActor,
  now: Date,
): Promise<void> {
  for (const { daysAgo, text } of notes) {
    const id = seedId(`note/${daysAgo}`);
    const createdAt = addHours(now, -24 * daysAgo);
    const row = { id, providerId, clientId: client.accountId, createdAt };
    await db().clientNote.create({ data: { ...row, ...sealText(row, text) } });
    await db().auditEntry.create({
      data: {
        id: seedId(`audit/note/${daysAgo}`),
        at: createdAt,
        party: 'provider',
        accountId: actor.accountId,
        action: 'note.write',
        subjectType: 'note',
        subjectId: id,
      },
    });
  }
}
