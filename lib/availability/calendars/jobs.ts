import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { addMinutes } from '@/lib/shared/time';
import { takeDueSources } from './repository';
import { PUT_OFF_MINUTES } from './rules/reading-plan';

export { readSource } from './read-source';

const batch = 200;

/** Puts every calendar whose time has come on the queue, where several are read at once. */
export async function queueDueCalendars(): Promise<void> {
  const now = await clock();
  await inTransaction(async (tx) => {
    const due = await takeDueSources(tx, { now, until: addMinutes(now, PUT_OFF_MINUTES), limit: batch });
    for (const sourceId of due) await enqueue(tx, 'calendar.read', { sourceId });
  });
}
